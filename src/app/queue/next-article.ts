import { nextInState } from '../../store/articles.ts'
import { states } from '../../wire/common.ts'
import type { Deps } from '../deps.ts'

/**
 * The article to open after this one: the next not approved and not archived in the order they came, then from the first again;
 * null where all others are done. That order is not moved by working on them.
 */
export async function nextArticle(deps: Deps, afterId: string): Promise<string | null> {
  const undone = states.filter(state => state !== 'approved')
  const first = async (after: string): Promise<string | undefined> => {
    const ids = await Promise.all(undone.map(state => nextInState(deps.store.db, state, after)))
    return ids.filter(id => id !== null).sort()[0]
  }
  const next = (await first(afterId)) ?? (await first(''))
  return next === undefined || next === afterId ? null : next
}
