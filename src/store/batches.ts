/** Batches: one correction of many articles, from its preview to its undoing. */
import { chunksOf } from './pairs.ts'
import type { Db, NewRow, Row } from './schema.ts'

/** A batch with the names of those who made, applied and undid it. */
export type Batch = Row<'batch'> & {
  readonly person: string
  readonly applier: string | null
  readonly undoer: string | null
}

const batches = (db: Db) =>
  db
    .selectFrom('batch')
    .innerJoin('person', 'person.id', 'batch.person_id')
    .leftJoin('person as applier', 'applier.id', 'batch.applied_by')
    .leftJoin('person as undoer', 'undoer.id', 'batch.undone_by')
    .selectAll('batch')
    .select(['person.name as person', 'applier.name as applier', 'undoer.name as undoer'])

export const insertBatch = async (db: Db, row: NewRow<'batch'>): Promise<void> => {
  await db.insertInto('batch').values(row).execute()
}

export const batchById = (db: Db, id: string): Promise<Batch | undefined> =>
  batches(db).where('batch.id', '=', id).executeTakeFirst()

/** A batch's place in the list, newest first. */
export interface BatchPlace {
  readonly at: number
  readonly id: string
}

/** Batches beyond a place, newest first; those thrown away are none. */
export const batchesBefore = (db: Db, beyond: BatchPlace | undefined, limit: number): Promise<Batch[]> => {
  let query = batches(db).where('batch.state', '<>', 'dropped')
  if (beyond) query = query.where(e => e(e.refTuple('batch.at', 'batch.id'), '<', e.tuple(beyond.at, beyond.id)))
  return query.orderBy('batch.at', 'desc').orderBy('batch.id', 'desc').limit(limit).execute()
}

/** Holds a batch until the transaction ends, and gives it as it then is: whoever writes its hits does so first. */
export const holdBatch = (tx: Db, id: string): Promise<Row<'batch'> | undefined> =>
  tx
    .updateTable('batch')
    .set(({ eb }) => ({ hits: eb.ref('hits') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()

export type BatchChange = Partial<Omit<Row<'batch'>, 'id' | 'person_id' | 'at'>>

/** Changes a batch that is in one of the states; false where it is not. */
export async function changeBatch(
  db: Db,
  id: string,
  states: readonly string[],
  change: BatchChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('batch')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', [...states])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The previews that were made before `time` and never applied. */
export const stalePreviews = async (db: Db, time: number, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('state', 'in', ['looking', 'ready', 'dropped'])
    .where('at', '<', time)
    .orderBy('at')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

/** Removes those of the batches that still are previews, with their hits. */
export const deletePreviews = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await db
    .deleteFrom('batch')
    .where('id', 'in', [...ids])
    .where('state', 'in', ['looking', 'ready', 'dropped'])
    .execute()
}

/** The batches that have found something in an article. */
export const batchesIn = async (tx: Db, articleId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('batch_hit')
    .innerJoin('translation', 'translation.id', 'batch_hit.translation_id')
    .select('batch_hit.batch_id as id')
    .distinct()
    .where('translation.article_id', '=', articleId)
    .execute()
  return rows.map(row => row.id)
}

/** Removes those of the batches that have nothing left in any article; they are named by what stood in those that are gone. */
export const deleteEmptied = async (tx: Db, ids: readonly string[]): Promise<void> => {
  for (const some of chunksOf(ids.toSorted()))
    await tx
      .deleteFrom('batch')
      .where('id', 'in', some)
      .where('state', '<>', 'looking')
      .where(e =>
        e.not(e.exists(e.selectFrom('batch_hit').select('number').whereRef('batch_hit.batch_id', '=', 'batch.id'))),
      )
      .execute()
}
