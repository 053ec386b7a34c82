/** Sums of the metrics' statistics, and the figures they come to. */
import { chrf } from '../../metrics/chrf.ts'
import { ter } from '../../metrics/ter.ts'

/** Of one sentence, or added up over many: figures are made of sums, never of other figures. */
export interface Sums {
  /** edits, words of the reference */
  readonly ter: readonly number[]
  /** for each order n-grams of the hypothesis, of the reference, of both */
  readonly chrf: readonly number[]
}

const ofNothing = (statistics: readonly number[]): readonly number[] => statistics.map(() => 0)

export const noSums: Sums = {
  ter: ofNothing(ter.statistics('', '', ter.defaults)),
  chrf: ofNothing(chrf.statistics('', '', chrf.defaults)),
}

/** The statistics of a machine's words against what they were corrected to, with the metrics' usual options. */
export const sumsOf = (mt: string, corrected: string): Sums => ({
  ter: ter.statistics(mt, corrected, ter.defaults),
  chrf: chrf.statistics(mt, corrected, chrf.defaults),
})

const added = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, n) => value + (b[n] ?? 0))

export const addSums = (a: Sums, b: Sums): Sums => ({ ter: added(a.ter, b.ter), chrf: added(a.chrf, b.chrf) })

export interface MetricFigures {
  /** edits per 100 words of the corrected text (TER against the text's own correction: Snover et al. 2006); null without words */
  readonly hter: number | null
  /** 0 to 100; null without characters */
  readonly chrf: number | null
}

export function metricFigures(sums: Sums): MetricFigures {
  const has = (statistics: readonly number[]) => statistics.some(value => value > 0)
  return {
    hter: has(sums.ter) ? ter.combine(sums.ter, ter.defaults) : null,
    chrf: has(sums.chrf) ? chrf.combine(sums.chrf, chrf.defaults) : null,
  }
}
