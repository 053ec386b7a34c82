/** Flags, and all that happened to them. */
import { sql } from 'kysely'
import type { Db, NewRow, Row } from './schema.ts'

/** A flag with its author's name. */
export type Flag = Row<'flag'> & { readonly author: string }
export type FlagEvent = Row<'flag_event'> & { readonly person: string }

/** How many places one statement updates: two parameters each, and the database looks through them for each row. */
const atOnce = 200

const everyFlag = (db: Db) =>
  db
    .selectFrom('flag')
    .innerJoin('person', 'person.id', 'flag.author_id')
    .selectAll('flag')
    .select('person.name as author')

/** Flags set apart by an annotator are in none of these: whoever wants them asks for them by `flagsApart`. */
const isApart = sql<boolean>`exists (select 1 from annotation where annotation.translation_id = flag.translation_id and annotation.layer = flag.layer)`
const flags = (db: Db) => everyFlag(db).where(e => e.not(isApart))

export const insertFlag = async (tx: Db, row: NewRow<'flag'>): Promise<void> => {
  await tx.insertInto('flag').values(row).execute()
}

/** Undefined also for one set apart. */
export const flagById = (db: Db, id: string): Promise<Flag | undefined> =>
  flags(db).where('flag.id', '=', id).executeTakeFirst()

/** The flags of a translation that were not withdrawn, in the order they were set; none that an annotator set apart. */
export const flagsOfTranslation = (db: Db, translationId: string): Promise<Flag[]> =>
  flags(db)
    .where('flag.translation_id', '=', translationId)
    .where('flag.withdrawn_at', 'is', null)
    .orderBy('flag.created_at')
    .orderBy('flag.id')
    .execute()

/** Those of all annotations apart that were not withdrawn, as `flagsOfTranslation`; only of some layers where they are named. */
export async function flagsApart(db: Db, translationId: string, layers?: readonly string[]): Promise<Flag[]> {
  if (layers?.length === 0) return []
  const all = everyFlag(db)
    .where('flag.translation_id', '=', translationId)
    .where(isApart)
    .where('flag.withdrawn_at', 'is', null)
    .orderBy('flag.created_at')
    .orderBy('flag.id')
  return (layers ? all.where('flag.layer', 'in', layers) : all).execute()
}

/** A flag of an annotation apart, also one that was withdrawn. */
export const flagApartById = (db: Db, id: string): Promise<Flag | undefined> =>
  everyFlag(db).where('flag.id', '=', id).where(isApart).executeTakeFirst()

/** Writes `values` and the next version, if the flag still has `version`; false where another was faster. */
export async function updateFlag(
  tx: Db,
  id: string,
  version: number,
  values: Partial<Omit<Row<'flag'>, 'id' | 'translation_id' | 'version'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('flag')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes the derived places, many flags a statement; a place is no edit and makes no version. */
export async function updatePlaces(tx: Db, places: ReadonlyMap<string, string>): Promise<void> {
  const all = [...places]
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce)
    const whens = some.map(([id, place]) => sql`when ${id} then ${place}`)
    await tx
      .updateTable('flag')
      .set({ place: sql<string>`case id ${sql.join(whens, sql` `)} else place end` })
      .where(
        'id',
        'in',
        some.map(([id]) => id),
      )
      .execute()
  }
}

export const insertFlagEvent = async (tx: Db, row: NewRow<'flag_event'>): Promise<void> => {
  await tx.insertInto('flag_event').values(row).execute()
}

/** All that happened to a flag, oldest first. */
export const eventsOfFlag = (db: Db, flagId: string): Promise<FlagEvent[]> =>
  db
    .selectFrom('flag_event')
    .innerJoin('person', 'person.id', 'flag_event.person_id')
    .selectAll('flag_event')
    .select('person.name as person')
    .where('flag_event.flag_id', '=', flagId)
    .orderBy('flag_event.at')
    .orderBy('flag_event.id')
    .execute()

/** Who dismissed each flag of a translation last, by the flag's id. */
export const dismissersOf = async (db: Db, translationId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('flag_event')
    .innerJoin('person', 'person.id', 'flag_event.person_id')
    .select(['flag_event.flag_id', 'person.name'])
    .where('flag_event.translation_id', '=', translationId)
    .where('flag_event.kind', '=', 'dismiss')
    .orderBy('flag_event.at')
    .orderBy('flag_event.id')
    .execute()
  return new Map(rows.map(row => [row.flag_id, row.name]))
}
