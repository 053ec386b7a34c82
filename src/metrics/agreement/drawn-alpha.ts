import { bootstrap, type Interval } from '../statistics/bootstrap.ts'
import { unitsOf } from '../statistics/units.ts'
import { fewestDrawn } from './enough.ts'
import { alphaOf, nominal, ordinal, placesIn, type Judgements } from './alpha.ts'

export interface DrawnAlpha {
  /** null where there is nothing to agree on */
  readonly alpha: number | null
  /** units that at least two have judged */
  readonly units: number
  /** the values that they were given, and how often each: a unit counts as often as it was judged */
  readonly counts: readonly number[]
  /** percentile bootstrap, 95 %; null of fewer than five groups */
  readonly interval: Interval | null
}

/**
 * α with its interval. What is drawn again are groups of units, sentences say, each with all its units, since those of a group are not independent
 * of each other; of units that are, each is a group. To draw units again is the standard bootstrap, which Zapf, Castell, Morawietz & Karch 2016
 * (BMC Medical Research Methodology 16:93) recommend for α; Krippendorff's own algorithm draws pairs of values and leaves the expected
 * disagreement as it is, which supposes that units are independent.
 * @param groups of each unit, its group; null where each is its own
 * @param order of values that have one
 */
export function drawnAlpha<T>(
  units: readonly Judgements<T>[],
  groups: readonly number[] | null,
  order: readonly T[] | null,
): DrawnAlpha {
  const { placed, values } = placesIn(units, order)
  const rows = new Map<number, Map<number, number>>()
  const cells = new Map<number, number>()
  let judged = 0
  for (const [i, unit] of placed.entries()) {
    // what nobody else has judged says nothing of agreement
    if (unit.length < 2) continue
    judged += 1
    const group = groups ? (groups[i] ?? 0) : i
    const row = rows.get(group) ?? new Map<number, number>()
    rows.set(group, row)
    for (const [j, c] of unit.entries())
      for (const [k, other] of unit.entries()) {
        if (j === k) continue
        const cell = c * values + other
        if (!cells.has(cell)) cells.set(cell, cells.size)
        row.set(cell, (row.get(cell) ?? 0) + 1 / (unit.length - 1))
      }
  }
  // only what was ever said is drawn again
  const said = [...cells.keys()]
  const score = (sums: ArrayLike<number>): number | null =>
    alphaOf(said.map((cell, n) => [Math.floor(cell / values), cell % values, sums[n] ?? 0] as const), values, order ? ordinal : nominal) // prettier-ignore
  const drawn = unitsOf([...rows.values()].map(row => said.map(cell => row.get(cell) ?? 0)))
  const counts = Array.from({ length: values }, () => 0)
  for (const unit of placed) if (unit.length > 1) for (const c of unit) counts[c]! += 1
  const whole = drawn.columns.map(column => column.reduce((sum, n) => sum + n, 0))
  return {
    alpha: score(whole),
    units: judged,
    counts,
    interval: drawn.count < fewestDrawn ? null : bootstrap(drawn, score),
  }
}
