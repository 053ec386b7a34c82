/** All that is reckoned of a set of measures alone. */
import type { BinRow, ErrorRow, Figures, MonthRow, SystemRow } from '../../wire/quality-report.ts'
import { byMonth, bySystem, summedUp, type Extent } from './group.ts'
import { articlesOf, placesOf, type MeasuredSet } from './measured.ts'
import { errorRows, hterDistribution } from './tables.ts'

export interface Summary {
  readonly whole: Extent & { readonly figures: Figures }
  readonly months: readonly MonthRow[]
  readonly systems: readonly SystemRow[]
  readonly errors: readonly ErrorRow[]
  readonly distribution: readonly BinRow[]
}

const kept = new WeakMap<MeasuredSet, Summary>()

/** Reckoned once of a set, which never changes, and kept as long as it. */
export function summaryOf(set: MeasuredSet): Summary {
  const known = kept.get(set)
  if (known) return known
  const articles = articlesOf(set)
  const summary = {
    whole: summedUp(set, placesOf(set.translations), articles),
    months: byMonth(set),
    systems: bySystem(set),
    errors: errorRows(set.errors),
    distribution: hterDistribution(articles),
  }
  kept.set(set, summary)
  return summary
}
