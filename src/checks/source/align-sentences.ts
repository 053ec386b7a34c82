/** Which sentences of a source are which of its translation: by length, and by what they share. */
import type { Language } from './language.ts'
import type { FactSentence } from './sentences.ts'

/** Sentences of the one that are sentences of the other: `from` to `to`, half-open, as indices; empty where one side has none. */
export interface Bead {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** How long Swedish is beside each language, in characters: measured on 1,997 sentences of news (NTREX). */
const lengthRatios: Readonly<Record<Language, number>> = { en: 1.02, de: 0.86, nb: 1, da: 1, sv: 1, other: 1 }
export const lengthRatio = (language: Language): number => lengthRatios[language]

/** Variance of the difference in length per character: 1.9 to 2.4 on the same sentences. */
const variance = 2.4

/** As Gale and Church 1993, table 5, with one in three added: long German sentences are taken apart. */
const shapes = [
  { m: 1, n: 1, prior: -Math.log(0.89) },
  { m: 1, n: 0, prior: -Math.log(0.0099) },
  { m: 0, n: 1, prior: -Math.log(0.0099) },
  { m: 2, n: 1, prior: -Math.log(0.06) },
  { m: 1, n: 2, prior: -Math.log(0.06) },
  { m: 2, n: 2, prior: -Math.log(0.011) },
  { m: 1, n: 3, prior: -Math.log(0.003) },
  { m: 3, n: 1, prior: -Math.log(0.003) },
] as const

// taken out of the global object, where the inner loop would look them up millions of times
const { abs, floor, log, max, min, round, sqrt } = Math
const impossible = Infinity

/** What stands alone is as surprising as three standard deviations: docs/decisions/0013. */
const alone = 3
/** No difference in length weighs more than this: what two sentences share can still hold them together. */
const mostSurprise = 14

/** How many standard deviations lengths differ. */
export const deviation = (a: number, b: number): number => abs(b - a) / sqrt(max(1, (a + b) / 2) * variance)

/** About -log of the normal distribution's tail on both sides. */
const surpriseOf = (z: number): number => min(mostSurprise, z < 0.1 ? 0 : (z * z) / 2 + log(1 + z))
/** In steps of 1/100, for it is asked for millions of times. */
const surprises = Float64Array.from({ length: 600 }, (_, i) => surpriseOf(i / 100))
const surprise = (z: number): number => surprises[round(z * 100)] ?? mostSurprise

/** An anchor in more sentences than this tells none of them apart. */
const commonest = 12
const strongest = 4

/** What sentences share: for each of the source, those of the translation with the weight of their common anchors. */
function sharedOf(a: readonly FactSentence[], b: readonly FactSentence[]): ReadonlyMap<number, number>[] {
  const where = new Map<string, number[]>()
  const count = new Map<string, number>()
  for (const { index, anchors } of b)
    for (const anchor of anchors) where.set(anchor, [...(where.get(anchor)?.slice(0, commonest) ?? []), index])
  for (const { anchors } of a) for (const anchor of anchors) count.set(anchor, (count.get(anchor) ?? 0) + 1)
  const all = max(a.length, b.length, 4)
  return a.map(({ anchors }) => {
    const shared = new Map<number, number>()
    for (const anchor of anchors) {
      const found = where.get(anchor) ?? []
      const often = max(found.length, count.get(anchor) ?? 1)
      if (found.length === 0 || often > commonest) continue
      const weight = min(strongest, log(all / often))
      for (const index of found) shared.set(index, (shared.get(index) ?? 0) + weight)
    }
    return shared
  })
}

/** No shape has more sentences of the source than three: a row and the three before it. */
const rows = 4

/** Paths further than this from the diagonal are not looked at in long texts. */
const band = 80
const small = 300

const sums = (sentences: readonly FactSentence[], ratio: number): Float64Array => {
  const all = new Float64Array(sentences.length + 1)
  sentences.forEach(({ letters }, i) => (all[i + 1] = (all[i] ?? 0) + letters * ratio))
  return all
}

/** Both texts, covered once and in order. */
export function alignSentences(a: readonly FactSentence[], b: readonly FactSentence[], ratio: number): Bead[] {
  const shared = sharedOf(a, b)
  const [sumA, sumB] = [sums(a, ratio), sums(b, 1)]
  const whole = max(a.length, b.length) <= small
  const width = whole ? b.length + 1 : 2 * band + 1
  const lowOf = (i: number): number => (whole ? 0 : floor((i * b.length) / max(1, a.length)) - band)
  // of the sums only the rows that a shape reaches back to are kept: the texts may be long
  const best = Array.from({ length: rows }, () => new Float64Array(width))
  const taken = new Uint8Array((a.length + 1) * width)

  const cost = (i: number, j: number, m: number, n: number): number => {
    if (m === 0 || n === 0) return alone
    let gain = a[i]!.opens === b[j]!.opens ? (a[i]!.opens ? 1 : 0) : -1
    // two and two are turned round, else they are one and one twice
    for (let k = i; k < i + m; k++)
      for (let l = j; l < j + n; l++) if (m < 2 || n < 2 || k - i !== l - j) gain += shared[k]!.get(l) ?? 0
    return surprise(deviation(sumA[i + m]! - sumA[i]!, sumB[j + n]! - sumB[j]!)) - gain
  }

  for (let i = 0; i <= a.length; i++) {
    const low = lowOf(i)
    const row = best[i % rows]!.fill(impossible)
    for (let j = max(0, low); j <= min(b.length, low + width - 1); j++) {
      let least = i === 0 && j === 0 ? 0 : impossible
      for (let shape = 0; shape < shapes.length; shape++) {
        const { m, n, prior } = shapes[shape]!
        if (i < m || j < n) continue
        const before = best[(i - m) % rows]![j - n - lowOf(i - m)] ?? impossible
        if (before === impossible) continue
        const sum = before + prior + cost(i - m, j - n, m, n)
        if (sum < least) {
          least = sum
          taken[i * width + j - low] = shape
        }
      }
      row[j - low] = least
    }
  }
  const takenAt = (i: number, k: number): number => (k < 0 || k >= width ? 0 : (taken[i * width + k] ?? 0))
  const beads: Bead[] = []
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0;) {
    const shape = shapes[takenAt(i, j - lowOf(i))]!
    const [m, n] = i === 0 ? [0, 1] : j === 0 ? [1, 0] : [min(shape.m, i), min(shape.n, j)]
    beads.push({ fromA: i - m, toA: i, fromB: j - n, toB: j })
    ;[i, j] = [i - m, j - n]
  }
  return beads.reverse()
}
