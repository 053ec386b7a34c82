/** How far two annotators' judgements from 0 to 100 of the same paragraphs agree (ESA: Kocmi et al. 2024, WMT). */
import { bootstrap, type Interval } from '../statistics/bootstrap.ts'
import { columnSums, unitsOf, type Score } from '../statistics/units.ts'
import { fewestDrawn } from './enough.ts'
import { kendallTau } from './kendall.ts'

/** What A and what B said of one paragraph. */
export type Scores = readonly [a: number, b: number]

export interface Drawn {
  /** null where there is none */
  readonly score: number | null
  /** percentile bootstrap over paragraphs, 95 %; null of fewer than five */
  readonly interval: Interval | null
}

export interface JudgedAgreement {
  readonly n: number
  /** mean of A's judgement less B's: who is the milder, and by how much (Bland & Altman 1986, Lancet 327) */
  readonly bias: Drawn
  /** Pearson's r: whether the one's judgements rise with the other's, as straight as a line */
  readonly pearson: Drawn
  /** Kendall's τ-b (Kendall 1945, Biometrika 33): of pairs of paragraphs, whether both find the same one better; ties count as neither */
  readonly kendall: Drawn
  /** Krippendorff's α of values with distances: whether they say the same number */
  readonly alpha: Drawn
}

/** Of fewer paragraphs there is no relation to tell: three lie on a line by chance. */
const fewestJudged = 5

/** Σ1, Σa, Σb, Σa², Σb², Σab: what all but τ are reckoned of. */
const rowOf = ([a, b]: Scores): readonly number[] => [1, a, b, a * a, b * b, a * b]

/** Differences of great sums are not quite 0 where they should be. */
const slack = 1e-9

const meanDifference: Score = ({ 0: n = 0, 1: a = 0, 2: b = 0 }) => (n > 0 ? (a - b) / n : null)

const correlation: Score = ({ 0: n = 0, 1: a = 0, 2: b = 0, 3: aa = 0, 4: bb = 0, 5: ab = 0 }) => {
  const [va, vb] = [n * aa - a * a, n * bb - b * b]
  if (va <= slack * n * aa || vb <= slack * n * bb) return null
  return Math.max(-1, Math.min(1, (n * ab - a * b) / Math.sqrt(va * vb)))
}

/** Krippendorff 2011, section D, δ² = (c − k)²: by the sums of 2n values, each unit with two. */
const intervalAlpha: Score = ({ 0: n = 0, 1: a = 0, 2: b = 0, 3: aa = 0, 4: bb = 0, 5: ab = 0 }) => {
  const values = 2 * n
  const expected = 2 * (values * (aa + bb) - (a + b) ** 2)
  const observed = 2 * (aa + bb - 2 * ab)
  return expected <= slack * values * (aa + bb) ? null : 1 - ((values - 1) * observed) / expected
}

const nothing: Drawn = { score: null, interval: null }

export function judgedAgreement(judged: readonly Scores[]): JudgedAgreement {
  const units = unitsOf(judged.map(rowOf))
  const drawn = (score: Score, least: number): Drawn =>
    judged.length < least
      ? nothing
      : { score: score(columnSums(units)), interval: judged.length < fewestDrawn ? null : bootstrap(units, score) }
  return {
    n: judged.length,
    bias: drawn(meanDifference, 1),
    pearson: drawn(correlation, fewestJudged),
    kendall: judged.length < fewestJudged ? nothing : { score: kendallTau(judged), interval: null },
    alpha: drawn(intervalAlpha, fewestJudged),
  }
}
