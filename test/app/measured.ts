import { measureNow } from '../../src/app/measure/measure-now.ts'
import type { ErrorCounts } from '../../src/app/measure/find-errors.ts'
import { metricFigures, type Sums } from '../../src/app/measure/figures.ts'
import type { Deps } from '../../src/app/deps.ts'
import { measuresOf } from '../../src/store/measures.ts'
import { worstOfTranslations } from '../../src/store/report-rows.ts'

/** What a translation measures, as a person would read it, once all that has changed is measured. */
export async function measured(deps: Deps, translationId: string) {
  expect(await measureNow(deps, { translationId })).toBe(true)
  const [row] = await measuresOf(deps.store.db, { translationId })
  if (!row) throw new Error('it has no measure')
  const [worst] = await worstOfTranslations(deps.store.db, [translationId])
  const sums = JSON.parse(row.sums) as Sums
  const shown = (counts: string) => (JSON.parse(counts) as ErrorCounts).map(([category, severity, n]) => `${n} ${category} ${severity}`) // prettier-ignore
  return {
    ...row,
    edits: sums.ter[0],
    referenceWords: sums.ter[1],
    ...metricFigures(sums),
    errors: shown(row.errors),
    open: shown(row.open),
    worst: worst ? (JSON.parse(worst.worst) as readonly unknown[]) : [],
  }
}
