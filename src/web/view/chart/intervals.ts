/** A figure a row, as a dot with its interval: what overlaps is seen at once. */
import { axisOf, chartWidth, fitted, linearScale, widthOf } from './scale.ts'

export interface IntervalRow {
  readonly label: string
  readonly told: string
  readonly score: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface IntervalChart {
  readonly width: number
  readonly height: number
  readonly bottom: number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly rows: readonly {
    readonly label: string
    readonly told: string
    readonly baseline: number
    readonly y: number
    readonly x: number | null
    readonly low: number | null
    readonly high: number | null
  }[]
  /** a line down, as the threshold is, or nought of a difference */
  readonly mark: number | null
}

const [left, right] = [12, chartWidth - 16]
const rowHeight = 38

/** Null where no row has a score. */
export function intervalChart(
  rows: readonly IntervalRow[],
  format: (value: number, digits: number) => string,
  { mark, least, most }: { readonly mark?: number; readonly least?: number; readonly most?: number } = {},
): IntervalChart | null {
  const numbers = rows.flatMap(({ score, low, high }) => (score === null ? [] : [score, low ?? score, high ?? score]))
  if (numbers.length === 0) return null
  const axis = axisOf(mark === undefined ? numbers : [...numbers, mark], {
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  })
  const x = linearScale(axis.domain, [left, right])
  const bottom = rows.length * rowHeight
  return {
    width: chartWidth,
    height: bottom + 22,
    bottom,
    ticks: axis.ticks.map(tick => ({ x: x(tick), label: format(tick, axis.digits) })),
    rows: rows.map(({ label, told, score, low, high }, n) => ({
      label: fitted(label, chartWidth - widthOf(told) - 12),
      told,
      baseline: n * rowHeight + 13,
      y: n * rowHeight + 25,
      x: score === null ? null : x(score),
      low: low === null ? null : x(low),
      high: high === null ? null : x(high),
    })),
    mark: mark === undefined ? null : x(mark),
  }
}
