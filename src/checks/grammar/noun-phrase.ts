/** Noun phrases as they stand in a text: determiner, adjectives, noun. */
import type { Analysis } from '../lexicon/lexicon.ts'
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { adjectiveStands, each, nounCells, plural, standsBeside, stands, utrum, type Cells } from './cells.ts'
import { isA, isClosed, type Determiner } from './function-words.ts'

export interface NounPhrase {
  /** null where it has none */
  readonly determiner: { readonly token: Token; readonly is: Determiner } | null
  readonly adjectives: readonly Token[]
  readonly head: Token
  /** the head's readings as a noun; of a genitive, as what it is the genitive of */
  readonly nouns: readonly Analysis[]
  readonly cells: Cells
}

/** Longer phrases are seldom read rightly. */
const mostAdjectives = 4
/** In tokens, adverbs and numerals counted. */
const longest = 8

const isNumeral = ({ kind, lower }: Token): boolean => kind === 'number' || isA('number', lower)

/** Capitals inside a sentence make names, but for `EU-kommissionär`. */
const isName = ({ text, opens }: Token): boolean =>
  /^\p{Lu}/u.test(text) && (!opens || /^\p{Lu}{2}/u.test(text)) && !/^\p{Lu}[\p{L}\p{N}]*-\p{Ll}/u.test(text)

/** Readings that no text means beside a determiner or an adjective. */
const relevant = ({ tags }: Analysis): boolean => (tags & (tag.imperative | tag.name)) === 0

/**
 * The ways to read a noun phrase from a token on: `en vit tysk bil` may end after each word that is a noun too. Empty where something
 * that is not understood comes first.
 */
export function phrasesFrom(reading: Reading, at: number, determiner: NounPhrase['determiner']): NounPhrase[] {
  const { tokens } = reading
  // `före detta presidenten` is an adverb before what it says
  if (determiner?.token.lower === 'detta' && tokens[determiner.token.index - 1]?.lower === 'före') return []
  // `det hela` is a thing of its own: `jag säger det hela tiden`
  if (determiner?.token.lower === 'det' && tokens[at]?.lower === 'hela') return []
  const found: NounPhrase[] = []
  const adjectives: Token[] = []
  const sentence = (determiner?.token ?? tokens[at])?.sentence
  for (let i = at; i < at + longest && adjectives.length <= mostAdjectives; i++) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== sentence || !token.spaced) break
    // `de tolv åren`, `de 12 åren`
    if (isNumeral(token) && determiner !== null && (determiner.is.cells & plural) !== 0) continue
    if (token.kind !== 'word' || token.text.length < 2 || isName(token)) break
    if (isA('degree', token.lower)) {
      const after = tokens[i + 1]
      if (after !== undefined && adjectiveStands(reading.word(after).analyses) !== 0) continue
    }
    if (isClosed(token.lower) || isNumeral(token)) break
    const analyses = reading.word(token).analyses.filter(relevant)
    const nouns = analyses.filter(({ tags }) => has(tags, tag.noun))
    // `de boende`, `det avgörande`: who or what does, not a noun in the indefinite
    if (/(?:ande|ende)$/u.test(token.lower) && determiner?.is.noun === 'definite') break
    if (nouns.length > 0)
      found.push({ determiner, adjectives: [...adjectives], head: token, nouns, cells: nounCells(nouns) })
    if (adjectiveStands(analyses) === 0) break
    adjectives.push(token)
  }
  return found
}

/** The cells in which all of a phrase agrees. @param definiteness those that are allowed; all where not given */
export function agreeing(reading: Reading, phrase: NounPhrase, definiteness: Cells = 63): Cells {
  const { determiner, cells } = phrase
  let agreed = 0
  for (const one of each(cells & (determiner?.is.cells ?? 63) & definiteness)) {
    const weak = determiner === null ? (one & 56) !== 0 : determiner.is.weak
    if (disagreeing(reading, phrase, one, weak).length === 0) agreed |= one
  }
  return agreed
}

/** The adjectives of a phrase that do not stand beside a noun in a cell; a neuter before another adjective may be its adverb. */
export const disagreeing = (
  reading: Reading,
  { adjectives }: NounPhrase,
  one: Cells,
  weak: boolean,
): readonly Token[] =>
  adjectives.filter((token, i) => {
    const forms = adjectiveStands(reading.word(token).analyses)
    // `min egen bil`, though `min nya bil`
    if (/^eg(?:en|et|na)$/u.test(token.lower) && (forms & standsBeside(one, false)) !== 0) return false
    if (i < adjectives.length - 1 && (forms & stands.neuter) !== 0) return false
    return (forms & standsBeside(one, weak)) === 0
  })

/** Is a word of the head's readings anything but a noun? Verbs are not counted where a determiner that is no pronoun stands before. */
export function isSureHead(reading: Reading, { head, determiner, adjectives }: NounPhrase): boolean {
  const others = tag.adjective | tag.other | (determiner === null || determiner.is.alone ? tag.verb : 0)
  const next = reading.tokens[head.index + 1]
  const nounFollows =
    next !== undefined && reading.word(next).analyses.some(({ tags }) => (tags & (tag.noun | tag.adjective)) !== 0)
  // `åt den försäkrade ersätta kostnaderna`
  if (adjectives.slice(1).some(token => reading.word(token).analyses.some(({ tags }) => has(tags, tag.infinitive))))
    return false
  const isLast = adjectives.length === 0 && !nounFollows
  const isPossible = (analysis: Analysis): boolean => {
    if ((analysis.tags & others) === 0) return true
    if (!isLast || determiner === null || (analysis.tags & tag.verb) !== 0) return false
    if (has(analysis.tags, tag.presentParticiple)) return isThing(reading, head)
    // `detta beslutet`: the neuter of an adjective does not follow
    const forms = adjectiveStands([analysis])
    return determiner.is.weak && forms !== 0 && (forms & (stands.weak | stands.plural)) === 0
  }
  return reading.word(head).analyses.filter(relevant).every(isPossible)
}

/** `meddelandet` is a thing; of `sovande`, who sleeps, no text has a definite in -t. */
const isThing = ({ lexicon }: Reading, { lower }: Token): boolean => lexicon.word(`${lower}t`).zipf('sv') >= 2.5

/** What stands after a head, so that something else may be meant: `en polis bil`, `in- och utrikes`. */
export function mayGoOn(reading: Reading, { head, determiner }: NounPhrase): boolean {
  const next = reading.tokens[head.index + 1]
  if (next === undefined || next.sentence !== head.sentence) return false
  if (next.kind === 'sign') return !next.spaced && /[^.,;!?)”"»’'…]/u.test(next.text)
  if (next.kind !== 'word' || isA('preposition', next.lower) || isA('conjunction', next.lower)) return false
  const { analyses } = reading.word(next)
  if (analyses.length === 0) return !/^\p{Lu}/u.test(next.text)
  if (analyses.some(({ tags }) => has(tags, tag.verb) && (tags & (tag.present | tag.past)) !== 0)) return false
  const cells = nounCells(analyses.filter(({ tags }) => !has(tags, tag.genitive)))
  const allowed = determiner?.is.cells ?? utrum
  return determiner !== null && !isClosed(next.lower) && (cells & allowed) !== 0
}
