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

/** The pairs most often corrected in the translations of a report: all of its corrections are read. */
export const mostCorrectedIn = (db: Db, filter: MeasureFilter, limit: number): Promise<CountedPair[]> =>
  counted(
    db,
    sql`c.translation_id in (${translationsOf(db, filter)})`,
    sql`order by corrections desc, c.pair_id desc limit ${limit}`,
  )

/** The pair of each correction of these translations, by translation; one that has no corrections is left out. @param ids a thousand at most */
export async function pairsOfTranslations(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  // as one text of each translation it is four times as fast as as a row of each correction
  const { rows } = await sql<{ id: string; pairs: string }>`
    select translation_id as id, string_agg(pair_id, ' ') as pairs from correction
    where translation_id in (${sql.join(ids)}) group by translation_id`.execute(db)
  return new Map(rows.map(({ id, pairs }) => [id, pairs.split(' ')]))
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
