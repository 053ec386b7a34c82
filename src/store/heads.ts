/** The head of a translation: the one row that says where it stands, and the lock that every write to it takes first. */
import type { Db, Row } from './schema.ts'

/** A translation by its id, or the one last worked on of an article; both given, they must belong together. */
export interface Which {
  readonly articleId?: string | undefined
  readonly translationId?: string | undefined
}

export type Head = Row<'translation'>
/** A head without its text, for what is asked every second. */
export type BareHead = Omit<Head, 'head_text'>

/** All columns of a translation but its text. */
export const bareColumns = [
  'translation.id',
  'translation.article_id',
  'translation.system',
  'translation.language',
  'translation.mt_hash',
  'translation.state',
  'translation.created_at',
  'translation.head_number',
  'translation.head_hash',
  'translation.corrections_number',
  'translation.fixed',
  'translation.measured',
  'translation.approved_open',
  'translation.approved_certain',
] as const

const idOf = async (db: Db, which: Which): Promise<string | undefined> => {
  if (which.translationId !== undefined) return which.translationId
  if (which.articleId === undefined) return undefined
  const row = await db
    .selectFrom('article')
    .select('translation_id')
    .where('id', '=', which.articleId)
    .executeTakeFirst()
  return row?.translation_id
}

/** The head asked for, or undefined where there is none. */
export async function headOf(db: Db, which: Which): Promise<Head | undefined> {
  const id = await idOf(db, which)
  if (id === undefined) return undefined
  let query = db.selectFrom('translation').selectAll().where('id', '=', id)
  if (which.articleId !== undefined) query = query.where('article_id', '=', which.articleId)
  return query.executeTakeFirst()
}

/** As `headOf`, without the text. */
export async function bareHeadOf(db: Db, which: Which): Promise<BareHead | undefined> {
  const id = await idOf(db, which)
  if (id === undefined) return undefined
  let query = db.selectFrom('translation').select(bareColumns).where('id', '=', id)
  if (which.articleId !== undefined) query = query.where('article_id', '=', which.articleId)
  return query.executeTakeFirst()
}

/** The text of revision `number`, if that is the head. */
export const headTextOf = async (db: Db, translationId: string, number: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('translation')
      .select('head_text')
      .where('id', '=', translationId)
      .where('head_number', '=', number)
      .executeTakeFirst()
  )?.head_text

/**
 * Holds the head where it is until the transaction ends; false where it has moved (or is gone) and the caller must look again.
 * Every write to a translation's flags holds it first, so that a flag's place is never worked out for a head that is no more; and its
 * corrections, which flags name, are derived anew, and it is measured anew.
 */
export async function holdHead(tx: Db, translationId: string, number: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('translation')
    .set({ corrections_number: number === 0 ? 0 : -1, measured: 0 })
    .where('id', '=', translationId)
    .where('head_number', '=', number)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Holds a head wherever it is: who saves or flags waits, and what was read of it before is to be read again. */
export const holdHeadAsItIs = async (tx: Db, translationId: string): Promise<void> => {
  await tx
    .updateTable('translation')
    .set(({ eb }) => ({ head_number: eb.ref('head_number') }))
    .where('id', '=', translationId)
    .execute()
}

/** Holds all heads of an article, wherever they are: what removes them waits here for whoever writes, and not halfway. */
export const holdHeadsOf = async (tx: Db, articleId: string): Promise<void> => {
  await tx
    .updateTable('translation')
    .set(({ eb }) => ({ head_number: eb.ref('head_number') }))
    .where('article_id', '=', articleId)
    .execute()
}

/**
 * Moves the head from revision `next.number - 1` to `next`, and gives the state that it is in, which nobody else changes until the
 * transaction ends; undefined where another save was faster.
 */
export async function advanceHead(
  tx: Db,
  translationId: string,
  next: { readonly number: number; readonly hash: string; readonly text: string },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('translation')
    .set({ head_number: next.number, head_hash: next.hash, head_text: next.text })
    .where('id', '=', translationId)
    .where('head_number', '=', next.number - 1)
    .returning('state')
    .executeTakeFirst()
  return row?.state
}
