/** How often each pair was corrected, of the corrections that match a filter: counted along an index, a part of the pairs at a time. */
import { sql } from 'kysely'
import { matching, oneIndexed, type CorrectionFilter } from './correction-filter.ts'
import type { Db } from './schema.ts'

export interface Tallied {
  readonly id: string
  readonly n: number
  /** epoch ms */
  readonly latest: number
}

export interface TallySlice {
  readonly rows: readonly Tallied[]
  /** the last pair of the slice; null where it was the last of all */
  readonly last: string | null
}

/** So many pairs at a time: the event loop has its turn between. */
const pairsOfSlice = 20_000

/** The pairs after the given one, of a slice, in the order of their ids, with what matches of each; those of which nothing does are left out. */
export const tallySlice = async (db: Db, filter: CorrectionFilter, after: string): Promise<TallySlice> => {
  const end = await sql<{ id: string }>`
    select id from pair where id > ${after} order by id limit 1 offset ${pairsOfSlice - 1}`.execute(db)
  const last = end.rows[0]?.id ?? null
  const { rows } = await sql<Tallied>`
    select c.pair_id as id, count(*) as n, max(c.at) as latest from correction c
    where ${oneIndexed(filter) ?? matching(filter)} and c.pair_id > ${after}
      ${last === null ? sql`` : sql`and c.pair_id <= ${last}`}
    group by c.pair_id order by c.pair_id`.execute(db)
  return { rows, last }
}

/** Another value once there are corrections more. */
export const correctionsStamp = async (db: Db): Promise<string> => {
  const row = await db
    .selectFrom('correction')
    .select(e => e.fn.max('id').as('id'))
    .executeTakeFirst()
  return row?.id ?? ''
}
