/** Which of the things that a form can be it is where it stands, guessed from the word before. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { genderOfDeterminer } from './agree.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const beforeSingular = set(
  'en ett den det denna detta varje någon något ingen inget vilken vilket annan annat sin sitt min mitt din ditt vår vårt er ert samma nästa',
)
const beforePlural = set(
  'de dem dessa flera många alla några inga båda sina mina dina våra era vilka andra olika två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen',
)
const beforeSupine = set('har hade ha haft')
const beforeInfinitive = set(
  'att ska skall skulle kan kunde vill ville måste bör borde får fick kommer lär behöver behövde brukar brukade',
)

const beforeParticiple = set('är var blir blev bli blivit vara varit en ett')

/**
 * The tags of a form, the likeliest first; imperatives are rare in news, and come last. A noun may be one or several, and where
 * nothing tells which, both are given; of a verb or an adjective the one.
 */
export function likeliestFirst(tags: readonly number[], token: Token, reading: Reading): readonly number[] {
  if (tags.length < 2) return tags
  const previous = reading.tokens[token.index - 1]
  const before = previous?.sentence === token.sentence ? previous : undefined
  const sorted = tags
    .map((t, i) => ({ t, i, rank: rankOf(t, before, reading) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
  const [best] = sorted
  if (best === undefined) return tags
  const isNoun = has(best.t, tag.noun)
  return sorted
    .filter(({ t, rank }) => t === best.t || (isNoun && has(t, tag.noun) && rank === best.rank))
    .map(({ t }) => t)
}

const rankOf = (tags: number, before: Token | undefined, reading: Reading): number =>
  (before !== undefined && isExpected(tags, before, reading) ? 0 : 2) +
  Number((tags & (tag.imperative | tag.participle)) !== 0)

function isExpected(tags: number, before: Token, reading: Reading): boolean {
  const { kind, text, lower } = before
  if (kind === 'number') return has(tags, text === '1' ? tag.singular : tag.plural)
  if (has(tags, tag.participle)) return beforeParticiple.has(lower)
  if (beforeSupine.has(lower)) return has(tags, tag.supine)
  if (beforeInfinitive.has(lower)) return has(tags, tag.infinitive)
  if (beforePlural.has(lower)) return has(tags, tag.plural)
  if (beforeSingular.has(lower)) return has(tags, tag.singular) && !hasOtherGender(tags, lower)
  if (kind !== 'word' || !has(tags, tag.noun | tag.indefinite)) return false
  // `nytt anbud`, `nya anbud`
  return reading.word(before).analyses.some(of => {
    const shared = has(of.tags, tag.adjective) ? of.tags & tags : 0
    return has(shared, tag.plural) || (has(shared, tag.singular) && (shared & (tag.utrum | tag.neuter)) !== 0)
  })
}

function hasOtherGender(tags: number, determiner: string): boolean {
  const gender = genderOfDeterminer(determiner)
  return gender !== undefined && has(tags, gender ^ (tag.utrum | tag.neuter))
}
