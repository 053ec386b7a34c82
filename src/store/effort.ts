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

/** What some sittings come to. */
export interface EffortSum {
  readonly sittings: number
  readonly activeMs: number
  readonly openMs: number
  readonly keystrokes: number
}

/** What the sittings at one translation come to. */
export interface TranslationEffort extends EffortSum {
  /** sittings in which the text was changed, or its state was decided: others were a look at it */
  readonly worked: number
}

type Summed = Readonly<Record<keyof EffortSum, number | string | null>>

const summed = [
  sql<number>`count(*)`.as('sittings'),
  sql<number | null>`sum(active_ms)`.as('activeMs'),
  sql<number | null>`sum(open_ms)`.as('openMs'),
  sql<number | null>`sum(keystrokes)`.as('keystrokes'),
] as const

const numbers = ({ sittings, activeMs, openMs, keystrokes }: Summed): EffortSum => ({
  sittings: Number(sittings),
  activeMs: Number(activeMs),
  openMs: Number(openMs),
  keystrokes: Number(keystrokes),
})

/** A sitting may have lasted so long before it is first heard of, and its last sums may come so long before what ends it, ms. */
const mostUnheard = 90_000

const during = (column: 'revision.created_at' | 'event.at') =>
  sql<boolean>`${sql.ref(column)} between effort.started_at - ${mostUnheard} and effort.updated_at + ${mostUnheard}`

const worked = sql<number | null>`sum(case
  when exists (select 1 from revision where revision.translation_id = effort.translation_id and ${during('revision.created_at')}) then 1
  when exists (select 1 from event where event.translation_id = effort.translation_id and event.kind = 'state'
    and event.article_id = (select article_id from translation where translation.id = effort.translation_id)
    and ${during('event.at')}) then 1
  else 0 end)`

/** Sittings in which the page was seen; one that was only opened, in the background or a moment ago, is none yet. */
const seenIn = (db: Db) => db.selectFrom('effort').where('open_ms', '>', 0)

/** Of one translation. */
export async function effortSum(db: Db, translationId: string): Promise<TranslationEffort> {
  const query = seenIn(db).select(summed).select(worked.as('worked')).where('translation_id', '=', translationId)
  const row = await query.executeTakeFirstOrThrow()
  return { ...numbers(row), worked: Number(row.worked ?? 0) }
}

const measuredOf = (db: Db, filter: MeasureFilter) =>
  among(db.selectFrom('measure').select('measure.translation_id'), filter).clearOrderBy()

/** By person, null where nobody's name was kept, at the translations of a filter that are measured. */
export async function effortByPerson(
  db: Db,
  filter: MeasureFilter,
): Promise<readonly (EffortSum & { readonly personId: string | null })[]> {
  const rows = await seenIn(db)
    .select('person_id')
    .select(summed)
    .where('translation_id', 'in', measuredOf(db, filter))
    .groupBy('person_id')
    .execute()
  return rows.map(row => ({ personId: row.person_id, ...numbers(row) }))
}

/** A measured translation with what the work on it came to; `sums` as JSON. */
export type WorkedTranslation = Pick<Row<'measure'>, 'system' | 'state' | 'at' | 'words' | 'sums'> & TranslationEffort

/** Those of a filter that somebody has worked on. */
export async function workedTranslations(db: Db, filter: MeasureFilter): Promise<WorkedTranslation[]> {
  const rows = await seenIn(db)
    .innerJoin('measure', 'measure.translation_id', 'effort.translation_id')
    .select(['measure.system', 'measure.state', 'measure.at', 'measure.words', 'measure.sums'])
    .select(summed)
    .select(worked.as('worked'))
    .where('measure.translation_id', 'in', measuredOf(db, filter))
    // which all other columns of it follow from
    .groupBy('measure.translation_id')
    .execute()
  return rows.map(({ system, state, at, words, sums, ...row }) => ({
    ...{ system, state, at, words, sums },
    ...{ ...numbers(row), worked: Number(row.worked ?? 0) },
  }))
}

/** Another text whenever any sitting has come to more, or was deleted. */
export async function effortStamp(db: Db): Promise<string> {
  const row = await db
    .selectFrom('effort')
    .select(summed)
    .select(e => e.fn.max('updated_at').as('latest'))
    .executeTakeFirstOrThrow()
  const { sittings, activeMs, openMs, keystrokes } = numbers(row)
  return [sittings, activeMs, openMs, keystrokes, row.latest].join(' ')
}

export const hasEffort = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('effort').select('id').limit(1).executeTakeFirst()) !== undefined

/** @returns how many sittings there were */
export const deleteEffort = async (tx: Db): Promise<number> =>
  Number((await tx.deleteFrom('effort').executeTakeFirst()).numDeletedRows)
