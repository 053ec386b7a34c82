/** How many findings stand open: what the queue shows of an article, and the page of a check of all articles. */
import { severities, type Severity } from '../mqm/annotation.ts'
import type { Db } from './schema.ts'

/** An article whose count bears another version than the given one: those to be counted again because they changed first. */
export const uncounted = async (db: Db, version: string): Promise<string | undefined> => {
  for (const comparison of ['<', '>'] as const) {
    const row = await db
      .selectFrom('article')
      .select('id')
      .where('archived_at', 'is', null)
      .where('findings_version', comparison, version)
      .orderBy('findings_version')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (row) return row.id
  }
  return undefined
}

/** What could not be counted is to be tried again. */
export const forgetFailures = async (db: Db): Promise<void> => {
  await db
    .updateTable('article')
    .set({ findings_version: '' })
    .where('archived_at', 'is', null)
    .where('findings_weight', '<', 0)
    .execute()
}

/** An article is to be counted again: its text, or what was dismissed in it, has changed. */
export const unsettle = async (tx: Db, articleId: string): Promise<void> => {
  await tx.updateTable('article').set({ findings_version: '' }).where('id', '=', articleId).execute()
}

export interface CountedArticle {
  readonly articleId: string
  readonly translationId: string
  readonly headNumber: number
  readonly version: string
  /** by severity, and weighed; null where they could not be counted */
  readonly findings: { readonly by: Readonly<Record<Severity, number>>; readonly weight: number } | null
  readonly byCheck: ReadonlyMap<string, number>
}

/**
 * Writes a count, if it still is of the head that the queue shows; false where that has moved on. The article's row is written by
 * whoever changes the head or a dismissal, so that of two at once one is run again.
 */
export async function writeCount(tx: Db, counted: CountedArticle): Promise<boolean> {
  const { articleId, translationId, headNumber, version, findings, byCheck } = counted
  const columns = Object.fromEntries(severities.map(s => [`findings_${s}`, findings?.by[s] ?? 0])) as Record<
    `findings_${Severity}`,
    number
  >
  const { numUpdatedRows } = await tx
    .updateTable('article')
    .set({ ...columns, findings_weight: findings?.weight ?? -1, findings_version: version })
    .where('id', '=', articleId)
    .where('translation_id', '=', translationId)
    .where(e =>
      e.exists(
        e
          .selectFrom('translation')
          .select('id')
          .where('translation.id', '=', translationId)
          .where('translation.head_number', '=', headNumber),
      ),
    )
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx.deleteFrom('check_count').where('article_id', '=', articleId).execute()
  const rows = [...byCheck].map(([check_id, n]) => ({ article_id: articleId, check_id, findings: n }))
  if (rows.length > 0) await tx.insertInto('check_count').values(rows).execute()
  return true
}

export interface CheckCount {
  readonly checkId: string
  /** open in all articles together, and in how many of them */
  readonly findings: number
  readonly articles: number
}

/** What stands open of each check, or of one of them. */
export const countsOfChecks = async (db: Db, checkId?: string): Promise<readonly CheckCount[]> => {
  let query = db
    .selectFrom('check_count')
    .select('check_id')
    .select(e => [e.fn.sum<number>('findings').as('findings'), e.fn.countAll<number>().as('articles')])
    .groupBy('check_id')
  if (checkId !== undefined) query = query.where('check_id', '=', checkId)
  const rows = await query.execute()
  return rows.map(row => ({ checkId: row.check_id, findings: Number(row.findings), articles: Number(row.articles) }))
}

export interface ArticleWithFindings {
  readonly articleId: string
  readonly title: string
  readonly findings: number
}

/** The articles in which a check has most to say. */
export const articlesOfCheck = (db: Db, checkId: string, limit: number): Promise<ArticleWithFindings[]> =>
  db
    .selectFrom('check_count')
    .innerJoin('article', 'article.id', 'check_count.article_id')
    .select(['article.id as articleId', 'article.title', 'check_count.findings'])
    .where('check_count.check_id', '=', checkId)
    .where('article.archived_at', 'is', null)
    .orderBy('check_count.findings', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute()
