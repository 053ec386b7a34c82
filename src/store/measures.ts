/** What translations measure: one derived row each, which are yet to be measured, and the rows that reports sum up. */
import { randomInt } from 'node:crypto'
import { sql, type SelectQueryBuilder } from 'kysely'
import type { Db, NewRow, Row, Schema } from './schema.ts'

/** What a measure is derived from, but for the texts: another value once anything of it has changed. */
export interface MeasureGrounds {
  readonly id: string
  readonly article_id: string
  readonly system: string
  readonly language: string
  readonly state: string
  readonly created_at: number
  readonly head_number: number
  readonly corrections_number: number
  readonly flag_events: number
  readonly rulings: number
  /** annotations apart: how many are done, when, summed, and how many are not */
  readonly annotated: number
  readonly annotated_at: number
  readonly annotating: number
}

export async function measureGroundsOf(db: Db, translationId: string): Promise<MeasureGrounds | undefined> {
  const { rows } = await sql<MeasureGrounds>`
    select id, article_id, system, language, state, created_at, head_number, corrections_number,
      (select count(*) from flag_event where flag_event.translation_id = translation.id) as flag_events,
      (select count(*) from ruling where ruling.translation_id = translation.id) as rulings,
      (select count(*) from annotation a where a.translation_id = translation.id and a.state = 'done') as annotated,
      (select coalesce(sum(done_at), 0) from annotation a where a.translation_id = translation.id) as annotated_at,
      (select count(*) from annotation a where a.translation_id = translation.id and a.state = 'open') as annotating
    from translation where id = ${translationId}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const counts = ['flag_events', 'rulings', 'annotated', 'annotated_at', 'annotating'] as const
  return { ...row, ...Object.fromEntries(counts.map(name => [name, Number(row[name])])) }
}

/** For each write of a row another: a whole number below 2³¹. */
export const newStamp = (): number => randomInt(2 ** 31)

/** Another text whenever any measure was written, added or deleted: what was summed up of them is so no longer. */
export async function measuresStamp(db: Db): Promise<string> {
  const { n, sum } = await db
    .selectFrom('measure')
    .select(e => [e.fn.countAll<number>().as('n'), e.fn.sum<number | null>('stamp').as('sum')])
    .executeTakeFirstOrThrow()
  return `${n} ${sum ?? 0}`
}

/** All but the names that a report filters by, which are kept wherever they are changed. */
const decisive = [
  'head_number', 'corrections_number', 'state', 'flag_events', 'rulings', 'annotated', 'annotated_at', 'annotating',
] as const // prettier-ignore

export type DerivedMeasure = Omit<
  NewRow<'measure'>,
  'translation_id' | 'article_id' | 'system' | 'language' | 'state' | 'at' | 'stamp'
>

/**
 * Writes what a translation measures as it was derived on these grounds; false where they are others by now, and nothing was written. The
 * head's row is written first, so that of two at once, or of this and a save, one is run again.
 */
export async function writeMeasure(tx: Db, grounds: MeasureGrounds, derived: DerivedMeasure): Promise<boolean> {
  const { id, head_number, corrections_number } = grounds
  const { numUpdatedRows } = await tx
    .updateTable('translation')
    .set({ measured: 1 })
    .where('id', '=', id)
    .where('head_number', '=', head_number)
    .where('corrections_number', '=', corrections_number)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  const now = await measureGroundsOf(tx, id)
  if (!now || decisive.some(name => now[name] !== grounds[name])) {
    // a transaction that gives false is kept: what was marked stays to be done
    await tx.updateTable('translation').set({ measured: 0 }).where('id', '=', id).execute()
    return false
  }
  const { article_id, system, language, state, created_at } = now
  const values = { article_id, system, language, state, at: created_at, ...derived, stamp: newStamp() }
  await tx
    .insertInto('measure')
    .values({ translation_id: id, ...values })
    .onConflict(c => c.column('translation_id').doUpdateSet(values))
    .execute()
  return true
}

/** Translations that are to be measured, and whose corrections stand, in order, but for some that could not be. */
export async function unmeasuredTranslations(db: Db, limit: number, but: readonly string[] = []): Promise<string[]> {
  let query = db
    .selectFrom('translation')
    .select('id')
    // written out, for the index is of these rows alone
    .where(sql<boolean>`measured = 0`)
    .whereRef('corrections_number', '=', 'head_number')
    .orderBy('id')
    .limit(limit)
  if (but.length > 0) query = query.where('id', 'not in', but)
  return (await query.execute()).map(row => row.id)
}

/** All after the given one are to be measured anew, some at a time. @returns the last of them; null where there are no more */
export async function unmeasureSome(tx: Db, after: string, limit: number): Promise<string | null> {
  const rows = await tx
    .selectFrom('translation')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = rows.map(row => row.id)
  if (ids.length > 0) await tx.updateTable('translation').set({ measured: 0 }).where('id', 'in', ids).execute()
  return ids.at(-1) ?? null
}

/** Which measures a report is about; what is not given is not asked. */
export interface MeasureFilter {
  readonly translationId?: string | undefined
  readonly systems?: readonly string[] | undefined
  readonly states?: readonly string[] | undefined
  readonly language?: string | undefined
  /** epoch ms: from the first on, and before the second */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** only what says something: in one of these states, of a text that the house is through with, or what somebody has annotated */
  readonly reviewed?: readonly string[] | undefined
  /** none that was approved as the machine wrote it with certain findings open */
  readonly sure?: true | undefined
  /** not of these articles */
  readonly without?: readonly string[] | undefined
}

type Query<Selected> = SelectQueryBuilder<Schema, 'measure', Selected>

/** PostgreSQL takes no empty list. */
const oneOf = (column: 'system' | 'state', values: readonly string[]) =>
  values.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`${sql.ref(`measure.${column}`)} in (${sql.join(values)})`

/** Those of a filter, in the order in which their translations came. */
export function among<Selected>(all: Query<Selected>, filter: MeasureFilter): Query<Selected> {
  const { translationId, systems, states, language, from, to, reviewed, sure, without } = filter
  let query = all
  if (translationId !== undefined) query = query.where('translation_id', '=', translationId)
  if (systems !== undefined) query = query.where(oneOf('system', systems))
  if (states !== undefined) query = query.where(oneOf('state', states))
  if (language !== undefined) query = query.where('language', '=', language)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  if (reviewed !== undefined)
    query = query.where(e =>
      e.or([oneOf('state', reviewed), e('errors', '<>', '[]'), e('annotators', '>', 0), e('judgement', '>=', 0)]),
    )
  if (sure)
    query = query.where(
      sql<boolean>`not exists (select 1 from translation t where t.id = measure.translation_id and t.state = 'approved'
        and t.head_hash = t.mt_hash and t.approved_certain > 0)`,
    )
  if (without !== undefined && without.length > 0) query = query.where('article_id', 'not in', without)
  return query.orderBy('translation_id')
}

/** A measure without its worst paragraphs, which are long. */
export type Measure = Omit<Row<'measure'>, 'worst' | 'stamp'>

const figures = [
  'translation_id', 'article_id', 'system', 'language', 'state', 'at', 'words', 'head_words', 'segments', 'sums', 'errors', 'open',
  'annotators', 'judgement',
] as const // prettier-ignore

export const measuresOf = (db: Db, filter: MeasureFilter = {}): Promise<Measure[]> =>
  among(db.selectFrom('measure').select(figures), filter).execute()

/** How many translations are yet to be measured: what a report leaves out. */
export async function countUnmeasured(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('translation')
    .select(e => e.fn.countAll<number>().as('n'))
    .where(sql<boolean>`measured = 0`)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export interface MeasureFault {
  readonly translation_id: string
  readonly article_id: string
  readonly head_number: number
  /** in English */
  readonly why: string
}

/** Translations that are said to be measured, and have no measure, or one that names another system or state. */
export async function measureFaults(db: Db): Promise<MeasureFault[]> {
  const rows = await db
    .selectFrom('translation')
    .leftJoin('measure', 'measure.translation_id', 'translation.id')
    .select(['translation.id', 'translation.article_id', 'translation.head_number', 'measure.translation_id'])
    .where('translation.measured', '=', 1)
    .where(e =>
      e.or([
        e('measure.translation_id', 'is', null),
        ...(['article_id', 'system', 'language', 'state'] as const).map(name =>
          e(`measure.${name}`, '<>', e.ref(`translation.${name}`)),
        ),
      ]),
    )
    .orderBy('translation.id')
    .execute()
  return rows.map(({ id, article_id, head_number, translation_id }) => ({
    translation_id: id,
    article_id,
    head_number,
    why:
      translation_id === null ? 'it is said to be measured, and is not' : 'its measure is of another system or state',
  }))
}
