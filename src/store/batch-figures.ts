/** What a batch comes to: counts of its hits, and its texts. */
import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** Where drafts of others or of oneself lie since `since`, by translation: when the latest was kept. */
export const draftsSince = async (
  db: Db,
  translationIds: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, number>> => {
  if (translationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('draft')
    .select(({ fn }) => ['translation_id', fn.max('updated_at').as('at')])
    .where('translation_id', 'in', [...translationIds])
    .where('updated_at', '>=', since)
    .groupBy('translation_id')
    .execute()
  return new Map(rows.map(row => [row.translation_id, Number(row.at)]))
}

/** How many hits of which outcome there are, chosen or not, and in how many articles. */
export interface HitCount {
  readonly batchId: string
  readonly outcome: string
  readonly chosen: boolean
  readonly undone: boolean
  readonly hits: number
  readonly articles: number
}

export const countHits = async (db: Db, batchIds: readonly string[]): Promise<HitCount[]> => {
  if (batchIds.length === 0) return []
  const undone = sql<number>`case when undone_revision is null then 0 else 1 end`
  const rows = await db
    .selectFrom('batch_hit')
    .select(({ fn }) => [
      'batch_id',
      'outcome',
      'chosen',
      undone.as('undone'),
      fn.countAll().as('hits'),
      fn.count('article_id').distinct().as('articles'),
    ])
    .where('batch_id', 'in', [...batchIds])
    .groupBy(['batch_id', 'outcome', 'chosen', undone])
    .execute()
  return rows.map(row => ({
    batchId: row.batch_id,
    outcome: row.outcome,
    chosen: row.chosen === 1,
    undone: row.undone === 1,
    hits: Number(row.hits),
    articles: Number(row.articles),
  }))
}

/** In how many articles a batch has, of what is not applied yet, chosen hits; and hits at all. */
export const countArticles = async (
  db: Db,
  batchId: string,
): Promise<{ readonly all: number; readonly chosen: number }> => {
  const row = await db
    .selectFrom('batch_hit')
    .select(({ fn }) => fn.count('article_id').distinct().as('all'))
    .select(sql<number>`count(distinct case when chosen = 1 then article_id end)`.as('chosen'))
    .where('batch_id', '=', batchId)
    .where('outcome', '=', '')
    .executeTakeFirst()
  return { all: Number(row?.all ?? 0), chosen: Number(row?.chosen ?? 0) }
}

/** What was done to each text, by the first of its hits. */
export interface TextOfBatch {
  readonly number: number
  readonly article_id: string
  readonly translation_id: string
  readonly title: string
  readonly system: string
  readonly outcome: string
  readonly revision: number | null
  readonly undone_revision: number | null
  readonly hits: number
}

/** What was done to the texts of a batch, beyond the one whose first hit has the number, in order. */
export const textsOfBatch = async (db: Db, batchId: string, after: number, limit: number): Promise<TextOfBatch[]> => {
  const rows = await db
    .selectFrom('batch_hit')
    .innerJoin('translation', 'translation.id', 'batch_hit.translation_id')
    .innerJoin('article', 'article.id', 'batch_hit.article_id')
    .select(({ fn }) => [
      fn.min('batch_hit.number').as('number'),
      'batch_hit.article_id',
      'batch_hit.translation_id',
      'article.title',
      'translation.system',
      'batch_hit.outcome',
      'batch_hit.revision',
      'batch_hit.undone_revision',
      fn.countAll().as('hits'),
    ])
    .where('batch_hit.batch_id', '=', batchId)
    .where('batch_hit.outcome', '<>', '')
    .groupBy([
      'batch_hit.article_id',
      'batch_hit.translation_id',
      'article.title',
      'translation.system',
      'batch_hit.outcome',
      'batch_hit.revision',
      'batch_hit.undone_revision',
    ])
    .having(({ eb, fn }) => eb(fn.min('batch_hit.number'), '>', after))
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, number: Number(row.number), hits: Number(row.hits) }))
}
