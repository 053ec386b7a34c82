import { deskStamp } from '../store/desk-stamp.ts'
import type { Desk } from '../wire/desk.ts'
import type { Deps, Person } from './deps.ts'
import type { Which } from './find-head.ts'
import { draftViews } from './keep-draft.ts'
import { sharedDesk } from './shared-desk.ts'

export interface Visit extends Which {
  /** whose drafts are offered */
  readonly browser?: string | undefined
  readonly person?: Person | null | undefined
}

const mostTries = 20

/**
 * All that the review page shows of a translation, read without replaying anything: head, flags and their places are kept ready.
 * A save takes its draft away; so where the head has moved on meanwhile, both are read once more.
 * @throws Problem article-unknown, translation-unknown, article-purged
 */
export async function openDesk(deps: Deps, visit: Visit): Promise<Desk> {
  for (let tries = 1; ; tries += 1) {
    const { stamp, desk } = await sharedDesk(deps, visit)
    const person = visit.person ?? null
    if (visit.browser === undefined) return { ...desk, findings: null, drafts: [], person }
    const head = { id: desk.translation.id, head_number: desk.head.number }
    const drafts = await draftViews(deps, head, visit.browser)
    const now = await deskStamp(deps.store.db, visit)
    if (now?.stamp === stamp || tries === mostTries) return { ...desk, findings: null, drafts, person }
  }
}
