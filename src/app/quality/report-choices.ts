import { measuredNames, wordsBySystem } from '../../store/report-rows.ts'
import { reviewedStates } from '../../wire/common.ts'
import type { About } from '../../wire/quality-report.ts'
import type { Deps, Person } from '../deps.ts'
import { openFilter } from './report-filter.ts'

/** What reports can be asked about: systems and languages that something was measured of. */
export const reportChoices = ({ store: { db } }: Deps): ReturnType<typeof measuredNames> => measuredNames(db)

/** How many words of each system there are among what is chosen otherwise; a system that is not there has nothing. */
export async function comparableWords(
  { store: { db } }: Deps,
  about: About,
  person: Person | null,
): Promise<ReadonlyMap<string, number>> {
  const filter = await openFilter(db, { ...about, system: null }, person)
  return wordsBySystem(db, { ...filter, reviewed: reviewedStates })
}
