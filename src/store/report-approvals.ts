/** How the texts of a report were approved, and what stood open in them then. */
import { sql } from 'kysely'
import { among, type MeasureFilter } from './measures.ts'
import type { Db } from './schema.ts'

export interface ApprovalCounts {
  /** approved translations, and those of them of which it is not known what stood open */
  readonly approved: number
  readonly unknown: number
  /** in which findings stood open, or certain ones */
  readonly open: number
  readonly certain: number
  /** that were approved as the machine wrote them; in which findings stood open, or certain ones */
  readonly asTheyCame: number
  readonly asTheyCameOpen: number
  readonly asTheyCameCertain: number
}

const asItCame = sql<boolean>`head_hash = mt_hash`
const count = (condition: ReturnType<typeof sql<boolean>>) =>
  sql<number | null>`sum(case when ${condition} then 1 else 0 end)`

export async function countApprovals(db: Db, filter: MeasureFilter): Promise<ApprovalCounts> {
  const row = await db
    .selectFrom('translation')
    .where('state', '=', 'approved')
    .where('id', 'in', among(db.selectFrom('measure').select('translation_id'), filter))
    .select(e => [
      e.fn.countAll<number>().as('approved'),
      count(sql`approved_open is null`).as('unknown'),
      count(sql`approved_open > 0`).as('open'),
      count(sql`approved_certain > 0`).as('certain'),
      count(asItCame).as('asTheyCame'),
      count(sql`${asItCame} and approved_open > 0`).as('asTheyCameOpen'),
      count(sql`${asItCame} and approved_certain > 0`).as('asTheyCameCertain'),
    ])
    .executeTakeFirstOrThrow()
  const number = (name: keyof ApprovalCounts): number => Number(row[name] ?? 0)
  return {
    approved: number('approved'),
    unknown: number('unknown'),
    open: number('open'),
    certain: number('certain'),
    asTheyCame: number('asTheyCame'),
    asTheyCameOpen: number('asTheyCameOpen'),
    asTheyCameCertain: number('asTheyCameCertain'),
  }
}
