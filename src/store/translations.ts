import { bareColumns } from './heads.ts'
import { newStamp } from './measures.ts'
import type { Db, NewRow, Row } from './schema.ts'

/** Stores a translation, and its MT as the snapshot of revision 0: the one place where the MT's text is written. */
export const insertTranslation = async (db: Db, translation: NewRow<'translation'>, mtText: string): Promise<void> => {
  // the MT has no corrections of itself: nothing is to be derived before the first revision
  await db
    .insertInto('translation')
    .values({ corrections_number: translation.head_number, ...translation })
    .execute()
  await db.insertInto('snapshot').values({ translation_id: translation.id, number: 0, text: mtText }).execute()
}

export const translationById = (db: Db, id: string): Promise<Row<'translation'> | undefined> =>
  db.selectFrom('translation').selectAll().where('id', '=', id).executeTakeFirst()

/** The translations of an article, in the order they came, without their texts. */
export const translationsOf = (db: Db, articleId: string): Promise<Omit<Row<'translation'>, 'head_text'>[]> =>
  db
    .selectFrom('translation')
    .select(bareColumns)
    .where('article_id', '=', articleId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** The MT's text: revision 0, immutable. Undefined where there is no such translation. */
export const mtTextOf = async (db: Db, translationId: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('snapshot')
      .select('text')
      .where('translation_id', '=', translationId)
      .where('number', '=', 0)
      .executeTakeFirst()
  )?.text

/** Articles that hold the same MT text, by its SHA-256; the oldest first, at most 10. */
export const articlesWithMt = (db: Db, mtHash: string): Promise<{ articleId: string; title: string }[]> =>
  db
    .selectFrom('translation')
    .innerJoin('article', 'article.id', 'translation.article_id')
    .select(['article.id as articleId', 'article.title'])
    .distinct()
    .where('translation.mt_hash', '=', mtHash)
    .orderBy('article.id')
    .limit(10)
    .execute()

const hashesAtOnce = 500

/** Of MT texts, by their SHA-256, the oldest article that holds each. */
export async function articlesWithMts(
  db: Db,
  mtHashes: readonly string[],
): Promise<ReadonlyMap<string, { readonly articleId: string; readonly title: string }>> {
  const found = new Map<string, { articleId: string; title: string }>()
  for (let at = 0; at < mtHashes.length; at += hashesAtOnce) {
    const rows = await db
      .selectFrom('translation')
      .innerJoin('article', 'article.id', 'translation.article_id')
      .select(['translation.mt_hash', 'article.id as articleId', 'article.title'])
      .where('translation.mt_hash', 'in', mtHashes.slice(at, at + hashesAtOnce))
      .orderBy('article.id', 'desc')
      .execute()
    for (const { mt_hash, articleId, title } of rows) found.set(mt_hash, { articleId, title })
  }
  return found
}

/** The state by which reports filter. */
const setMeasuredState = async (db: Db, id: string, state: string): Promise<void> => {
  await db.updateTable('measure').set({ state, stamp: newStamp() }).where('translation_id', '=', id).execute()
}

/** What the checks found in a text that was approved, as far as it is known. */
export interface LeftOpen {
  readonly open: number
  readonly certain: number
}

/** @param left of an approval: null where it is not known */
export const setTranslationState = async (
  db: Db,
  id: string,
  state: string,
  left: LeftOpen | null = null,
): Promise<void> => {
  const found = { approved_open: left?.open ?? null, approved_certain: left?.certain ?? null }
  // what nobody marked in a text that was reviewed is right
  await db
    .updateTable('translation')
    .set({ state, measured: 0, ...found })
    .where('id', '=', id)
    .execute()
  await setMeasuredState(db, id, state)
}

/** The MTs of an article, in the order they came. */
export const mtTextsOf = async (db: Db, articleId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('translation')
    .innerJoin('snapshot', s => s.onRef('snapshot.translation_id', '=', 'translation.id').on('snapshot.number', '=', 0))
    .select('snapshot.text')
    .where('translation.article_id', '=', articleId)
    .orderBy('translation.id')
    .execute()
  return rows.map(row => row.text)
}

export const setTranslationSystem = async (db: Db, id: string, system: string): Promise<void> => {
  await db.updateTable('translation').set({ system }).where('id', '=', id).execute()
  await db.updateTable('correction').set({ system }).where('translation_id', '=', id).execute()
  await db.updateTable('measure').set({ system, stamp: newStamp() }).where('translation_id', '=', id).execute()
}

/** From one of some states to `in-review`; false where it was in none of them any more. */
export const enterReview = async (db: Db, id: string, from: readonly string[]): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('translation')
    .set({ state: 'in-review' })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await setMeasuredState(db, id, 'in-review')
  return true
}
