import { dismissalsOfArticle } from '../../store/dismissals.ts'
import type { DismissalView } from '../../wire/finding.ts'
import type { Deps } from '../deps.ts'
import { dismissalView } from './dismiss-finding.ts'
import { findBareHead, type Which } from '../find-head.ts'

/** What was dismissed in a translation and its article and stands so, in the order it was. @throws as `findBareHead` */
export async function listDismissals(deps: Deps, which: Which): Promise<readonly DismissalView[]> {
  const head = await findBareHead(deps.store.db, which)
  const all = await dismissalsOfArticle(deps.store.db, head.article_id)
  return all.filter(d => d.scope === 'article' || d.translation_id === head.id).map(dismissalView)
}
