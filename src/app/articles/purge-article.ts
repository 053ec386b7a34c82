import { deleteArticle } from '../../store/articles.ts'
import { filesOfArticle } from '../../store/documents.ts'
import { deleteEmptyJob, deleteFile, filesNaming, updateFile } from '../../store/files.ts'
import { batchesIn, deleteEmptied } from '../../store/batches.ts'
import { unsettle } from '../../store/check-counts.ts'
import { forgetCorrections } from '../../store/write-corrections.ts'
import { holdHeadsOf } from '../../store/heads.ts'
import { dismissedAbout } from '../../store/memory.ts'
import { deleteForgotten } from '../../store/pairs.ts'
import type { Tx } from '../../store/schema.ts'
import { insertTombstone } from '../../store/tombstones.ts'
import type { Filing } from './archive-article.ts'
import type { Deps } from '../deps.ts'
import { aboutOf } from '../imports/import-view.ts'
import { countDeclines } from '../pairs/pair-voice.ts'
import { requireArticle } from '../require-article.ts'
import { takeTurns } from '../take-turns.ts'
import { voices } from '../pairs/voices.ts'

/** That other files seemed to hold the article, under its title, is told no longer. */
async function forgetLikeness(tx: Tx, articleId: string): Promise<void> {
  for (const file of await filesNaming(tx, articleId)) {
    const about = aboutOf(file)
    const others = (each: { readonly articleId: string }): boolean => each.articleId !== articleId
    const [duplicates, alike] = [about.duplicates.filter(others), about.alike.filter(others)]
    const duplicated = about.duplicated - about.duplicates.length + duplicates.length
    const as = about.as && others(about.as) ? about.as : null
    await updateFile(tx, file.id, { about: JSON.stringify({ ...about, duplicates, duplicated, alike, as }) })
  }
}

/**
 * Removes an article's texts, revisions, flags, events, drafts and corrections for good, the batches that were of it alone, and the files that it came in: their bytes
 * hold its MT. Other articles of such a file stay, and are exported anew. What stays of it is a tombstone with its id, the time and the person. Throws article-unknown, or article-purged where it was done before.
 */
export const purgeArticle = async (deps: Deps, { person, articleId }: Filing): Promise<void> => {
  await deps.store.transaction(async tx => {
    await requireArticle(tx, articleId)
    await holdHeadsOf(tx, articleId)
    // the article before its pairs, as everywhere
    await unsettle(tx, articleId)
    await forgetCorrections(tx, articleId, voices)
    const about = await dismissedAbout(tx, articleId)
    const batches = await batchesIn(tx, articleId)
    const turn = takeTurns()
    for (const { fileId, jobId } of await filesOfArticle(tx, articleId)) {
      await deleteFile(tx, fileId, turn)
      await deleteEmptyJob(tx, jobId)
    }
    await forgetLikeness(tx, articleId)
    await deleteArticle(tx, articleId)
    await deleteEmptied(tx, batches)
    // what was refused in it alone is refused no more
    for (const id of about) await countDeclines(tx, id)
    await deleteForgotten(tx, about)
    await insertTombstone(tx, { article_id: articleId, person_id: person.id, at: deps.now() })
  })
  await deps.store.forget()
}
