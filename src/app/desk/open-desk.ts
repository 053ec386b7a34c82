import { deskStamp } from '../../store/desk-stamp.ts'
import type { Desk } from '../../wire/desk.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { Deps, Person } from '../deps.ts'
import { deskFindings } from './desk-findings.ts'
import type { Which } from '../find-head.ts'
import { draftViews } from './keep-draft.ts'
import { sharedDesk } from './shared-desk.ts'

export interface Visit extends Which {
  /** whose drafts are offered */
  readonly browser?: string | undefined
  readonly person?: Person | null | undefined
  /** how long is waited for what the checks find, ms; not at all where it is not given, and then they are not asked */
  readonly patience?: number | undefined
}

const mostTries = 20

/**
 * All that the review page shows of a translation, read without replaying anything: head, flags and their places are kept ready.
 * A save takes its draft away; so where the head has moved on meanwhile, both are read once more.
 * @throws Problem article-unknown, translation-unknown, article-purged
 */
export async function openDesk(deps: Deps, visit: Visit): Promise<Desk> {
  for (let tries = 1; ; tries += 1) {
    const shared = await sharedDesk(deps, visit)
    const { stamp, desk } = shared
    const person = visit.person ?? null
    const found = visit.patience === undefined ? null : await deskFindings(deps, shared, visit.patience)
    const findings = Array.isArray(found) ? [...(found as readonly FindingView[])] : null
    if (visit.browser === undefined) return { ...desk, findings, drafts: [], person }
    const head = { id: desk.translation.id, head_number: desk.head.number }
    const drafts = await draftViews(deps, head, visit.browser)
    const now = await deskStamp(deps.store.db, visit)
    if (now?.stamp === stamp || tries === mostTries) return { ...desk, findings, drafts, person }
  }
}
