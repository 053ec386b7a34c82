import type { Severity } from '../mqm/annotation.ts'
import { correctionsOf, type Correction } from '../store/corrections.ts'
import type { CorrectionView, Origin } from '../wire/correction.ts'
import type { Deps } from './deps.ts'

export const correctionView = (row: Correction): CorrectionView => ({
  id: row.id,
  fromA: row.mt_from,
  toA: row.mt_to,
  before: row.before,
  after: row.after,
  category: row.category,
  severity: row.severity as Severity,
  origin: row.origin as Origin,
  flag: row.flag_id,
  check: row.check_id,
  batch: row.batch_id,
  person: row.person,
  revision: row.revision,
  at: row.at,
  pair: { id: row.pair_id, corrections: row.corrections, articles: row.articles },
})

/** A desk tells no more of them, nor longer ones (UTF-16 code units of a side): their page does. */
const most = 5000
const longest = 5000

/** Those of a translation that its desk tells, in the order of the MT. */
export const deskCorrections = async (deps: Pick<Deps, 'store'>, translationId: string): Promise<CorrectionView[]> =>
  (await correctionsOf(deps.store.db, translationId))
    .filter(({ before, after }) => before.length <= longest && after.length <= longest)
    .slice(0, most)
    .map(correctionView)
