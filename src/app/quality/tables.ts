/** Tables of a report: errors by category and severity, how HTER is spread. */
import type { BinRow, ErrorRow } from '../../wire/quality-report.ts'
import { noSeverities } from '../../wire/quality-report.ts'
import { rounded } from '../measure/find-errors.ts'
import { columnsOf, ruleOf } from './figures.ts'
import type { Articles, ErrorTotal } from './measured.ts'

/** What weighs most first. */
export function errorRows(totals: readonly ErrorTotal[]): ErrorRow[] {
  const rows = new Map<
    string,
    { category: string; severities: Record<string, number>; count: number; penalty: number }
  >()
  for (const { category, severity, count, penalty } of totals) {
    const row = rows.get(category) ?? { category, severities: { ...noSeverities }, count: 0, penalty: 0 }
    row.severities[severity] = rounded((row.severities[severity] ?? 0) + count)
    row.count = rounded(row.count + count)
    row.penalty = rounded(row.penalty + penalty)
    rows.set(category, row)
  }
  return ([...rows.values()] as ErrorRow[]).sort(
    (a, b) => b.penalty - a.penalty || b.count - a.count || (a.category < b.category ? -1 : 1),
  )
}

/** Per cent: of one width, but for the last, which has no end, for HTER has none. */
const bins = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50] as const

/** How many articles have an HTER of how much. */
export function hterDistribution({ units }: Articles): BinRow[] {
  const rule = ruleOf('hter')
  const [edits, words] = columnsOf(rule, units)
  const counts = bins.map(() => 0)
  for (let n = 0; n < units.count; n++) {
    const hter = rule.score([edits![n]!, words![n]!])
    if (hter === null) continue
    const bin = bins.findLastIndex(from => hter >= from)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return bins.map((from, n) => ({ from, to: bins[n + 1] ?? null, articles: counts[n] ?? 0 }))
}
