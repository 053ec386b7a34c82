/**
 * By what a text is recognised when it comes again. Two kinds of features are taken from it: its **wording**, runs of three words, which
 * an edited text or a newer version of the same system keeps; and its **facts**, names and numbers that stand near each other, which
 * two systems' translations of one article share however differently they word it. Of each kind the least hashes are kept (a bottom-k
 * sketch: Broder 1997, On the resemblance and containment of documents): few enough for an index, and texts that have much in common
 * have some of them in common. What is found by them is then compared in full (`likeness`).
 */
import { factsOf } from './facts.ts'
import { fold } from './fold.ts'

/** So many words stand in a run: with one word in five edited, four runs in ten and more are left. */
const runLength = 3
/** How far apart, counted in facts, two of them are taken together. */
const reach = 3
const wordingPrints = 24
const factPrints = 16
/** By its beginning a text is recognised as well: so much of it is looked at, in UTF-16 code units, since that is done where requests are answered. */
const longestSeen = 150_000

/** Hashes, each once: whole numbers of 52 bits. */
export interface Features {
  readonly wording: ReadonlySet<number>
  readonly facts: ReadonlySet<number>
}

/** Two rounds of 32 bits, mixed at the end as in MurmurHash3, in one whole number that JavaScript and both databases hold exactly. */
export function printOf(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return (b & 0xfffff) * 0x1_0000_0000 + (a >>> 0)
}

/** The runs of words; of a text shorter than a run, all of it. */
function wordingOf(text: string): ReadonlySet<number> {
  const words = fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = new Set<number>()
  for (let at = 0; at + runLength <= words.length; at++) runs.add(printOf(words.slice(at, at + runLength).join(' ')))
  if (runs.size === 0 && words.length > 0) runs.add(printOf(words.join(' ')))
  return runs
}

/** Two facts that stand near each other, whichever comes first: translations order a sentence in their own ways. */
function factPairsOf(text: string): ReadonlySet<number> {
  const facts = factsOf(text)
  const pairs = new Set<number>()
  facts.forEach((fact, at) => {
    for (const other of facts.slice(at + 1, at + 1 + reach))
      if (other !== fact) pairs.add(printOf(fact < other ? `${fact}\n${other}` : `${other}\n${fact}`))
  })
  return pairs
}

/** Of a text, or of the beginning of a long one. */
export function featuresOf(text: string): Features {
  const seen = text.slice(0, longestSeen)
  return { wording: wordingOf(seen), facts: factPairsOf(seen) }
}

const least = (hashes: ReadonlySet<number>, most: number): readonly number[] => [
  ...Float64Array.from(hashes).sort().subarray(0, most),
]

/** What of a text is kept to find it again: at most 40 hashes, each once. */
export const printsOf = ({ wording, facts }: Features): readonly number[] => [
  ...new Set([...least(wording, wordingPrints), ...least(facts, factPrints)]),
]

/** Dice's coefficient of both kinds of features, 0 to 1, and how many are shared. */
export interface Likeness {
  readonly wording: number
  readonly facts: number
  readonly sharedWording: number
  readonly sharedFacts: number
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let count = 0
  for (const each of few) if (many.has(each)) count += 1
  return count
}

const dice = (common: number, a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  common === 0 ? 0 : (2 * common) / (a.size + b.size)

export function likeness(a: Features, b: Features): Likeness {
  const sharedWording = shared(a.wording, b.wording)
  const sharedFacts = shared(a.facts, b.facts)
  return {
    wording: dice(sharedWording, a.wording, b.wording),
    facts: dice(sharedFacts, a.facts, b.facts),
    sharedWording,
    sharedFacts,
  }
}

/** Of so many pairs of facts and more it can be said that they are others. */
const manyFacts = 10

/**
 * Whether two texts so alike are of one article, and by what that is known. Measured on real and on made texts: with one word in five
 * edited, 0.43 and more of the wording stays; reports of three accidents in one form had 0.39 of the wording in common, and 0.11 of the
 * facts; two systems' translations 0.18 of the wording and 0.51 of the facts. Of 3,238 other pairs of different articles, many of
 * one site, the most alike had 0.13 and 0.23.
 */
export function recognised(a: Features, b: Features, alike: Likeness): 'wording' | 'facts' | null {
  const { wording, facts, sharedWording, sharedFacts } = alike
  const otherFacts = facts < 0.2 && Math.min(a.facts.size, b.facts.size) >= manyFacts
  if (sharedWording >= 8 && (wording >= 0.45 || (wording >= 0.2 && !otherFacts))) return 'wording'
  // facts alone might be two reports of one match: some of the wording must be shared too
  const sameFacts = facts >= 0.35 || (facts >= 0.25 && wording >= 0.08)
  return sameFacts && sharedFacts >= 8 && sharedWording >= 3 ? 'facts' : null
}

/** Whether two texts are long enough, and unlike enough, to be of two articles, whatever else they have in common. */
export const unlike = (a: Features, b: Features, alike: Likeness): boolean =>
  Math.min(a.wording.size, b.wording.size) >= 30 && alike.wording < 0.03 && alike.facts < 0.1
