/** Bars that lie, a row each, made of pieces that are told apart by their patterns. */
import { axisOf, chartWidth, fitted, linearScale, round } from './scale.ts'

export interface BarRow {
  readonly label: string
  /** what stands at the end of the bar */
  readonly told: string
  readonly pieces: readonly { readonly kind: string; readonly value: number }[]
}

export interface BarChart {
  readonly width: number
  readonly height: number
  readonly rows: readonly {
    readonly label: string
    readonly told: string
    /** of the words over the bar */
    readonly baseline: number
    readonly y: number
    readonly end: number
    readonly pieces: readonly { readonly kind: string; readonly x: number; readonly width: number }[]
  }[]
  readonly thickness: number
}

const [left, right] = [0, chartWidth - 52]
/** the words of a row stand over its bar: on a phone there is no room beside it */
const rowHeight = 36
const thickness = 12

export function barChart(rows: readonly BarRow[]): BarChart | null {
  const total = (row: BarRow): number => row.pieces.reduce((sum, { value }) => sum + value, 0)
  const longest = Math.max(0, ...rows.map(total))
  if (longest <= 0) return null
  const x = linearScale([0, longest], [left, right])
  return {
    width: chartWidth,
    height: rows.length * rowHeight,
    thickness,
    rows: rows.map((row, n) => {
      let sum = 0
      const pieces = row.pieces
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => {
          const from = x(sum)
          sum += value
          return { kind, x: from, width: round(x(sum) - from) }
        })
      const baseline = n * rowHeight + 13
      return { label: fitted(row.label, chartWidth), told: row.told, baseline, y: baseline + 5, end: x(sum), pieces }
    }),
  }
}

export interface ColumnChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly ticks: readonly { readonly y: number; readonly label: string }[]
  readonly columns: readonly {
    readonly x: number
    readonly width: number
    readonly y: number
    readonly height: number
    /** under its left edge, where the bin begins */
    readonly label: string
    readonly told: string
  }[]
}

const columnHeight = 190
const [columnLeft, columnRight, columnTop, columnBottom] = [44, chartWidth - 14, 18, columnHeight - 26]

/** Columns side by side, as of a histogram: bins of one width. Null where all are empty. */
export function columnChart(
  bins: readonly { readonly label: string; readonly value: number }[],
  format: (value: number, digits: number) => string,
): ColumnChart | null {
  if (!bins.some(({ value }) => value > 0)) return null
  const axis = axisOf([0, ...bins.map(({ value }) => value)])
  const whole = axis.ticks.filter(tick => Number.isInteger(tick))
  const y = linearScale(axis.domain, [columnBottom, columnTop])
  const width = (columnRight - columnLeft) / bins.length
  return {
    width: chartWidth,
    height: columnHeight,
    left: columnLeft,
    right: columnRight,
    bottom: columnBottom,
    // half an article is none
    ticks: whole.map(tick => ({ y: y(tick), label: format(tick, 0) })),
    columns: bins.map(({ label, value }, n) => ({
      x: round(columnLeft + n * width + 1),
      width: round(width - 2),
      y: y(value),
      height: round(columnBottom - y(value)),
      label,
      told: value === 0 ? '' : format(value, 0),
    })),
  }
}
