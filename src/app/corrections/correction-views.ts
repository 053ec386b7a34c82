import type { Severity } from '../../mqm/annotation.ts'
import { correctionsOf, type Correction } from '../../store/corrections.ts'
import { rulingsOf, type Ruling } from '../../store/rulings.ts'
import type { CorrectionView, Origin } from '../../wire/correction.ts'
import type { Deps } from '../deps.ts'

/** @param ruling what was said of it since it was saved; else its category was said with the save, if a person has said it */
export const correctionView = (row: Correction, ruling?: { readonly person: string }): CorrectionView => ({
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
  saidBy: row.origin === 'person' ? (ruling?.person ?? row.person) : '',
  pair: { id: row.pair_id, corrections: row.corrections, articles: row.articles },
})

/** A desk tells no more of them, nor longer ones (UTF-16 code units of a side): their page does. */
const most = 5000
const longest = 5000

/** What a ruling is of: it holds of a correction while its words read so. */
const rulingKey = (from: number, to: number, words: string): string => `${from} ${to} ${words}`

/** What was said last of each correction of a translation. */
export async function lastRulings(
  { store }: Pick<Deps, 'store'>,
  translationId: string,
): Promise<(row: Correction) => Ruling | undefined> {
  const rulings = await rulingsOf(store.db, translationId)
  const last = new Map(rulings.map(r => [rulingKey(r.mt_from, r.mt_to, r.words), r]))
  return row => last.get(rulingKey(row.mt_from, row.mt_to, row.after))
}

/** Those of a translation that its desk tells, in the order of the MT. */
export async function deskCorrections(deps: Pick<Deps, 'store'>, translationId: string): Promise<CorrectionView[]> {
  const [corrections, rulingOf] = await Promise.all([
    correctionsOf(deps.store.db, translationId),
    lastRulings(deps, translationId),
  ])
  return corrections
    .filter(({ before, after }) => before.length <= longest && after.length <= longest)
    .slice(0, most)
    .map(row => correctionView(row, rulingOf(row)))
}
