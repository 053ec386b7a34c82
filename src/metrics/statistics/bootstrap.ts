/** Intervals by drawing again: Efron 1979; for machine translation Koehn 2004, Statistical Significance Tests for MT Evaluation (EMNLP). */
import { Random } from './random.ts'
import { columnSums, type Score, type Units } from './units.ts'

export interface Drawing {
  /** how often all units are drawn again; 1,000 where not given */
  readonly resamples?: number | undefined
  /** of the interval, above 0 and below 1; 0.95 where not given */
  readonly level?: number | undefined
  /** the same seed, the same figures */
  readonly seed?: number | undefined
}

export const usualDrawing = { resamples: 1000, level: 0.95, seed: 12345 } as const

export interface Interval {
  /** the score of all units as they are */
  readonly score: number
  readonly low: number
  readonly high: number
  readonly level: number
}

/** As many units as there are, drawn with replacement, so often; each time `visit` is given the sums of what was drawn. */
export function drawAgain(
  { count, columns }: Units,
  resamples: number,
  seed: number,
  visit: (sums: Float64Array) => void,
): void {
  const random = new Random(seed)
  const drawn = new Uint32Array(count)
  const times = new Float64Array(count)
  const sums = new Float64Array(columns.length)
  for (let resample = 0; resample < resamples; resample++) {
    random.fillBelow(drawn, count)
    times.fill(0)
    for (let i = 0; i < count; i++) times[drawn[i]!]!++
    for (let i = 0; i < columns.length; i++) sums[i] = sumOf(columns[i]!, times)
    visit(sums)
  }
}

/**
 * Each number as often as its unit was drawn: read in order, which takes half the time of going where the lot says. Four sums at a time,
 * for an addition need not wait for the one before.
 */
function sumOf(column: Float64Array, times: Float64Array): number {
  let [a, b, c, d, i] = [0, 0, 0, 0, 0]
  for (; i + 3 < times.length; i += 4) {
    a += column[i]! * times[i]!
    b += column[i + 1]! * times[i + 1]!
    c += column[i + 2]! * times[i + 2]!
    d += column[i + 3]! * times[i + 3]!
  }
  for (; i < times.length; i++) a += column[i]! * times[i]!
  return a + b + c + d
}

/** What is left of sorted scores when as many are cut off at either end as are outside of the level. */
export function percentiles(scores: Float64Array, level: number): { readonly low: number; readonly high: number } {
  const sorted = scores.toSorted()
  // 1 − 0.95 is a little more than 0.05
  const cut = Math.min(Math.floor(((1 - level) / 2) * sorted.length + 1e-9), (sorted.length - 1) >> 1)
  return { low: sorted[cut] ?? NaN, high: sorted[sorted.length - 1 - cut] ?? NaN }
}

/**
 * The percentile interval of a score. Drawings that have no score (no words, say) are left out. Null where the units have none, where
 * no drawing has one, or where there are fewer than two units: drawing one again always gives the same.
 */
export function bootstrap(units: Units, score: Score, drawing: Drawing = {}): Interval | null {
  const { resamples = usualDrawing.resamples, level = usualDrawing.level, seed = usualDrawing.seed } = drawing
  const observed = units.count < 2 ? null : score(columnSums(units))
  if (observed === null) return null
  const scores = new Float64Array(resamples)
  let scored = 0
  drawAgain(units, resamples, seed, sums => {
    const drawn = score(sums)
    if (drawn !== null) scores[scored++] = drawn
  })
  return scored === 0 ? null : { score: observed, ...percentiles(scores.subarray(0, scored), level), level }
}
