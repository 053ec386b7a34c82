import { countActsAmong, countFindingsAmong } from '../../store/report-rows.ts'
import type { Db } from '../../store/schema.ts'
import type { CheckRow } from '../../wire/quality-report.ts'
import { checks } from '../../checks/index.ts'

/**
 * What each check found, and how often it was right; those that found nothing are left out. The most telling first.
 * @param articleIds only in these
 */
export async function checkRows(db: Db, articleIds: readonly string[]): Promise<CheckRow[]> {
  const [acts, counts] = await Promise.all([countActsAmong(db, articleIds), countFindingsAmong(db, articleIds)])
  const open = new Map(counts.map(({ checkId, n }) => [checkId, n]))
  const acted = new Map(acts.map(({ checkId, kind, n }) => [`${checkId} ${kind}`, n]))
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
