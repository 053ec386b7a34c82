import { measuredNames } from '../../store/report-rows.ts'
import type { Deps } from '../deps.ts'

/** What reports can be asked about: systems and languages that something was measured of. */
export const reportChoices = ({ store: { db } }: Deps): ReturnType<typeof measuredNames> => measuredNames(db)
