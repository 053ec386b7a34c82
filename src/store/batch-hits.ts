/** The places that a batch would change, by number in the order in which they were found. */
import { sql } from 'kysely'
import type { Db, Row } from './schema.ts'

export type BatchHit = Row<'batch_hit'>

/** A statement takes so many rows, and numbers, at most. */
const [rowsAtOnce, numbersAtOnce] = [500, 5000]

export const insertHits = async (tx: Db, rows: readonly BatchHit[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx
      .insertInto('batch_hit')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
}

/** A hit with what its article is by now. */
export type HitLine = BatchHit & {
  readonly title: string
  readonly state: string
  readonly system: string
  readonly head_number: number
  /** the translation that the article is shown by */
  readonly shown_id: string
  readonly archived_at: number | null
}

/** The hits with `after < number` that are still to be decided on, in order. */
export const hitsAfter = (db: Db, batchId: string, after: number, limit: number): Promise<HitLine[]> =>
  db
    .selectFrom('batch_hit')
    .innerJoin('translation', 'translation.id', 'batch_hit.translation_id')
    .innerJoin('article', 'article.id', 'batch_hit.article_id')
    .selectAll('batch_hit')
    .select([
      'article.title',
      'translation.state',
      'translation.system',
      'translation.head_number',
      'article.translation_id as shown_id',
      'article.archived_at',
    ])
    .where('batch_hit.batch_id', '=', batchId)
    .where('batch_hit.number', '>', after)
    .where('batch_hit.outcome', '=', '')
    .orderBy('batch_hit.number')
    .limit(limit)
    .execute()

/** The number after which the page begins that ends at `after`; 0 where that is the first. */
export const pageBefore = async (db: Db, batchId: string, after: number, limit: number): Promise<number> => {
  const rows = await db
    .selectFrom('batch_hit')
    .select('number')
    .where('batch_id', '=', batchId)
    .where('outcome', '=', '')
    .where('number', '<=', after)
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return rows[limit]?.number ?? 0
}

/** Of the hits not applied yet, those meant: by number, of a translation, or all. */
export type Meant =
  { readonly numbers: readonly number[] } | { readonly translationId: string } | { readonly upTo: number }

export async function chooseHits(tx: Db, batchId: string, meant: Meant, chosen: boolean): Promise<void> {
  const query = () =>
    tx
      .updateTable('batch_hit')
      .set({ chosen: chosen ? 1 : 0 })
      .where('batch_id', '=', batchId)
      .where('outcome', '=', '')
  if ('translationId' in meant) await query().where('translation_id', '=', meant.translationId).execute()
  else if ('upTo' in meant) await query().where('number', '<=', meant.upTo).execute()
  else
    for (let at = 0; at < meant.numbers.length; at += numbersAtOnce)
      await query()
        .where('number', 'in', meant.numbers.slice(at, at + numbersAtOnce))
        .execute()
}

/** What is to stand there instead, of a hit not applied yet. */
export const writeFix = async (tx: Db, batchId: string, number: number, fix: string): Promise<void> => {
  await tx
    .updateTable('batch_hit')
    .set({ fix })
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .where('outcome', '=', '')
    .execute()
}

export type ChosenHit = Pick<
  BatchHit,
  | 'number'
  | 'article_id'
  | 'translation_id'
  | 'base'
  | 'span_from'
  | 'span_to'
  | 'category'
  | 'severity'
  | 'words'
  | 'fix'
>

/** What is to be applied: chosen, not applied yet, and shown to whoever says so, by number. */
export const chosenHits = (db: Db, batchId: string, upTo: number): Promise<ChosenHit[]> =>
  db
    .selectFrom('batch_hit')
    .select(['number', 'article_id', 'translation_id', 'base', 'span_from', 'span_to', 'category', 'severity'])
    .select(['words', 'fix'])
    .where('batch_id', '=', batchId)
    .where('outcome', '=', '')
    .where('chosen', '=', 1)
    .where('number', '<=', upTo)
    .orderBy('number')
    .execute()

/** Says what became of some hits. */
export async function settleHits(
  tx: Db,
  batchId: string,
  numbers: readonly number[],
  became: { readonly outcome: 'applied' | 'moved'; readonly revision: number | null },
): Promise<void> {
  for (let at = 0; at < numbers.length; at += numbersAtOnce)
    await tx
      .updateTable('batch_hit')
      .set(became)
      .where('batch_id', '=', batchId)
      .where('number', 'in', numbers.slice(at, at + numbersAtOnce))
      .execute()
}

/** Those that whoever applied the batch was shown and did not choose are done with. */
export const leaveUnchosen = async (tx: Db, batchId: string, upTo: number): Promise<void> => {
  await tx
    .updateTable('batch_hit')
    .set({ outcome: 'left' })
    .where('batch_id', '=', batchId)
    .where('outcome', '=', '')
    .where('chosen', '=', 0)
    .where('number', '<=', upTo)
    .execute()
}

/** The hits of some translations that were not chosen when the batch was applied, or that had moved, by number. */
export const hitsPassed = (
  db: Db,
  batchId: string,
  translationIds: readonly string[],
  outcome: 'left' | 'moved',
): Promise<BatchHit[]> =>
  translationIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('batch_hit')
        .selectAll()
        .where('batch_id', '=', batchId)
        .where('translation_id', 'in', [...translationIds])
        .where('outcome', '=', outcome)
        .orderBy('number')
        .execute()

/** The revisions that a batch has made and that are not undone, by translation, oldest first. */
export const revisionsOfBatch = async (
  db: Db,
  batchId: string,
): Promise<readonly { readonly translationId: string; readonly revision: number }[]> => {
  const rows = await db
    .selectFrom('batch_hit')
    .select(['translation_id', 'revision'])
    .distinct()
    .where('batch_id', '=', batchId)
    .where('outcome', '=', 'applied')
    .where('undone_revision', 'is', null)
    .orderBy('translation_id')
    .orderBy('revision')
    .execute()
  return rows.flatMap(row =>
    row.revision === null ? [] : [{ translationId: row.translation_id, revision: row.revision }],
  )
}

/** Says what became of a revision of a batch when the batch was undone. */
export const settleUndone = async (
  tx: Db,
  of: { readonly batchId: string; readonly translationId: string; readonly revision: number },
  became: { readonly undoneRevision: number } | { readonly outcome: 'conflict' },
): Promise<void> => {
  await tx
    .updateTable('batch_hit')
    .set('outcome' in became ? { outcome: became.outcome } : { undone_revision: became.undoneRevision })
    .where('translation_id', '=', of.translationId)
    .where('revision', '=', of.revision)
    .where('batch_id', '=', of.batchId)
    .execute()
}

/** The translations of which the last that was found had moved away: they are to be looked at again. */
export const movedTranslations = async (db: Db, batchId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select h.translation_id as id from batch_hit h
    where h.batch_id = ${batchId} and h.outcome = 'moved' and h.number = (
      select max(o.number) from batch_hit o
      where o.translation_id = h.translation_id and o.batch_id = ${batchId} and o.outcome <> 'left')
    order by h.number`.execute(db)
  return rows.map(row => row.id)
}
