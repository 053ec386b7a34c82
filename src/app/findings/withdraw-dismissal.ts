import { Problem } from '../../errors.ts'
import { unsettle } from '../../store/check-counts.ts'
import { dismissalById, withdrawRow } from '../../store/dismissals.ts'
import type { DismissalView } from '../../wire/finding.ts'
import type { Deps, Person } from '../deps.ts'
import { dismissalView, recordDismissal } from './dismiss-finding.ts'
import { needPerson } from '../find-head.ts'

/** Takes a dismissal back: its finding stands open again. Withdrawn before, it stays so. @throws Problem name-missing, dismissal-unknown */
export async function withdrawDismissal(
  deps: Deps,
  deed: { readonly person: Person | null; readonly dismissalId: string },
): Promise<DismissalView> {
  const person = needPerson(deed.person)
  return deps.store.transaction(async tx => {
    const at = deps.now()
    const dismissal = await dismissalById(tx, deed.dismissalId)
    if (!dismissal) throw new Problem('dismissal-unknown')
    if (dismissal.article_id !== null && dismissal.scope !== 'always') await unsettle(tx, dismissal.article_id)
    if (await withdrawRow(tx, dismissal.id, at)) await recordDismissal(tx, dismissal, { kind: 'withdraw', person, at })
    return dismissalView({ ...dismissal, withdrawn_at: at })
  })
}
