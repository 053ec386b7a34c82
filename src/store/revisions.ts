/** Revisions and their snapshots: written once, never changed. */
import type { Db, NewRow, Row } from './schema.ts'

export type Revision = Row<'revision'>
/** What it takes to follow positions and authors through a revision. `change` is canonical ChangeSet JSON. */
export type StoredStep = Pick<Revision, 'number' | 'change' | 'restores' | 'undoes'>
/** A revision as lists show it, with its author's name and without its change. */
export type RevisionLine = Omit<Revision, 'change' | 'reasons' | 'save_key' | 'translation_id'> & {
  readonly author: string
}

export const insertRevision = async (tx: Db, row: NewRow<'revision'>): Promise<void> => {
  await tx.insertInto('revision').values(row).execute()
}

export const insertSnapshot = async (tx: Db, row: NewRow<'snapshot'>): Promise<void> => {
  await tx.insertInto('snapshot').values(row).execute()
}

/** The revision that a save has made, by what it is known by. */
export const revisionBySaveKey = (
  db: Db,
  key: string,
): Promise<Pick<Revision, 'number' | 'hash' | 'merged_from'> | undefined> =>
  db.selectFrom('revision').select(['number', 'hash', 'merged_from']).where('save_key', '=', key).executeTakeFirst()

/** The steps with `after < number ≤ upTo`, in order. */
export const stepsBetween = (db: Db, translationId: string, after: number, upTo: number): Promise<StoredStep[]> =>
  db
    .selectFrom('revision')
    .select(['number', 'change', 'restores', 'undoes'])
    .where('translation_id', '=', translationId)
    .where('number', '>', after)
    .where('number', '<=', upTo)
    .orderBy('number')
    .execute()

/** What corrections are derived from: every step, who made it and when, and why, up to the head that was `upTo`. */
export const historyOf = (
  db: Db,
  translationId: string,
  upTo: number,
): Promise<(StoredStep & Pick<Revision, 'author_id' | 'created_at' | 'reasons'>)[]> =>
  db
    .selectFrom('revision')
    .select(['number', 'change', 'restores', 'undoes', 'author_id', 'created_at', 'reasons'])
    .where('translation_id', '=', translationId)
    .where('number', '<=', upTo)
    .orderBy('number')
    .execute()

/** The last whole text at or before revision `number`; undefined where there is no such translation. */
export const snapshotBefore = (
  db: Db,
  translationId: string,
  number: number,
): Promise<{ number: number; text: string } | undefined> =>
  db
    .selectFrom('snapshot')
    .select(['number', 'text'])
    .where('translation_id', '=', translationId)
    .where('number', '<=', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const lines = (db: Db, translationId: string) =>
  db
    .selectFrom('revision')
    .innerJoin('person', 'person.id', 'revision.author_id')
    .where('revision.translation_id', '=', translationId)
    .select([
      'revision.number',
      'revision.author_id',
      'person.name as author',
      'revision.created_at',
      'revision.summary',
      'revision.hash',
      'revision.words_added',
      'revision.words_removed',
      'revision.restores',
      'revision.undoes',
      'revision.merged_from',
    ])

/** The revisions below `before`, newest first. */
export const revisionsBefore = (
  db: Db,
  translationId: string,
  before: number,
  limit: number,
): Promise<RevisionLine[]> =>
  lines(db, translationId)
    .where('revision.number', '<', before)
    .orderBy('revision.number', 'desc')
    .limit(limit)
    .execute()

/** When a revision was stored, in epoch ms. */
export const revisionTime = async (db: Db, translationId: string, number: number): Promise<number | undefined> =>
  (
    await db
      .selectFrom('revision')
      .select('created_at')
      .where('translation_id', '=', translationId)
      .where('number', '=', number)
      .executeTakeFirst()
  )?.created_at

export const revisionLine = (db: Db, translationId: string, number: number): Promise<RevisionLine | undefined> =>
  lines(db, translationId).where('revision.number', '=', number).executeTakeFirst()

/** Every revision with its change and reasons, in order: for export. */
export const wholeRevisions = (
  db: Db,
  translationId: string,
): Promise<(RevisionLine & Pick<Revision, 'change' | 'reasons'>)[]> =>
  lines(db, translationId).select(['revision.change', 'revision.reasons']).orderBy('revision.number').execute()

/** The reasons of one revision, as JSON. */
export const reasonsOf = async (db: Db, translationId: string, number: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('revision')
      .select('reasons')
      .where('translation_id', '=', translationId)
      .where('number', '=', number)
      .executeTakeFirst()
  )?.reasons

/** The author's name of each revision, by number. */
export async function authorsOf(db: Db, translationId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('revision')
    .innerJoin('person', 'person.id', 'revision.author_id')
    .where('revision.translation_id', '=', translationId)
    .select(['revision.number', 'person.name'])
    .execute()
  return new Map(rows.map(row => [row.number, row.name]))
}
