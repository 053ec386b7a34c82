import { allTranslations, articlesWithoutTranslation, countArticles, miscountedPairs } from '../../store/integrity.ts'
import { measureFaults } from '../../store/measures.ts'
import type { Db } from '../../store/schema.ts'
import { fileFaults } from './check-files.ts'
import type { Deps } from '../deps.ts'
import { replay } from './replay.ts'

/** Something that does not hold, and the revision it was found at. */
export interface Broken {
  /** '' where it is no article's */
  readonly articleId: string
  readonly translationId: string
  readonly number: number
  /** in English */
  readonly why: string
}

export interface Verified {
  readonly articles: number
  readonly revisions: number
  readonly broken: readonly Broken[]
}

/**
 * Replays every change of every translation and compares the text with its hash; compares snapshots, heads and the MT's hash, the
 * words of every flag with the text it was set on, every flag's kept place with the one derived anew, the queue's columns, corrections with the texts, the counts of pairs with the
 * corrections, what is said to be measured with the measures, and files with their hashes; segments of a file are as many in every revision, and its marks stand in the MT. On one state of the store, while others go on; one translation is in memory at a time.
 */
export const verifyStore = (deps: Pick<Deps, 'store'>): Promise<Verified> => deps.store.snapshot(verifyAll)

/** @param db one unchanging state of the store */
export async function verifyAll(db: Db): Promise<Verified> {
  const broken: Broken[] = []
  let revisions = 0
  for (const { id, translation_id } of await articlesWithoutTranslation(db))
    broken.push({ articleId: id, translationId: translation_id, number: 0, why: 'the article has no such translation' })
  for await (const head of allTranslations(db)) {
    const found = await replay(db, head)
    revisions += found.revisions
    for (const { number, why } of found.broken)
      broken.push({ articleId: head.article_id, translationId: head.id, number, why })
  }
  for (const { id, corrections, articles, stand, stand_in } of await miscountedPairs(db)) {
    const why = `pair ${id} counts ${corrections} corrections in ${articles} articles, not ${stand} in ${stand_in}`
    broken.push({ articleId: '', translationId: '', number: 0, why })
  }
  for (const { translation_id, article_id, head_number, why } of await measureFaults(db))
    broken.push({ articleId: article_id, translationId: translation_id, number: head_number, why })
  broken.push(...(await fileFaults(db)))
  return { articles: await countArticles(db), revisions, broken }
}
