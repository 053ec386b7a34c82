/** Swedish-like text by seed, and edits on it: the same numbers on every machine. */

export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): 0 ≤ x < 1. */
export function randomBy(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const frequent = 'och i att det som på är av för en till med den har de inte om ett var men'.split(' ')
const onsets = 'b d f g h j k l m n p r s t v sk st tr br kl sp fr gr'.split(' ')
const nuclei = 'a e i o u y å ä ö'.split(' ')
const codas = ['', 'n', 'r', 't', 'l', 's', 'nd', 'rk', 'st', 'ng', 'm', 'd']

/** 30,000 words, the most frequent first. */
function makeVocabulary(random: Random): string[] {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!
  const words = new Set(frequent)
  while (words.size < 30_000) {
    const syllables = 1 + Math.floor(random() * 1.5 + words.size / 12_000)
    let word = ''
    for (let at = 0; at < syllables; at++) word += pick(onsets) + pick(nuclei) + pick(codas)
    words.add(word)
  }
  return [...words]
}

/** Draws words so that the r-th most frequent one comes in proportion to 1 / (r + 2.7) (Zipf and Mandelbrot). */
export function wordSource(random: Random): () => string {
  const vocabulary = makeVocabulary(random)
  const cumulative = new Float64Array(vocabulary.length)
  let sum = 0
  for (let rank = 0; rank < vocabulary.length; rank++) cumulative[rank] = sum += 1 / (rank + 2.7)
  return () => {
    const target = random() * sum
    let low = 0
    let high = vocabulary.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (cumulative[middle]! < target) low = middle + 1
      else high = middle
    }
    return vocabulary[low]!
  }
}

/** A paragraph: words with their punctuation, in sentences of 6 to 22 words. */
export type Paragraph = readonly string[]

export function paragraphOf(length: number, random: Random, word: () => string): string[] {
  const words: string[] = []
  let left = 0
  while (words.length < length) {
    const starts = left === 0
    if (starts) left = 6 + Math.floor(random() * 17)
    left--
    const next = word()
    const sign = left === 0 || words.length === length - 1 ? '.' : random() < 0.07 ? ',' : ''
    words.push((starts ? next[0]!.toUpperCase() + next.slice(1) : next) + sign)
  }
  return words
}

export function textOf(words: number, random: Random, word: () => string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (let count = 0; count < words;) {
    const length = Math.min(
      words - count,
      random() < 0.1 ? 3 + Math.floor(random() * 5) : 30 + Math.floor(random() * 80),
    )
    paragraphs.push(paragraphOf(length, random, word))
    count += length
  }
  return paragraphs
}

/** Changes `share` of the words: three in five replaced, one in five taken out, one in five put in. */
export function edit(paragraphs: readonly Paragraph[], share: number, random: Random, word: () => string): Paragraph[] {
  return paragraphs.map(words =>
    words.flatMap(each => {
      if (random() >= share) return [each]
      const kind = random()
      if (kind < 0.6) return [word()]
      return kind < 0.8 ? [] : [each, word()]
    }),
  )
}

/** Of every hundred paragraphs four move somewhere else; then four are split and four joined to the next. */
export function rearrange(paragraphs: readonly Paragraph[], random: Random): Paragraph[] {
  const order: Paragraph[] = []
  const moving: Paragraph[] = []
  for (const words of paragraphs) (random() < 0.04 && words.length > 8 ? moving : order).push(words)
  for (const words of moving) order.splice(Math.floor(random() * (order.length + 1)), 0, words)
  const result: Paragraph[] = []
  for (let at = 0; at < order.length; at++) {
    const words = order[at]!
    const chance = random()
    if (chance < 0.04 && words.length > 20) {
      const middle = Math.floor(words.length * (0.3 + 0.4 * random()))
      result.push(words.slice(0, middle), words.slice(middle))
    } else if (chance < 0.08 && at + 1 < order.length) result.push([...words, ...order[++at]!])
    else result.push(words)
  }
  return result
}

export const join = (paragraphs: readonly Paragraph[]): string => paragraphs.map(words => words.join(' ')).join('\n')
