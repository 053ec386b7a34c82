import type { Db, Row } from './schema.ts'

export const insertPerson = async (db: Db, person: Row<'person'>): Promise<void> => {
  await db
    .insertInto('person')
    .values(person)
    .onConflict(c => c.column('name_folded').doNothing())
    .execute()
}

export const personById = (db: Db, id: string): Promise<Row<'person'> | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export const personByName = (db: Db, nameFolded: string): Promise<Row<'person'> | undefined> =>
  db.selectFrom('person').selectAll().where('name_folded', '=', nameFolded).executeTakeFirst()

export const allPersons = (db: Db): Promise<Row<'person'>[]> =>
  db.selectFrom('person').selectAll().orderBy('id').execute()
