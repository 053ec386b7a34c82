/** Figures in their order of time, with the interval of each as a band and as whiskers. */
import { axisOf, chartWidth, linearScale, round, widthOf } from './scale.ts'

export interface LinePoint {
  readonly label: string
  readonly score: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface LineAsked {
  readonly points: readonly LinePoint[]
  /** a line across, as the threshold is */
  readonly mark?: number | undefined
  /** what no figure goes beyond */
  readonly least?: number | undefined
  readonly most?: number | undefined
  /** a number of the axis, as the reader's language writes it */
  readonly format: (value: number, digits: number) => string
}

export interface LineChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly ticks: readonly { readonly y: number; readonly label: string }[]
  readonly labels: readonly { readonly x: number; readonly label: string; readonly anchor: 'middle' | 'end' }[]
  readonly points: readonly {
    readonly x: number
    readonly y: number
    /** of the interval, where it is drawn at the point itself */
    readonly low: number | null
    readonly high: number | null
  }[]
  /** of a point */
  readonly radius: number
  /** path data; with gaps where there is no score */
  readonly line: string
  readonly band: string
  readonly mark: number | null
}

const height = 190
const [left, right, top, bottom] = [44, chartWidth - 14, 10, height - 26]
/** so many labels have room under it */
const mostLabels = 4
/** of more points the whiskers would run into each other: the band is enough */
const mostWhiskers = 24

/** Runs of points that follow on each other. */
function runsOf<T extends { readonly n: number }>(points: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run && run.at(-1)!.n === point.n - 1) run.push(point)
    else runs.push([point])
  }
  return runs
}

const pathOf = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** Under its point, but no further than the paper goes. */
const labelAt = (x: number, label: string) =>
  x + widthOf(label) / 2 > chartWidth
    ? ({ x: chartWidth, label, anchor: 'end' } as const)
    : ({ x, label, anchor: 'middle' } as const)

/** Null where no point has a score. */
export function lineChart({ points, mark, least, most, format }: LineAsked): LineChart | null {
  const scored = points.flatMap(({ score, low, high }, n) => (score === null ? [] : [{ n, score, low, high }]))
  if (scored.length === 0) return null
  const numbers = scored.flatMap(({ score, low, high }) => [score, low ?? score, high ?? score])
  const axis = axisOf(mark === undefined ? numbers : [...numbers, mark], {
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  })
  const y = linearScale(axis.domain, [bottom, top])
  const x = (n: number): number =>
    round(points.length === 1 ? (left + right) / 2 : left + 10 + (n * (right - left - 20)) / (points.length - 1))
  const placed = scored.map(({ n, score, low, high }) => ({
    n,
    x: x(n),
    y: y(score),
    low: low === null ? null : y(low),
    high: high === null ? null : y(high),
  }))
  const banded = runsOf(placed.filter(({ low, high }) => low !== null && high !== null)).filter(run => run.length > 1)
  const dense = points.length > mostWhiskers
  const inBand = new Set(dense ? banded.flat() : [])
  const every = Math.ceil(points.length / mostLabels)
  return {
    width: chartWidth,
    height,
    left,
    right,
    bottom,
    ticks: axis.ticks.map(tick => ({ y: y(tick), label: format(tick, axis.digits) })),
    // counted from the last, which is the one that is asked for
    labels: points.flatMap(({ label }, n) => ((points.length - 1 - n) % every === 0 ? [labelAt(x(n), label)] : [])),
    points: placed.map(point => {
      const { x: across, y: down, low, high } = point
      return inBand.has(point) ? { x: across, y: down, low: null, high: null } : { x: across, y: down, low, high }
    }),
    radius: dense ? 2 : 3.5,
    line: runsOf(placed)
      .map(run => pathOf(run.map(point => [point.x, point.y])))
      .join(''),
    band: banded
      .map(run => {
        const upper = run.map(point => [point.x, point.high!] as const)
        const lower = run.toReversed().map(point => [point.x, point.low!] as const)
        return `${pathOf([...upper, ...lower])}Z`
      })
      .join(''),
    mark: mark === undefined ? null : y(mark),
  }
}
