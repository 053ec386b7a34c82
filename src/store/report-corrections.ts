/** The corrections of a report: how often each pair was corrected in its translations. */
import { sql, type RawBuilder } from 'kysely'
import { among, type MeasureFilter } from './measures.ts'
import type { Db } from './schema.ts'

export interface CountedPair {
  readonly pairId: string
  readonly corrections: number
  readonly articles: number
}

const translationsOf = (db: Db, filter: MeasureFilter) =>
  among(db.selectFrom('measure').select('translation_id'), filter)

/** Corrections are counted by pair. @param where on a row `c`, with the order of the pairs and how many are wanted */
const counted = async (db: Db, where: RawBuilder<unknown>, order = sql``): Promise<CountedPair[]> => {
  const { rows } = await sql<CountedPair>`
    select c.pair_id as "pairId", count(*) as corrections, count(distinct c.article_id) as articles from correction c
    where ${where} group by c.pair_id ${order}`.execute(db)
  return rows.map(({ pairId, corrections, articles }) => ({
    pairId,
    corrections: Number(corrections),
    articles: Number(articles),
  }))
}

/** Of these pairs, what was corrected in the translations of a report; those that were not are left out. */
export const countPairsIn = async (
  db: Db,
  filter: MeasureFilter,
  pairIds: readonly string[],
): Promise<CountedPair[]> =>
  pairIds.length === 0
    ? []
    : // found by the index of pairs
      counted(
        db,
        sql`c.pair_id in (${sql.join(pairIds)}) and (c.translation_id || '') in (${translationsOf(db, filter)})`,
      )

/** The pairs most often corrected in the translations of a report: all of its corrections are read. */
export const mostCorrectedIn = (db: Db, filter: MeasureFilter, limit: number): Promise<CountedPair[]> =>
  counted(
    db,
    sql`c.translation_id in (${translationsOf(db, filter)})`,
    sql`order by corrections desc, c.pair_id desc limit ${limit}`,
  )

/** Pairs in the order of how often they were corrected anywhere, beyond a place in it. */
export async function pairsByCorrections(
  db: Db,
  beyond: { readonly corrections: number; readonly id: string } | null,
  limit: number,
): Promise<readonly { readonly id: string; readonly corrections: number }[]> {
  let query = db.selectFrom('pair').select(['id', 'corrections']).where('corrections', '>', 0)
  if (beyond) query = query.where(sql<boolean>`(corrections, id) < (${beyond.corrections}, ${beyond.id})`)
  return query.orderBy('corrections', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** What pairs read, by id. */
export async function pairTexts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('pair')
    .select(['id', 'before_text as before', 'after_text as after', 'category', 'severity'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}
