/** What was done to pairs, terms, batches and the settings of quality: only ever added to. */
import type { Db, Row } from './schema.ts'

export type HouseSubject = 'pair' | 'term' | 'batch' | 'quality'
/** An act with the name of who did it. */
export type HouseAct = Row<'house_act'> & { readonly person: string }

/** A statement takes so many rows at most. */
const rowsAtOnce = 500

export const insertHouseActs = async (
  tx: Db,
  rows: readonly (Omit<Row<'house_act'>, 'subject'> & { readonly subject: HouseSubject })[],
): Promise<void> => {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx
      .insertInto('house_act')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
}

/** The latest acts on one of them, newest first. */
export const actsOn = (db: Db, subject: HouseSubject, subjectId: string, limit: number): Promise<HouseAct[]> =>
  db
    .selectFrom('house_act')
    .innerJoin('person', 'person.id', 'house_act.person_id')
    .selectAll('house_act')
    .select('person.name as person')
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('house_act.id', 'desc')
    .limit(limit)
    .execute()

/** The first act on any of them after the given one; acts on terms are written one after another, so that none comes between later. */
export const nextAct = (db: Db, subject: HouseSubject, after: string): Promise<Row<'house_act'> | undefined> =>
  db
    .selectFrom('house_act')
    .selectAll()
    .where('id', '>', after)
    .where('subject', '=', subject)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
