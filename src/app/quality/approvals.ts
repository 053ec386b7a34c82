import { countApprovals, type ApprovalCounts } from '../../store/report-approvals.ts'
import type { Deps } from '../deps.ts'
import type { MeasuredSet } from './measured.ts'

const kept = new WeakMap<MeasuredSet, ApprovalCounts>()

/** How the texts of a set were approved. Counted once of a set, and kept as long as it: an approval makes it another. */
export async function approvalsOf({ store: { db } }: Pick<Deps, 'store'>, set: MeasuredSet): Promise<ApprovalCounts> {
  const known = kept.get(set)
  if (known) return known
  const counts = await countApprovals(db, set.filter)
  kept.set(set, counts)
  return counts
}
