/** Forms to write instead. */
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts'
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { nounTags, standsBeside, stands, adjectiveStands, type Cells } from './cells.ts'
import { determinerBeside, determiners, isA } from './function-words.ts'
import type { NounPhrase } from './noun-phrase.ts'

export const capitalLike = (like: string, text: string): string =>
  /^\p{Lu}/u.test(like) ? text.replace(/^\p{Ll}/u, first => first.toUpperCase()) : text

const { adjective, singular, indefinite, definite, utrum, neuter } = tag

/** An adjective as it stands beside a noun in a cell; undefined where the dictionary does not tell. */
export function adjectiveBeside(reading: Reading, token: Token, one: Cells, weak: boolean): string | undefined {
  // `hans eget hus`, though `hans nya hus`
  const wanted = standsBeside(one, weak && !/^eg(?:en|et|na)$/u.test(token.lower))
  const { analyses } = reading.word(token)
  if ((adjectiveStands(analyses) & wanted) !== 0) return token.text
  for (const { lemma, tags } of analyses) {
    if (!has(tags, adjective)) continue
    const form = formOf(reading.lexicon, lemma, wanted)
    if (form !== undefined) return capitalLike(token.text, form)
  }
  return undefined
}

function formOf(lexicon: Lexicon, lemma: string, wanted: number): string | undefined {
  const tags =
    wanted === stands.utrum
      ? [adjective | utrum | singular | indefinite]
      : wanted === stands.neuter
        ? [adjective | neuter | singular | indefinite]
        : wanted === stands.plural
          ? [adjective | tag.plural]
          : [adjective | definite | tag.plural, adjective | definite]
  for (const each of tags) {
    const form = lexicon
      .forms(lemma)
      .filter(f => has(f.tags, each) && (f.tags & (tag.genitive | tag.masculine | tag.superlative)) === 0)[0]
    if (form !== undefined) return form.text
  }
  return undefined
}

/** A noun in another cell, of the same gender; undefined where it has none. */
export function nounIn(lexicon: Lexicon, nouns: readonly Analysis[], one: Cells): string | undefined {
  for (const { lemma, tags } of nouns) {
    const genitive = tags & tag.genitive
    const form = lexicon
      .forms(lemma)
      .find(f => has(f.tags, nounTags(one) | genitive) && (f.tags & tag.genitive) === genitive)
    if (form !== undefined) return form.text
  }
  return undefined
}

/** Numerals and genitives have but one form. */
function determinerForm({ text, lower }: Token, one: Cells): string | undefined {
  if (isA('number', lower) || !determiners.has(lower)) return text
  const form = determinerBeside(lower, one)
  return form === undefined ? undefined : capitalLike(text, form)
}

/** A phrase written so that it agrees in a cell. @param weak are its adjectives weak? undefined where a form is not known */
export function written(reading: Reading, phrase: NounPhrase, one: Cells, weak: boolean): string | undefined {
  const { determiner, head, nouns } = phrase
  const det = determiner && determinerForm(determiner.token, one)
  const noun = (phrase.cells & one) !== 0 ? head.text : nounIn(reading.lexicon, nouns, one)
  if (det === undefined || noun === undefined) return undefined
  const first = determiner?.token.index ?? phrase.adjectives[0]?.index ?? head.index
  let out = ''
  for (let i = first; i <= head.index; i++) {
    const token = reading.tokens[i]
    if (token === undefined) return undefined
    const form =
      token === determiner?.token
        ? det
        : token === head
          ? capitalLike(head.text, noun)
          : phrase.adjectives.includes(token)
            ? asAdverbOr(reading, phrase, token, one, weak)
            : token.text
    if (form === undefined || form === null) return undefined
    out += `${out === '' ? '' : ' '}${form}`
  }
  return out
}

/** `ett internationellt känt namn`: a neuter before another adjective stays. */
function asAdverbOr(reading: Reading, { adjectives }: NounPhrase, token: Token, one: Cells, weak: boolean): string | undefined {
  const isLast = adjectives.at(-1) === token
  const forms = adjectiveStands(reading.word(token).analyses)
  return !isLast && forms === stands.neuter ? token.text : adjectiveBeside(reading, token, one, weak)
} // prettier-ignore
