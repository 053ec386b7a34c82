import { annotationById } from '../../store/annotations.ts'
import { titleFrom } from '../articles/article-fields.ts'
import type { Deps } from '../deps.ts'
import type { QueueItem } from '../queue/list-articles.ts'
import { textAt } from '../revisions/read-revision.ts'

/** A line of the queue, as it is shown: of an article that whoever asks is annotating, nothing that tells what others found in it. */
export type ShownItem = Omit<QueueItem, 'corrected' | 'flags' | 'findings'> & {
  readonly [name in 'corrected' | 'flags' | 'findings']: QueueItem[name] | null
} & {
  /** id of the annotation that whoever asks is at work on; absent elsewhere */
  readonly annotation?: string
}

async function closed(deps: Deps, { snippet: _snippet, ...item }: QueueItem, annotation: string): Promise<ShownItem> {
  const translationId = (await annotationById(deps.store.db, annotation))?.translation_id
  const mtTitle = translationId === undefined ? '' : titleFrom(await textAt(deps, translationId, 0))
  // a headline that was corrected tells, and so does a hit in what was
  return { ...item, title: mtTitle || item.title, corrected: null, flags: null, findings: null, annotation }
}

/**
 * The queue for whoever annotates.
 * @param atWork articles, each with the annotation
 * @param telling whether the list is only of articles with certain flags: that one is in it would tell
 */
export const closedItems = async (
  deps: Deps,
  items: readonly QueueItem[],
  atWork: ReadonlyMap<string, string>,
  telling: boolean,
): Promise<readonly ShownItem[]> => {
  const shown: ShownItem[] = []
  for (const item of items) {
    const annotation = atWork.get(item.id)
    if (annotation === undefined) shown.push(item)
    else if (!telling) shown.push(await closed(deps, item, annotation))
  }
  return shown
}
