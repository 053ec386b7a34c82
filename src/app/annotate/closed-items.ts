import { foldForSearch } from '../../text/fold.ts'
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

/** @param search what is searched for: only where the machine translation has it, for a hit in what was corrected would tell */
async function closed(
  deps: Deps,
  { snippet: _snippet, ...item }: QueueItem,
  annotation: string,
  search: string,
): Promise<ShownItem | null> {
  const translationId = (await annotationById(deps.store.db, annotation))?.translation_id
  const mt = translationId === undefined ? '' : await textAt(deps, translationId, 0)
  if (!foldForSearch(mt).includes(foldForSearch(search).trim())) return null
  const mtTitle = titleFrom(mt)
  // a headline that was corrected tells, and so does a hit in what was
  return { ...item, title: mtTitle || item.title, corrected: null, flags: null, findings: null, annotation }
}

/**
 * The queue for whoever annotates.
 * @param atWork articles, each with the annotation
 * @param search what the list is searched for; '' where for nothing
 * @param telling whether the list is of articles with certain flags, or sorted by what was found in them: that one is in it, or where, would tell
 */
export const closedItems = async (
  deps: Deps,
  items: readonly QueueItem[],
  atWork: ReadonlyMap<string, string>,
  { search, telling }: { readonly search: string; readonly telling: boolean },
): Promise<readonly ShownItem[]> => {
  const shown: ShownItem[] = []
  for (const item of items) {
    const annotation = atWork.get(item.id)
    const line = annotation === undefined ? item : telling ? null : await closed(deps, item, annotation, search)
    if (line !== null) shown.push(line)
  }
  return shown
}
