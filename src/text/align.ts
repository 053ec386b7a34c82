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

/** Gale & Church 1993, table 5: how often n paragraphs of one language are m of the other. */
const beads: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.89], [1, 0, 0.0099], [0, 1, 0.0099], [2, 1, 0.089], [1, 2, 0.089], [2, 2, 0.011],
] // prettier-ignore

/** Their variance of the length ratio, per character. */
const variance = 6.8

/** Abramowitz & Stegun 26.2.17: the normal distribution's upper tail, both sides. */
const tail = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (2 * Math.exp((-z * z) / 2) * sum) / Math.sqrt(2 * Math.PI)
}

/** -log of the probability that lengths a and b belong together; `ratio` is b's characters for one of a. */
const cost = (a: number, b: number, ratio: number, prior: number): number => {
  const mean = (a + b / ratio) / 2
  const delta = mean === 0 ? 0 : Math.abs(b - a * ratio) / Math.sqrt(mean * variance)
  return -Math.log(prior) - Math.log(Math.max(tail(delta), 1e-300))
}

/** Paths further than this from the diagonal are not looked at, so that 20,000 paragraphs take no quadratic time. */
const band = 200

/** The cheapest way through both, by dynamic programming: pairs of counts, in order. */
const galeChurch = (a: readonly Block[], b: readonly Block[]): (readonly [number, number])[] => {
  const total = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.length, 0)
  const ratio = Math.min(2, Math.max(0.5, (total(b) || 1) / (total(a) || 1)))
  const width = 2 * band + 1 + Math.abs(a.length - b.length)
  const low = (i: number): number => Math.floor((i * b.length) / Math.max(1, a.length)) - Math.floor(width / 2)
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(width).fill(Infinity))
  const taken = Array.from({ length: a.length + 1 }, () => new Uint8Array(width))
  const at = (i: number, j: number): number => best[i]?.[j - low(i)] ?? Infinity
  for (let i = 0; i <= a.length; i++) {
    for (let j = Math.max(0, low(i)); j <= Math.min(b.length, low(i) + width - 1); j++) {
      let least = i === 0 && j === 0 ? 0 : Infinity
      let which = 0
      beads.forEach(([m, n, prior], bead) => {
        if (i < m || j < n) return
        const before = at(i - m, j - n)
        if (before === Infinity) return
        const sum = before + cost(total(a.slice(i - m, i)), total(b.slice(j - n, j)), ratio, prior)
        if (sum < least) [least, which] = [sum, bead]
      })
      best[i]![j - low(i)] = least
      taken[i]![j - low(i)] = which
    }
  }
  const steps: (readonly [number, number])[] = []
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const [m, n] = beads[taken[i]?.[j - low(i)] ?? 0] ?? [1, 1]
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
  const steps = a.length === b.length ? a.map(() => [1, 1] as const) : galeChurch(a, b)
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
