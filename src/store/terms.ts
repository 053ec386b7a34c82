/** The house's termbase. */
import { sql, type RawBuilder } from 'kysely'
import type { Db, NewRow, Row } from './schema.ts'
import { readSetting, writeSetting } from './settings.ts'

/** A term with the name of who wrote it last. */
export type StoredTerm = Row<'term'> & { readonly person: string }

/** A statement takes so many rows at most. */
const rowsAtOnce = 500

const terms = (db: Db) =>
  db
    .selectFrom('term')
    .innerJoin('person', 'person.id', 'term.person_id')
    .selectAll('term')
    .select('person.name as person')

export const insertTerms = async (tx: Db, rows: readonly NewRow<'term'>[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx
      .insertInto('term')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
}

export type TermChange = Omit<NewRow<'term'>, 'id' | 'created_at' | 'version'>

/** Writes a term that still has the version; false where it has another. */
export async function updateTerm(tx: Db, id: string, version: number, change: TermChange): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('term')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const termById = (db: Db, id: string): Promise<StoredTerm | undefined> =>
  terms(db).where('term.id', '=', id).executeTakeFirst()

/** Every term, or those of a status, in the order of their making. */
export const allTerms = (db: Db, status?: string): Promise<Row<'term'>[]> => {
  const query = db.selectFrom('term').selectAll()
  return (status === undefined ? query : query.where('status', '=', status)).orderBy('id').execute()
}

export interface TermFilter {
  readonly status?: string | undefined
  readonly domain?: string | undefined
  readonly partOfSpeech?: string | undefined
  /** folded; anywhere in its words, domain or note */
  readonly needle?: string | undefined
}

/** A place in the Swedish order. */
export interface TermPlace {
  readonly key: string
  readonly id: string
}

const matching = ({ status, domain, partOfSpeech, needle }: TermFilter): RawBuilder<boolean> =>
  sql.join<boolean>(
    [
      sql`1 = 1`,
      ...(status === undefined ? [] : [sql`term.status = ${status}`]),
      ...(domain === undefined ? [] : [sql`term.domain = ${domain}`]),
      ...(partOfSpeech === undefined ? [] : [sql`term.part_of_speech = ${partOfSpeech}`]),
      ...(needle === undefined ? [] : [sql`term.text_folded like ${pattern(needle)} escape '\\'`]),
    ],
    sql` and `,
  )

const pattern = (needle: string): string => `%${needle.replace(/[\\%_]/g, '\\$&')}%`

/** Terms in Swedish order beyond a place, or before it (then backwards). */
export const termsBeyond = (
  db: Db,
  filter: TermFilter,
  { beyond, back, limit }: { readonly beyond?: TermPlace | undefined; readonly back?: boolean; readonly limit: number },
): Promise<StoredTerm[]> => {
  let query = terms(db).where(matching(filter))
  const direction = back ? 'desc' : 'asc'
  if (beyond)
    query = query.where(
      sql<boolean>`(term.preferred_key, term.id) ${back ? sql`<` : sql`>`} (${beyond.key}, ${beyond.id})`,
    )
  return query.orderBy('term.preferred_key', direction).orderBy('term.id', direction).limit(limit).execute()
}

/** How many terms of each status a filter has, whatever status it asks for. */
export const countTerms = async (db: Db, filter: TermFilter): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('term')
    .select('status')
    .select(e => e.fn.countAll<number>().as('n'))
    .where(matching({ ...filter, status: undefined }))
    .groupBy('status')
    .execute()
  return new Map(rows.map(row => [row.status, Number(row.n)]))
}

export const domainsInUse = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('term').select('domain').distinct().where('domain', '<>', '').orderBy('domain').execute()).map(
    row => row.domain,
  )

const counter = 'terms'

/** Another text after each change of the termbase. */
export const termsStamp = async (db: Db): Promise<string> => (await readSetting(db, counter)) ?? '0'

/** Belongs first in the transaction of such a change: of two at once one waits, and sees what the other has written. */
export const stampTerms = async (tx: Db): Promise<void> =>
  writeSetting(tx, counter, String(Number(await termsStamp(tx)) + 1))

/** How often the findings of each kind of act were decided on that spoke of a term or a pair: `accept`, `dismiss`, `withdraw`. */
export const countActsAbout = async (db: Db, about: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('check_act')
    .select('kind')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('about', '=', about)
    // what the index says
    .where('about', '<>', '')
    .groupBy('kind')
    .execute()
  return new Map(rows.map(row => [row.kind, Number(row.n)]))
}
