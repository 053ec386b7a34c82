/** Effort: time and keys of each sitting at a translation. */
import { sql } from 'kysely'
import { among, type MeasureFilter } from './measures.ts'
import type { Db, NewRow, Row } from './schema.ts'

/** The greater of what is there and what comes: what a browser counts only grows, and what it sends may come late, or twice. */
const greater = (column: 'updated_at' | 'active_ms' | 'open_ms' | 'keystrokes') =>
  sql<number>`case when ${sql.ref(`excluded.${column}`)} > ${sql.ref(`effort.${column}`)}
    then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`effort.${column}`)} end`

/**
 * Keeps the sums of a sitting; a sitting of another translation is left as it is.
 * @param byPerson whether names are kept: the first that was known stays, else none is left
 */
export const putEffort = async (db: Db, row: NewRow<'effort'>, byPerson: boolean): Promise<void> => {
  await db
    .insertInto('effort')
    .values({ ...row, person_id: byPerson ? row.person_id : null })
    .onConflict(c =>
      c
        .column('id')
        .doUpdateSet({
          updated_at: greater('updated_at'),
          active_ms: greater('active_ms'),
          open_ms: greater('open_ms'),
          keystrokes: greater('keystrokes'),
          person_id: byPerson ? sql<string | null>`coalesce(effort.person_id, excluded.person_id)` : null,
        })
        .where('effort.translation_id', '=', row.translation_id),
    )
    .execute()
}

export const sittingById = (db: Db, id: string): Promise<Row<'effort'> | undefined> =>
  db.selectFrom('effort').selectAll().where('id', '=', id).executeTakeFirst()

/** What one person, or nobody by name, did at a translation. */
export interface EffortSum {
  readonly translationId: string
  readonly personId: string | null
  readonly sittings: number
  readonly activeMs: number
  readonly openMs: number
  readonly keystrokes: number
}

/**
 * Sittings in which the page was seen; one that was only opened, in the background or a moment ago, is none yet.
 * @param of one translation, or those of a filter that are measured
 */
export async function effortSums(
  db: Db,
  of: { readonly translationId: string } | { readonly among: MeasureFilter },
): Promise<EffortSum[]> {
  const query = db
    .selectFrom('effort')
    .select(['translation_id', 'person_id'])
    .select(e => [
      e.fn.countAll<number>().as('sittings'),
      e.fn.sum<number>('active_ms').as('active'),
      e.fn.sum<number>('open_ms').as('open'),
      e.fn.sum<number>('keystrokes').as('keystrokes'),
    ])
    .where('open_ms', '>', 0)
    .where(
      'translation_id',
      'in',
      'among' in of
        ? among(db.selectFrom('measure').select('translation_id'), of.among).clearOrderBy()
        : [of.translationId],
    )
    .groupBy(['translation_id', 'person_id'])
  return (await query.execute()).map(row => ({
    translationId: row.translation_id,
    personId: row.person_id,
    sittings: Number(row.sittings),
    activeMs: Number(row.active),
    openMs: Number(row.open),
    keystrokes: Number(row.keystrokes),
  }))
}

export const hasEffort = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('effort').select('id').limit(1).executeTakeFirst()) !== undefined

/** @returns how many sittings there were */
export const deleteEffort = async (tx: Db): Promise<number> =>
  Number((await tx.deleteFrom('effort').executeTakeFirst()).numDeletedRows)
