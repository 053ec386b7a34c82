import { articleById } from '../../store/articles.ts'
import { systemsInUse } from '../../store/queue.ts'
import type { Deps, Person } from '../deps.ts'
import { listPersons } from '../ensure-person.ts'

/** Who may have corrected, and which systems there are. */
export async function filterChoices(
  deps: Deps,
): Promise<{ readonly persons: readonly Person[]; readonly systems: readonly string[] }> {
  const [persons, systems] = await Promise.all([listPersons(deps), systemsInUse(deps.store.db)])
  return { persons, systems: systems.filter(system => system !== '') }
}

/** Null where there is no such article. */
export const articleTitle = async (deps: Deps, articleId: string): Promise<string | null> =>
  (await articleById(deps.store.db, articleId))?.title ?? null
