import type { Db, Row } from './schema.ts'

export const insertTombstone = async (db: Db, tombstone: Row<'tombstone'>): Promise<void> => {
  await db.insertInto('tombstone').values(tombstone).execute()
}

export const tombstoneOf = (db: Db, articleId: string): Promise<Row<'tombstone'> | undefined> =>
  db.selectFrom('tombstone').selectAll().where('article_id', '=', articleId).executeTakeFirst()

export const anyTombstone = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('tombstone').select('article_id').limit(1).executeTakeFirst()) !== undefined
