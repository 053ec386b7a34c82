/** What to write instead of a phrase that does not agree, and what is said of it. */
import type { Found, Said } from '../check.ts'
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { definite, each, indefinite, neuter, plural, utrum, type Cells } from './cells.ts'
import { belongs } from './context.ts'
import { nounIn, written } from './inflect.ts'
import { disagreeing, type NounPhrase } from './noun-phrase.ts'
import { saysWhich } from './relative.ts'

/** A finding, and the last token of its phrase. */
export interface Disagreement {
  readonly found: Found
  readonly last: number
}

/** Where to write the phrase: the first fits best. */
export function targets(reading: Reading, phrase: NounPhrase, token: Token): Cells[] {
  const { cells } = phrase
  const is = phrase.determiner?.is
  const wantsDefinite = is?.noun === 'definite'
  const row = wantsDefinite ? definite : cells & indefinite ? indefinite : definite
  // `det digital infrastruktur`: the noun, too, is to be definite
  if (wantsDefinite && (cells & definite) === 0 && !saysWhich(reading, phrase.head)) {
    const ending = each((cells << 3) & definite).filter(one => nounIn(reading.lexicon, phrase.nouns, one) !== undefined)
    if (ending.length > 0) return ending
  }
  // `detta sannolikheten`: nor is it after these
  if (is?.noun === 'indefinite' && (cells & indefinite) === 0) {
    const endless = each(cells >> 3).filter(one => nounIn(reading.lexicon, phrase.nouns, one) !== undefined)
    if (endless.length > 0 && is.cells !== plural) return endless
  }
  const one = each(cells & row).concat(each(cells & ~row))
  if (is?.cells === plural && (cells & plural) === 0) {
    const many = plural & (cells & definite ? definite : indefinite)
    return /^(?:de|dessa|mina|dina|sina|våra|era|inga|några)$/u.test(token.lower) ? [...one, many] : [many]
  }
  if (/^(?:en|ett|varje|varenda|vartenda)$/u.test(token.lower) && (cells & ~plural) === 0)
    return [utrum & indefinite, neuter & indefinite]
  return one
}

export function wrongDeterminer(reading: Reading, phrase: NounPhrase, token: Token): Disagreement | null {
  const fixes = targets(reading, phrase, token)
    .map(one => written(reading, phrase, one, phrase.determiner?.is.weak ?? false))
    .filter(fix => fix !== undefined)
  if (fixes.length === 0) return null
  return at(phrase, [...new Set(fixes)], genderOf(phrase, token))
}

export const genderOf = ({ head, cells, determiner }: NounPhrase, token: Token): Said => {
  const kind =
    (cells & ~plural) === 0
      ? { sv: 'står i pluralis', en: 'is a plural' }
      : determiner?.is.cells === plural
        ? { sv: 'står i singularis', en: 'is a singular' }
        : cells & neuter
          ? { sv: 'är neutrum (ett-ord)', en: 'is neuter (ett)' }
          : { sv: 'är utrum (en-ord)', en: 'is of common gender (en)' }
  return {
    sv: `”${token.lower}” passar inte: ”${head.lower}” ${kind.sv}.`,
    en: `“${token.lower}” does not fit: “${head.lower}” ${kind.en}.`,
  }
}

export function wrongAdjective(
  reading: Reading,
  phrase: NounPhrase,
  token: Token,
  possible: Cells,
): Disagreement | null {
  const weak = phrase.determiner?.is.weak ?? false
  const best = each(possible).toSorted(
    (a, b) => disagreeing(reading, phrase, a, weak).length - disagreeing(reading, phrase, b, weak).length,
  )[0]
  if (best === undefined) return null
  const wrong = disagreeing(reading, phrase, best, weak)
  const [first] = wrong
  if (first === undefined || !wrong.every(adjective => isAdjective(reading, adjective))) return null
  // `såg den plötsligt mannen`: a neuter after a pronoun may be an adverb
  if (phrase.determiner?.is.alone && !belongs(reading, token) && wrong.some(w => /t$/u.test(w.lower))) return null
  // `stor problem`: one or several
  const cells = phrase.determiner === null ? [best, ...each(possible & ~best)] : [best]
  const fixes = cells.map(one => written(reading, phrase, one, weak)).filter(fix => fix !== undefined)
  return fixes.length === 0 ? null : at(phrase, [...new Set(fixes)], adjectiveSaid(first, phrase))
}

const adjectiveSaid = (adjective: Token, { head }: NounPhrase): Said => ({
  sv: `”${adjective.lower}” ska böjas efter ”${head.lower}”.`,
  en: `“${adjective.lower}” does not agree with “${head.lower}”.`,
})

/** Can it be read as an adjective alone? */
export const isAdjective = (reading: Reading, token: Token): boolean =>
  reading
    .word(token)
    .analyses.every(({ tags }) => has(tags, tag.adjective) || (tags & (tag.name | tag.imperative | tag.supine)) !== 0)

export const at = (phrase: NounPhrase, fixes: readonly string[], message: Said): Disagreement => {
  const first = phrase.determiner?.token ?? phrase.adjectives[0] ?? phrase.head
  return { found: { from: first.from, to: phrase.head.to, fixes, message }, last: phrase.head.index }
}
