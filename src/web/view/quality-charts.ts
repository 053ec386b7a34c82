/** The charts of a report: what each shows, in words too. */
import { ruleOf } from '../../app/quality/figures.ts'
import { monthOf } from '../../app/quality/report-filter.ts'
import { fill, formatDecimal, formatMonth, formatNumber, messages, type Language } from '../../i18n/index.ts'
import { severities } from '../../mqm/annotation.ts'
import type { BinRow, ComparedFigure, ErrorRow, FigureId, MonthRow, SystemRow } from '../../wire/quality-report.ts'
import { barChart, columnChart } from './chart/bars.ts'
import { intervalChart } from './chart/intervals.ts'
import { lineChart, type LinePoint } from './chart/line.ts'
import { categoryName } from './quality-names.ts'
import { figureNumber, toldFigure } from './quality-figures.ts'
import { seen } from './seen.ts'

/** Of the others two say the same as the first; chrF has no interval of parts. */
const charted: readonly FigureId[] = ['quality', 'hter']

/** What no figure goes beyond. */
const bounds: Readonly<Record<FigureId, { readonly least?: number; readonly most?: number }>> = {
  quality: { most: 100 },
  penalty: { least: 0 },
  wmt: { least: 0 },
  esa: { least: 0, most: 100 },
  hter: { least: 0 },
  chrf: { least: 0, most: 100 },
}

const axisNumber =
  (language: Language) =>
  (value: number, digits: number): string =>
    formatDecimal(language, value, digits)

/** A figure as it went, with its name and in a sentence; null where it has no score anywhere. */
function lineOf(
  language: Language,
  id: FigureId,
  points: readonly (LinePoint & { readonly long: string })[],
  { title, mark }: { readonly title: string; readonly mark: number | undefined },
) {
  const { quality: m } = messages(language)
  const chart = lineChart({ points, ...bounds[id], mark, format: axisNumber(language) })
  const scored = points.flatMap(({ score, long }) =>
    score === null ? [] : [{ long, value: figureNumber(language, id, score) }],
  )
  const [first, last] = [scored[0], scored.at(-1)]
  if (!chart || !first || !last) return null
  const desc =
    scored.length === 1
      ? fill(language, m.chartOneMonth, { value: first.value, month: first.long })
      : fill(language, m.chartOverTimeDesc, {
          first: first.value,
          firstMonth: first.long,
          last: last.value,
          lastMonth: last.long,
        })
  const markLabel = mark === undefined ? '' : fill(language, m.threshold, { threshold: mark })
  return { id: `over-time-${id}`, name: m.names[id], title, desc, markLabel, ...chart }
}

/** Every month between the first and the last, also those in which nothing came. */
function eachMonth(months: readonly MonthRow[]): readonly { month: string; row: MonthRow | undefined }[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  if (first === undefined || last === undefined) return []
  const rows = new Map(months.map(row => [row.month, row]))
  const [year = 0, number = 1] = first.split('-').map(Number)
  const all = []
  for (let n = 0; ; n += 1) {
    const month = monthOf(new Date(year, number - 1 + n, 1).getTime())
    all.push({ month, row: rows.get(month) })
    if (month >= last) return all
  }
}

export function monthCharts(language: Language, months: readonly MonthRow[], threshold: number) {
  const { quality: m } = messages(language)
  return charted.flatMap(id => {
    const points = eachMonth(months).map(({ month, row }) => {
      const { score = null, low = null, high = null } = row?.figures[id] ?? {}
      return {
        label: formatMonth(language, month, 'short'),
        long: formatMonth(language, month, 'long'),
        score,
        low,
        high,
      }
    })
    if (points.filter(({ score }) => score !== null).length < 2) return []
    const title = fill(language, m.chartOverTime, { figure: m.names[id] })
    return lineOf(language, id, points, { title, mark: id === 'quality' ? threshold : undefined }) ?? []
  })
}

