/** What persons say of the category of corrections: only ever added to. */
import type { Db, NewRow, Row } from './schema.ts'

export type Ruling = Row<'ruling'> & { readonly person: string }

export const insertRuling = async (tx: Db, row: NewRow<'ruling'>): Promise<void> => {
  await tx.insertInto('ruling').values(row).execute()
}

/** Those of a translation, the latest last. */
export const rulingsOf = (db: Db, translationId: string): Promise<Ruling[]> =>
  db
    .selectFrom('ruling')
    .innerJoin('person', 'person.id', 'ruling.person_id')
    .selectAll('ruling')
    .select('person.name as person')
    .where('ruling.translation_id', '=', translationId)
    .orderBy('ruling.id')
    .execute()
