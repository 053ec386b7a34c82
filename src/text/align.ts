/** Paragraphs of a source that stand beside paragraphs of its translation: ranges of whole lines, without the last `\n`. */
export interface Beside {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** A paragraph and the empty lines after it. */
interface Block {
  readonly from: number
  readonly to: number
  readonly length: number
}

const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    const length = line.trim().length
    const last = blocks.at(-1)
    // empty lines belong to the paragraph before them; those before the first, to the first
    if (last && (length === 0 || last.length === 0))
      blocks[blocks.length - 1] = { from: last.from, to, length: last.length + length }
    else blocks.push({ from, to, length })
    from = to + 1
  }
  return blocks
}

/** Gale & Church 1993, table 5: how often m paragraphs of one language are n of the other; `prior` is -log of the share. */
const beads = [
  { m: 1, n: 1, prior: -Math.log(0.89) },
  { m: 1, n: 0, prior: -Math.log(0.0099) },
  { m: 0, n: 1, prior: -Math.log(0.0099) },
  { m: 2, n: 1, prior: -Math.log(0.089) },
  { m: 1, n: 2, prior: -Math.log(0.089) },
  { m: 2, n: 2, prior: -Math.log(0.011) },
] as const

/** Their variance of the difference in length, per character; the lengths themselves are taken as equal on the average. */
const variance = 6.8

/** The normal distribution's tail, both sides (Abramowitz & Stegun 26.2.17). */
const tail = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (2 * Math.exp((-z * z) / 2) * sum) / Math.sqrt(2 * Math.PI)
}

/** -log of the tail in steps of 1/100 standard deviation, for it is asked for millions of times. */
const surprise = Float64Array.from({ length: 3000 }, (_, i) => -Math.log(tail(i / 100)))

/**
 * What has no other side is as surprising as three standard deviations, whatever its length: by their formula, a long paragraph
 * that was left out costs more than to take its neighbours apart.
 */
const alone = surprise[300] ?? 6

// taken out of the global object, where the inner loop would look them up fifty million times
const { abs, min, round, sqrt } = Math
const impossible = Infinity

/** How unlikely it is that lengths a and b are of the same text. */
const cost = (a: number, b: number): number => {
  if (a === b) return 0
  if (a === 0 || b === 0) return alone
  const deviations = abs(b - a) / sqrt(((a + b) / 2) * variance)
  return surprise[min(2999, round(deviations * 100))] ?? 0
}

/** Paths further than this from the diagonal are not looked at, so that 20,000 paragraphs take no quadratic time. */
const band = 150

const sums = (blocks: readonly Block[]): Float64Array => {
  const all = new Float64Array(blocks.length + 1)
  blocks.forEach((block, i) => (all[i + 1] = (all[i] ?? 0) + block.length))
  return all
}

/** The cheapest way through both, by dynamic programming: pairs of counts, in order. */
const galeChurch = (a: readonly Block[], b: readonly Block[]): (readonly [number, number])[] => {
  const [sumA, sumB] = [sums(a), sums(b)]
  const width = 2 * band + 1
  const lows = Int32Array.from({ length: a.length + 1 }, (_, i) => Math.floor((i * b.length) / a.length) - band)
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(width).fill(impossible))
  const taken = Array.from({ length: a.length + 1 }, () => new Uint8Array(width))
  for (let i = 0; i <= a.length; i++) {
    const row = best[i]!
    const choice = taken[i]!
    const low = lows[i]!
    const high = min(b.length, low + width - 1)
    for (let j = Math.max(0, low); j <= high; j++) {
      let least = i === 0 && j === 0 ? 0 : impossible
      for (let bead = 0; bead < beads.length; bead++) {
        const { m, n, prior } = beads[bead]!
        if (i < m || j < n) continue
        const before = best[i - m]![j - n - lows[i - m]!] ?? impossible
        if (before === impossible) continue
        const sum = before + prior + cost(sumA[i]! - sumA[i - m]!, sumB[j]! - sumB[j - n]!)
        if (sum < least) {
          least = sum
          choice[j - low] = bead
        }
      }
      row[j - low] = least
    }
  }
  const steps: (readonly [number, number])[] = []
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const { m, n } = beads[taken[i]?.[j - lows[i]!] ?? 0]!
    steps.push([m, n])
    i -= m
    j -= n
  }
  return steps.reverse()
}

/**
 * A source beside its translation, row by row: paragraph by paragraph where there are as many, else by length in characters
 * (Gale & Church 1993, A Program for Aligning Sentences in Bilingual Corpora). The rows cover both texts once, in order.
 */
export const alignSource = (source: string, target: string): Beside[] => {
  const a = blocksOf(source)
  const b = blocksOf(target)
  const steps =
    a.length === b.length
      ? a.map(() => [1, 1] as const)
      : source.trim() === ''
        ? b.map((_, index) => [index === 0 ? 1 : 0, 1] as const)
        : galeChurch(a, b)
  let [i, j] = [0, 0]
  return steps.map(([m, n]) => {
    const [startA, startB] = [a[i]?.from ?? source.length, b[j]?.from ?? target.length]
    i += m
    j += n
    const toA = m === 0 ? startA : (a[i - 1]?.to ?? source.length)
    const toB = n === 0 ? startB : (b[j - 1]?.to ?? target.length)
    return { fromA: startA, toA, fromB: startB, toB }
  })
}

/** A source beside its translation where line n of one is line n of the other, as segments of a file are; else as any other texts. */
export const alignByLines = (source: string, target: string): Beside[] => {
  const [a, b] = [source.split('\n'), target.split('\n')]
  if (a.length !== b.length) return alignSource(source, target)
  let [fromA, fromB] = [0, 0]
  return a.map((line, i) => {
    const beside = { fromA, toA: fromA + line.length, fromB, toB: fromB + (b[i] ?? '').length }
    fromA = beside.toA + 1
    fromB = beside.toB + 1
    return beside
  })
}
