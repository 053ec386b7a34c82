import { actsStamp, countActsIn, countFindingsIn, type ActCount } from '../../store/report-rows.ts'
import { measuresStamp } from '../../store/measures.ts'
import type { Store } from '../../store/db/store.ts'
import type { CheckRow } from '../../wire/quality-report.ts'
import { checks } from '../../checks/index.ts'
import { LruCache } from '../lru-cache.ts'
import type { MeasuredSet } from './measured.ts'

/** So many bytes of counts are kept, of some hundred filters. */
const mostKept = 1_000_000
const bytesOfOne = 150
const kept = new WeakMap<Store, LruCache<readonly ActCount[]>>()

type MeasuredPart = Pick<MeasuredSet, 'filter' | 'members' | 'stamp'>
/** In which articles: in one, or in those of a set. */
export type CheckedIn = { readonly articleId: string } | MeasuredPart

/**
 * Acts are many, and only added to: what was counted of them stands until there is another, or the set has other members. Not kept where
 * measures have changed since the set was read, for then it was counted among others.
 */
async function actCounts(store: Store, { filter, members, stamp }: MeasuredPart): Promise<readonly ActCount[]> {
  const { db } = store
  const known = kept.get(store) ?? new LruCache(mostKept)
  kept.set(store, known)
  const key = `${members} ${await actsStamp(db)}`
  const found = known.get(key)
  if (found) return found
  const counts = await countActsIn(db, { report: filter })
  if ((await measuresStamp(db)) === stamp) known.set(key, counts, counts.length * bytesOfOne)
  return counts
}

/** What each check found, and how often it was right; those that found nothing are left out. The most telling first. */
export async function checkRows(store: Store, checked: CheckedIn): Promise<CheckRow[]> {
  const ofOne = 'articleId' in checked
  const [acts, counts] = await Promise.all([
    ofOne ? countActsIn(store.db, checked) : actCounts(store, checked),
    countFindingsIn(store.db, ofOne ? checked : { report: checked.filter }),
  ])
  const open = new Map(counts.map(({ checkId, n }) => [checkId, Number(n)]))
  const acted = new Map(acts.map(({ checkId, kind, n }) => [`${checkId} ${kind}`, Number(n)]))
  return checks
    .map(({ id }) => {
      const of = (kind: string): number => acted.get(`${id} ${kind}`) ?? 0
      const [accepted, dismissed] = [of('accept'), Math.max(0, of('dismiss') - of('withdraw'))]
      const decided = accepted + dismissed
      const precision = decided === 0 ? null : accepted / decided
      return { check: id, open: open.get(id) ?? 0, accepted, dismissed, precision }
    })
    .filter(({ open: left, accepted, dismissed }) => left + accepted + dismissed > 0)
    .sort((a, b) => b.accepted + b.dismissed - a.accepted - a.dismissed || b.open - a.open)
}