export function revisionChart(
  language: Language,
  revisions: readonly { readonly revision: number; readonly hter: number | null }[],
) {
  const { quality: m } = messages(language)
  const points = revisions.map(({ revision, hter }) => {
    const label = formatNumber(language, revision)
    return { label, long: fill(language, m.revisionNumber, { n: revision }), score: hter, low: null, high: null }
  })
  return points.length < 2 ? null : lineOf(language, 'hter', points, { title: m.chartByRevision, mark: undefined })
}

export function systemCharts(language: Language, systems: readonly SystemRow[], threshold: number) {
  const { quality: m } = messages(language)
  return charted.flatMap(id => {
    const scored = systems.filter(({ figures }) => figures[id].score !== null)
    if (scored.length < 2) return []
    const rows = scored.map(({ system, figures }) => ({
      label: system === '' ? m.unnamed : seen(system),
      told: toldFigure(language, id, figures[id], 'articles').value ?? '–',
      ...figures[id],
    }))
    const mark = id === 'quality' ? { mark: threshold } : {}
    const chart = intervalChart(rows, axisNumber(language), { ...bounds[id], ...mark })
    if (!chart) return []
    const list = rows.map(({ label, told }) => `${label} ${told}`).join(', ')
    return [
      {
        id: `systems-${id}`,
        name: m.names[id],
        title: fill(language, m.chartSystems, { figure: m.names[id] }),
        desc: fill(language, m.chartSystemsDesc, { list }),
        markLabel: id === 'quality' ? fill(language, m.threshold, { threshold }) : '',
        ...chart,
      },
    ]
  })
}

/** One under the other they are read as a list; what comes after has no room in it. */
const mostBars = 10

export function errorChart(language: Language, errors: readonly ErrorRow[]) {
  const { quality: m } = messages(language)
  const shown = errors.slice(0, mostBars)
  const rows = shown.map(row => ({
    label: categoryName(language, row.category),
    told: formatNumber(language, Math.round(row.count * 10) / 10),
    pieces: severities.toReversed().map(kind => ({ kind, value: row.severities[kind] })),
  }))
  const chart = barChart(rows)
  if (!chart) return null
  const list = rows
    .slice(0, 3)
    .map(({ label, told }) => `${label} ${told}`)
    .join(', ')
  const desc = fill(language, m.chartErrorsDesc, { list })
  return { id: 'errors', title: m.chartErrors, desc, more: errors.length - shown.length, ...chart }
}

export const binName = (language: Language, { from, to }: BinRow): string => {
  const { quality: m } = messages(language)
  return to === null ? fill(language, m.binAbove, { from }) : fill(language, m.binBetween, { from, to })
}

export function distributionChart(language: Language, bins: readonly BinRow[]) {
  const { quality: m } = messages(language)
  const chart = columnChart(
    bins.map(({ from, to, articles }) => ({
      label: to === null ? `${formatNumber(language, from)}–` : formatNumber(language, from),
      value: articles,
    })),
    axisNumber(language),
  )
  const most = bins.toSorted((a, b) => b.articles - a.articles)[0]
  if (!chart || !most) return null
  const desc = fill(language, m.chartDistributionDesc, { bin: binName(language, most) })
  return { id: 'distribution', title: m.chartDistribution, desc, ...chart }
}

/** The difference of each figure, each on an axis of its own: they are not of one measure. */
export function differenceCharts(language: Language, tests: readonly ComparedFigure[]) {
  const { quality: m } = messages(language)
  return tests.flatMap(({ figure: id, difference, low, high }) => {
    const told = difference === null ? '–' : figureNumber(language, id, difference)
    const row = { label: m.names[id], told, score: difference, low, high }
    const chart = intervalChart([row], axisNumber(language), { mark: 0 })
    if (!chart) return []
    const title = fill(language, m.chartDifference, { figure: m.names[id] })
    const desc = fill(language, m.chartDifferenceDesc, { list: `${m.names[id]} ${told}` })
    // which side is whose: of some figures more is better, of others less
    const [left, right] =
      ruleOf(id).better === 'higher' ? [m.secondBetter, m.firstBetter] : [m.firstBetter, m.secondBetter]
    return [{ id: `difference-${id}`, name: '', title, desc, markLabel: '', ends: [left, right], ...chart }]
  })
}
