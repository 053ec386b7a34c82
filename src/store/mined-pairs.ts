/** Pairs that were corrected again and again: what terms are proposed from. */
import { sql } from 'kysely'
import type { Db, Row } from './schema.ts'

export type FrequentPair = Pick<
  Row<'pair'>,
  'id' | 'corrections' | 'articles' | 'kept' | 'declined' | 'before_key' | 'before_text' | 'after_text'
>

/** Longer texts, in characters, are no wordings: they are not read. */
const longest = 200

/** The most corrected first, beyond one of them; retired ones are none. @param leastVoice in thousandths */
export const frequentPairs = (
  db: Db,
  {
    least,
    leastArticles,
    leastVoice,
    beyond,
    limit,
  }: {
    readonly least: number
    readonly leastArticles: number
    readonly leastVoice: number
    readonly beyond?: Pick<FrequentPair, 'corrections' | 'id'> | undefined
    readonly limit: number
  },
): Promise<FrequentPair[]> => {
  let query = db
    .selectFrom('pair')
    .select(['id', 'corrections', 'articles', 'kept', 'declined', 'before_key', 'before_text', 'after_text'])
    .where('corrections', '>=', least)
    .where('articles', '>=', leastArticles)
    .where('voice', '>=', leastVoice)
    .where('status', '<>', 'retired')
    .where(sql<boolean>`length(before_text) <= ${longest} and length(after_text) <= ${longest}`)
    .orderBy('corrections', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (beyond) query = query.where(sql<boolean>`(corrections, id) < (${beyond.corrections}, ${beyond.id})`)
  return query.execute()
}

/** How often what sorts by each key was corrected, to whatever. @param keys some hundred at most */
export const correctionsByKey = async (db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('pair')
    .select('before_key')
    .select(e => e.fn.sum<number>('corrections').as('n'))
    .where('before_key', 'in', [...new Set(keys)])
    .groupBy('before_key')
    .execute()
  return new Map(rows.map(row => [row.before_key, Number(row.n)]))
}

export const frequentPair = (db: Db, id: string): Promise<FrequentPair | undefined> =>
  db
    .selectFrom('pair')
    .select(['id', 'corrections', 'articles', 'kept', 'declined', 'before_key', 'before_text', 'after_text'])
    .where('id', '=', id)
    .executeTakeFirst()
