/** Corrections as they stand, and which are yet to be derived. */
import { sql } from 'kysely'
import type { Db, Row } from './schema.ts'

type CorrectionRow = Row<'correction'>

/** A correction with its words, who made it, and how many read so. */
export interface Correction extends CorrectionRow {
  readonly before: string
  readonly after: string
  readonly person: string
  readonly corrections: number
  readonly articles: number
}

const withPair = (db: Db) =>
  db
    .selectFrom('correction')
    .innerJoin('pair', 'pair.id', 'correction.pair_id')
    .innerJoin('person', 'person.id', 'correction.person_id')
    .selectAll('correction')
    .select(['pair.before_text as before', 'pair.after_text as after', 'pair.corrections', 'pair.articles'])
    .select('person.name as person')

/** Those of a translation, in the order of the MT. */
export const correctionsOf = (db: Db, translationId: string): Promise<Correction[]> =>
  withPair(db)
    .where('correction.translation_id', '=', translationId)
    .orderBy('correction.mt_from')
    .orderBy('correction.mt_to')
    .orderBy('correction.id')
    .execute()

/** Whose category a person, a flag or a check has told; of the others a rule proposes it. */
const told = ['person', 'flag', 'finding', 'term'] as const

const ofTranslation = (db: Db, translationId: string, only: 'all' | 'proposed') => {
  const query = withPair(db).where('correction.translation_id', '=', translationId)
  return only === 'all' ? query : query.where('correction.origin', 'not in', told)
}

export interface CorrectionPage {
  readonly only: 'all' | 'proposed'
  readonly limit: number
  readonly offset: number
}

/** Some of those of a translation, in the order of the MT. */
export const someCorrections = (db: Db, translationId: string, page: CorrectionPage): Promise<Correction[]> =>
  ofTranslation(db, translationId, page.only)
    .orderBy('correction.mt_from')
    .orderBy('correction.mt_to')
    .orderBy('correction.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

/** How many stand before one of them. */
export const correctionsBefore = async (
  db: Db,
  row: Pick<Correction, 'translation_id' | 'mt_from' | 'mt_to' | 'id'>,
): Promise<number> => {
  const { n } = await db
    .selectFrom('correction')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('translation_id', '=', row.translation_id)
    .where(sql<boolean>`(mt_from, mt_to, id) < (${row.mt_from}, ${row.mt_to}, ${row.id})`)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** How many a translation has, and of how many of them the category is only proposed. */
export const countCorrections = async (
  db: Db,
  translationId: string,
): Promise<{ readonly all: number; readonly proposed: number }> => {
  const row = await db
    .selectFrom('correction')
    .select(e => [
      e.fn.countAll<number>().as('all'),
      e.fn.countAll<number>().filterWhere('origin', 'not in', told).as('proposed'),
    ])
    .where('translation_id', '=', translationId)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), proposed: Number(row.proposed) }
}

export const correctionById = (db: Db, id: string): Promise<Correction | undefined> =>
  withPair(db).where('correction.id', '=', id).executeTakeFirst()

/** Those of a translation that stand at a place of the MT. */
export const correctionsAt = (db: Db, translationId: string, from: number, to: number): Promise<Correction[]> =>
  withPair(db)
    .where('correction.translation_id', '=', translationId)
    .where('correction.mt_from', '=', from)
    .where('correction.mt_to', '=', to)
    .execute()

/** Those that a revision made. */
export const correctionsOfRevision = (
  db: Db,
  translationId: string,
  revision: number,
  limit: number,
): Promise<Correction[]> =>
  withPair(db)
    .where('correction.translation_id', '=', translationId)
    .where('correction.revision', '=', revision)
    .orderBy('correction.mt_from')
    .orderBy('correction.mt_to')
    .limit(limit)
    .execute()

/** The corrections that answer a flag. */
export const correctionsOfFlag = (db: Db, flagId: string): Promise<Correction[]> =>
  withPair(db)
    .where('correction.flag_id', '=', flagId)
    .orderBy('correction.translation_id')
    .orderBy('correction.mt_from')
    .execute()

/** What corrections are derived from, but for the text: another value once anything of it has changed. */
export interface Grounds {
  readonly id: string
  readonly article_id: string
  readonly head_number: number
  readonly corrections_number: number
  readonly flag_events: number
  readonly rulings: number
}

export async function groundsOf(db: Db, translationId: string): Promise<Grounds | undefined> {
  const { rows } = await sql<Grounds>`
    select id, article_id, head_number, corrections_number,
      (select count(*) from flag_event where flag_event.translation_id = translation.id) as flag_events,
      (select count(*) from ruling where ruling.translation_id = translation.id) as rulings
    from translation where id = ${translationId}`.execute(db)
  const [row] = rows
  return row && { ...row, flag_events: Number(row.flag_events), rulings: Number(row.rulings) }
}

/** Translations whose corrections are to be derived, in order, but for some that could not be. */
export const unsettledTranslations = async (db: Db, limit: number, but: readonly string[] = []): Promise<string[]> => {
  let query = db
    .selectFrom('translation')
    .select('id')
    .whereRef('corrections_number', '<>', 'head_number')
    .orderBy('id')
    .limit(limit)
  if (but.length > 0) query = query.where('id', 'not in', but)
  return (await query.execute()).map(row => row.id)
}

/** Corrections of a translation are to be derived anew: what they are derived from has changed, but for the text. @returns whether there is such */
export const unsettleTranslation = async (tx: Db, translationId: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('translation')
    .set({ corrections_number: -1 })
    .where('id', '=', translationId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All after the given one are to be derived anew, some at a time. @returns the last of them; null where there are no more */
export async function unsettleSome(tx: Db, after: string, limit: number): Promise<string | null> {
  const ids = (
    await tx.selectFrom('translation').select('id').where('id', '>', after).orderBy('id').limit(limit).execute()
  ).map(row => row.id)
  // revision 0 has none
  if (ids.length > 0)
    await tx
      .updateTable('translation')
      .set({ corrections_number: -1 })
      .where('id', 'in', ids)
      .where('head_number', '>', 0)
      .execute()
  return ids.at(-1) ?? null
}

/**
 * Translations with corrections of some pairs, whose category nobody surer than a term has told, are to be derived anew: those after the
 * given one, some at a time. @returns the last of them; null where there are no more
 */
export async function unsettlePairs(
  tx: Db,
  pairIds: readonly string[],
  after: string,
  limit: number,
): Promise<string | null> {
  if (pairIds.length === 0) return null
  const rows = await tx
    .selectFrom('correction')
    .select('translation_id as id')
    .distinct()
    .where('pair_id', 'in', [...pairIds])
    .where('translation_id', '>', after)
    .where('origin', 'not in', ['person', 'flag', 'finding'])
    .orderBy('translation_id')
    .limit(limit)
    .execute()
  const ids = rows.map(row => row.id)
  if (ids.length > 0)
    await tx.updateTable('translation').set({ corrections_number: -1 }).where('id', 'in', ids).execute()
  return ids.at(-1) ?? null
}
