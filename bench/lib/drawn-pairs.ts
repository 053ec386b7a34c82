/** Pairs of corrections by seed, as a newsroom has them: a few very often, most of them once. */
import type { Random } from './diff-text.ts'
import type { SwedishWords } from './swedish-words.ts'

/** Words and what they are corrected to; the counts are filled in as articles are written. */
export interface Pair {
  readonly id: string
  readonly before: string
  readonly after: string
  readonly category: string
  readonly severity: string
  readonly origin: string
  corrections: number
  articles: number
  firstAt: number
  lastAt: number
  lastArticle: number
}

/** Pairs every newsroom knows come first: the commonest. */
const known: readonly (readonly [before: string, after: string, category: string, origin: string])[] = [
  ['Lower Sachsen', 'Niedersachsen', 'terminology/wrong-term', 'term'],
  ['Deutschland', 'Tyskland', 'accuracy/untranslated', 'untranslated'],
  ['anbud', 'registreringar', 'accuracy/mistranslation', 'wording'],
  ['Oktober', 'oktober', 'linguistic-conventions/spelling', 'case'],
  ['EU: s', 'EU:s', 'linguistic-conventions/punctuation', 'spacing'],
  ['Juni', 'juni', 'linguistic-conventions/spelling', 'case'],
  ['registrator', 'inspelningsapparat', 'accuracy/mistranslation', 'wording'],
  ['flytta ut', 'rycka ut', 'style/unidiomatic', 'finding'],
]

const kinds: readonly (readonly [share: number, category: string, origin: string])[] = [
  [0.34, 'accuracy/mistranslation', 'wording'],
  [0.52, 'style/unidiomatic', 'wording'],
  [0.66, 'linguistic-conventions/spelling', 'spelling'],
  [0.77, 'linguistic-conventions/grammar', 'grammar'],
  [0.84, 'terminology/wrong-term', 'term'],
  [0.9, 'accuracy/untranslated', 'untranslated'],
  [0.95, 'accuracy/addition', 'deletion'],
  [0.99, 'accuracy/omission', 'insertion'],
  [1, 'locale-conventions/number-format', 'number'],
]

const severityShares = [
  [0.08, 'neutral'],
  [0.7, 'minor'],
  [0.99, 'major'],
  [1, 'critical'],
] as const

/** The few are often: more at the beginning of a list. */
export const skewed = (random: Random, length: number): number => Math.floor(length * random() ** 1.7)

/** Words of a pair: Swedish, and left-overs that are none. */
export interface PairWords extends SwedishWords {
  readonly foreign: () => string
}

/** How many words a side has: single words soon come again, so that most different ones are phrases. */
const lengths = [0.12, 0.47, 0.77, 1] as const

/** A few words in a row, one of which is not everywhere; of what was misspelt or left untranslated one is no word. */
function phrase(random: Random, { any, content, foreign }: PairWords, broken: boolean): string {
  const share = random()
  const length = 1 + lengths.findIndex(upTo => share < upTo)
  const at = Math.floor(random() * length)
  return Array.from({ length }, (_, n) => (n === at ? (broken ? foreign() : content()) : any())).join(' ')
}

/** The commonest first. @param id a new one for each */
export function makePairs(count: number, random: Random, words: PairWords, id: () => string): Pair[] {
  const taken = new Set<string>()
  const pairs: Pair[] = []
  const add = (before: string, after: string, category: string, origin: string): void => {
    const key = `${before}\n${after}`
    if (before === after || taken.has(key)) return
    taken.add(key)
    const share = random()
    const severity = severityShares.find(([upTo]) => share < upTo)?.[1] ?? 'minor'
    const counts = { corrections: 0, articles: 0, firstAt: 0, lastAt: 0, lastArticle: -1 }
    pairs.push({ id: id(), before, after, category, severity, origin, ...counts })
  }
  for (const [before, after, category, origin] of known.slice(0, count)) add(before, after, category, origin)
  while (pairs.length < count) {
    const share = random()
    const [, category = '', origin = ''] = kinds.find(([upTo]) => share < upTo) ?? []
    const before =
      origin === 'insertion' ? '' : phrase(random, words, origin === 'spelling' || origin === 'untranslated')
    add(before, origin === 'deletion' ? '' : phrase(random, words, false), category, origin)
  }
  return pairs
}

/** Every pair once; what is left in proportion to 1 / rank^1.12, of which the commonest has an eighth. Shuffled. */
export function ranks(corrections: number, pairs: number, random: Random): Uint32Array {
  const cumulative = new Float64Array(pairs)
  let sum = 0
  for (let rank = 0; rank < pairs; rank++) cumulative[rank] = sum += 1 / (rank + 1) ** 1.12
  const drawn = new Uint32Array(corrections)
  for (let n = 0; n < corrections; n++) {
    let [low, high] = [0, pairs - 1]
    for (const target = random() * sum; low < high;) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    drawn[n] = n < pairs ? n : low
  }
  for (let n = corrections - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1))
    ;[drawn[n], drawn[other]] = [drawn[other] ?? 0, drawn[n] ?? 0]
  }
  return drawn
}
