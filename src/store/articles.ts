import { sql } from 'kysely'
import { detachDismissals } from './dismissals.ts'
import type { Db, NewRow, Row } from './schema.ts'

export const insertArticle = async (db: Db, article: NewRow<'article'>): Promise<void> => {
  await db.insertInto('article').values(article).execute()
}

export const articleById = (db: Db, id: string): Promise<Row<'article'> | undefined> =>
  db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst()

/** What the queue says of an article that follows from the translation last worked on. */
const summed = [
  'translation_id', 'words', 'corrected', 'flags_neutral', 'flags_minor', 'flags_major', 'flags_critical', 'flags_weight', 'state',
  'editor_id', 'editor_key', 'touched_at', 'findings_version',
] as const // prettier-ignore
export type SummedUp = Pick<Row<'article'>, (typeof summed)[number]>

export const summedUpOf = (db: Db, id: string): Promise<SummedUp | undefined> =>
  db.selectFrom('article').select(summed).where('id', '=', id).executeTakeFirst()

/** Writes what is another than it was: each column of the queue has indexes, and most of them stay as they are. */
export async function sumUpAgain(db: Db, id: string, known: SummedUp, now: Partial<SummedUp>): Promise<void> {
  const entries = Object.entries(now) as [keyof SummedUp, SummedUp[keyof SummedUp]][]
  const changed = Object.fromEntries(entries.filter(([column, value]) => known[column] !== value))
  if (Object.keys(changed).length > 0) await updateArticle(db, id, changed)
}

/** What the queue shows an article by: the translation last worked on, and its state. */
export const shownOf = (db: Db, id: string): Promise<Pick<Row<'article'>, 'translation_id' | 'state'> | undefined> =>
  db.selectFrom('article').select(['translation_id', 'state']).where('id', '=', id).executeTakeFirst()

export type ArticleChange = Partial<Omit<Row<'article'>, 'id' | 'created_at'>>

export const updateArticle = async (db: Db, id: string, change: ArticleChange): Promise<void> => {
  await db.updateTable('article').set(change).where('id', '=', id).execute()
}

export const anyArticle = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('article').select('id').limit(1).executeTakeFirst()) !== undefined

/** The article with the least id after the given one, of those in this state and not archived. */
export const nextInState = async (db: Db, state: string, afterId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('article')
      .select('id')
      .where('archived_at', 'is', null)
      .where('state', '=', state)
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
  )?.id ?? null

/**
 * Removes an article with all that hangs on it, but for its corrections, which are counted elsewhere too (`forgetCorrections` goes
 * before): texts, revisions, flags, rulings, events, drafts, places of marks, search rows; and, behind its own row, what
 * was dismissed, accepted and counted in it, which is written in that order too.
 */
export const deleteArticle = async (db: Db, id: string): Promise<void> => {
  const translations = db.selectFrom('translation').select('id').where('article_id', '=', id)
  for (const table of [
    'ruling',
    'flag_event',
    'flag',
    'draft',
    'mark_place',
    'document',
    'annotator',
    'snapshot',
    'revision',
  ] as const)
    await db
      .deleteFrom(table)
      .where(sql.ref(`${table}.translation_id`), 'in', translations)
      .execute()
  await db.deleteFrom('event').where('article_id', '=', id).execute()
  await detachDismissals(db, id)
  await db.deleteFrom('article_search').where('article_id', '=', id).execute()
  await db.deleteFrom('translation').where('article_id', '=', id).execute()
  await db.deleteFrom('article').where('id', '=', id).execute()
}

/** Ids of what is not archived, in the order it came. */
export const articleIdsAfter = async (db: Db, after: string, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('archived_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}
