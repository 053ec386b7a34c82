/** Is one of two systems better, or is it chance? Both have translated the same units. */
import { drawAgain, percentiles, usualDrawing, type Drawing, type Interval } from './bootstrap.ts'
import { Random } from './random.ts'
import { beside, columnSums, type Score, type Units } from './units.ts'

/** Sums in another order differ in their last digits; what is equal but for these is equal. */
const slack = 1e-9

const difference = (score: Score, both: Float64Array): number | null => {
  const width = both.length / 2
  const [a, b] = [score(both.subarray(0, width)), score(both.subarray(width))]
  return a === null || b === null ? null : a - b
}

/** Riezler & Maxwell 2005 and Noreen 1989: what is observed is itself one of the drawings, so that p is never 0. */
const pOf = (asExtreme: number, drawings: number): number => (asExtreme + 1) / (drawings + 1)

export interface PairedBootstrap extends Interval {
  /** share of drawings in which the first has the higher score, 0 to 1; equal ones count half (Koehn 2004) */
  readonly higher: number
  /** two-sided: how often chance alone gives a difference as great */
  readonly p: number
}

/**
 * The paired bootstrap: both systems on the units drawn (Koehn 2004). `score`, `low` and `high` are those of the difference, first − second.
 * p by the shift method (Noreen 1989; Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 16): the differences drawn, moved so
 * that their mean is 0, are those of systems that are alike. Riezler & Maxwell 2005, figure 2, and sacreBLEU after them, move the differences
 * without their signs; of systems that are alike that calls twice as many different as the level says, and this does not. Null where
 * `bootstrap` is.
 * @throws RangeError where the two are not of the same units
 */
export function pairedBootstrap(a: Units, b: Units, score: Score, drawing: Drawing = {}): PairedBootstrap | null {
  const { resamples = usualDrawing.resamples, level = usualDrawing.level, seed = usualDrawing.seed } = drawing
  const both = beside(a, b)
  const observed = both.count < 2 ? null : difference(score, columnSums(both))
  if (observed === null) return null
  const drawn = new Float64Array(resamples)
  let scored = 0
  drawAgain(both, resamples, seed, sums => {
    const one = difference(score, sums)
    if (one !== null) drawn[scored++] = one
  })
  if (scored === 0) return null
  const differences = drawn.subarray(0, scored)
  const mean = differences.reduce((sum, one) => sum + one, 0) / scored
  const least = Math.abs(observed) * (1 - slack)
  let [extreme, wins] = [0, 0]
  for (const one of differences) {
    if (Math.abs(one - mean) >= least) extreme++
    wins += one > 0 ? 1 : one === 0 ? 0.5 : 0
  }
  return { score: observed, ...percentiles(differences, level), level, higher: wins / scored, p: pOf(extreme, scored) }
}

/** The sum of those whose coin, a bit each, shows heads. */
function sumTossed(column: Float64Array, coins: Uint32Array): number {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += column[i]! * ((coins[i >>> 5]! >>> (i & 31)) & 1)
  return sum
}

export interface Randomisation {
  /** of the scores, first − second */
  readonly difference: number
  /** two-sided: how often systems that are alike differ as much */
  readonly p: number
}

/**
 * Approximate randomisation (Noreen 1989; Riezler & Maxwell 2005, figure 1): if the systems are alike, it does not matter whose
 * translation a unit has; for each unit a coin says whether the two change places. A drawing without a score counts as extreme. Null
 * where one of the systems has no score.
 * @throws RangeError where the two are not of the same units
 */
export function approximateRandomisation(
  a: Units,
  b: Units,
  score: Score,
  { trials = 10_000, seed = usualDrawing.seed }: { readonly trials?: number; readonly seed?: number } = {},
): Randomisation | null {
  const whole = columnSums(beside(a, b))
  const observed = difference(score, whole)
  if (observed === null) return null
  const random = new Random(seed)
  const coins = new Uint32Array(Math.ceil(a.count / 32))
  const moves = a.columns.map((column, i) => column.map((number, unit) => number - b.columns[i]![unit]!))
  const sums = new Float64Array(whole.length)
  const least = Math.abs(observed) * (1 - slack)
  let extreme = 0
  for (let trial = 0; trial < trials; trial++) {
    random.fill(coins)
    for (const [i, move] of moves.entries()) {
      const moved = sumTossed(move, coins)
      sums[i] = whole[i]! - moved
      sums[i + moves.length] = whole[i + moves.length]! + moved
    }
    const one = difference(score, sums)
    if (one === null || Math.abs(one) >= least) extreme++
  }
  return { difference: observed, p: pOf(extreme, trials) }
}
