import { updateArticle } from '../../store/articles.ts'
import { insertEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import type { Deps, Person } from '../deps.ts'
import { requireArticle } from '../require-article.ts'

export interface Filing {
  readonly person: Person
  readonly articleId: string
}

/** Puts an article away, or brings it back, inside a transaction. Already so: nothing happens, and nothing is recorded. */
export async function fileArticle(
  tx: Db,
  filing: Filing & { readonly archived: boolean; readonly at: number },
): Promise<void> {
  const { articleId, archived, at, person } = filing
  const article = await requireArticle(tx, articleId)
  if ((article.archived_at !== null) === archived) return
  await updateArticle(tx, articleId, { archived_at: archived ? at : null })
  const event = { id: newId(), article_id: articleId, translation_id: article.translation_id, person_id: person.id, at }
  await insertEvent(tx, { ...event, kind: archived ? 'archive' : 'unarchive', detail: '{}' })
}

/** What deleting does: the article leaves the queue, and nothing of it is lost. */
export const archiveArticle = (deps: Deps, filing: Filing): Promise<void> =>
  deps.store.transaction(tx => fileArticle(tx, { ...filing, archived: true, at: deps.now() }))

export const unarchiveArticle = (deps: Deps, filing: Filing): Promise<void> =>
  deps.store.transaction(tx => fileArticle(tx, { ...filing, archived: false, at: deps.now() }))
