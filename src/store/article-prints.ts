/** By what an article is recognised when it comes again: whole numbers, see `text/prints.ts`. */
import { sql } from 'kysely'
import type { Db, Row } from './schema.ts'

/** Of the articles that have one print the newest so many are counted. */
const mostOfOne = 200
const rowsAtOnce = 500

/** Writes the prints of an article in place of those it had. */
export async function writePrints(tx: Db, articleId: string, prints: readonly number[]): Promise<void> {
  await tx.deleteFrom('article_print').where('article_id', '=', articleId).execute()
  for (let at = 0; at < prints.length; at += rowsAtOnce)
    await tx
      .insertInto('article_print')
      .values(prints.slice(at, at + rowsAtOnce).map(print => ({ article_id: articleId, print })))
      .onConflict(c => c.doNothing())
      .execute()
}

/** The articles that have most of the prints, those with most and then the newest first. Each print is looked up by the index. */
export async function articlesByPrints(db: Db, prints: readonly number[], most: number): Promise<readonly string[]> {
  if (prints.length === 0) return []
  const each = prints.map(
    print => sql`select article_id from (
      select article_id from article_print where print = ${print} order by article_id desc limit ${mostOfOne}) one`,
  )
  const { rows } = await sql<{ article_id: string }>`
    select article_id, count(*) as shared from (${sql.join(each, sql` union all `)}) found
    group by article_id order by shared desc, article_id desc limit ${most}`.execute(db)
  return rows.map(row => row.article_id)
}

/** Holds an article's row until the transaction ends, so that nobody edits it meanwhile; undefined where it is gone. */
export const holdArticle = (tx: Db, id: string): Promise<Row<'article'> | undefined> =>
  tx
    .updateTable('article')
    .set(({ eb }) => ({ title_key: eb.ref('title_key') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()

/** Ids of articles, archived ones too, in the order they came. */
export const allArticleIdsAfter = async (db: Db, after: string, limit: number): Promise<readonly string[]> => {
  const rows = await db.selectFrom('article').select('id').where('id', '>', after).orderBy('id').limit(limit).execute()
  return rows.map(row => row.id)
}
