/** Imports and the files that came with them. Bytes are written and read in parts, so that no statement takes long. */
import type { Db, NewRow, Row } from './schema.ts'

/** Of a file so many bytes a row. */
const partBytes = 512 * 1024

export type FileState = 'arriving' | 'read' | 'refused' | 'waiting' | 'importing' | 'imported' | 'left'
export type JobState = 'ready' | 'importing' | 'done' | 'dropped'

export const insertJob = async (db: Db, job: NewRow<'import_job'> & { readonly state: JobState }): Promise<void> => {
  await db.insertInto('import_job').values(job).execute()
}

export type Job = Row<'import_job'> & { readonly person: string }

const jobs = (db: Db) =>
  db
    .selectFrom('import_job')
    .innerJoin('person', 'person.id', 'import_job.person_id')
    .selectAll('import_job')
    .select('person.name as person')

export const jobById = (db: Db, id: string): Promise<Job | undefined> =>
  jobs(db).where('import_job.id', '=', id).executeTakeFirst()

/** The newest first; dropped ones are not told of. @param before of a job that was told last, or null */
export function jobsBefore(
  db: Db,
  before: { readonly at: number; readonly id: string } | null,
  limit: number,
): Promise<Job[]> {
  let query = jobs(db).where('import_job.state', '<>', 'dropped')
  if (before)
    query = query.where(e => e(e.refTuple('import_job.at', 'import_job.id'), '<', e.tuple(before.at, before.id)))
  return query.orderBy('import_job.at', 'desc').orderBy('import_job.id', 'desc').limit(limit).execute()
}

/** From one of some states to another; false where it is in none of them. */
export async function moveJob(tx: Db, id: string, from: readonly JobState[], to: JobState): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import_job')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const setJobOptions = async (tx: Db, id: string, options: string): Promise<void> => {
  await tx.updateTable('import_job').set({ options }).where('id', '=', id).execute()
}

/** What was previewed before a time and never confirmed, and what was dropped and is still there; the oldest first. */
export const staleJobs = async (db: Db, before: number): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('import_job')
      .select('id')
      .where(e => e.or([e('state', '=', 'dropped'), e.and([e('state', '=', 'ready'), e('at', '<', before)])]))
      .orderBy('at')
      .limit(100)
      .execute()
  ).map(row => row.id)

export const insertFile = async (db: Db, file: NewRow<'file'> & { readonly state: FileState }): Promise<void> => {
  await db.insertInto('file').values(file).execute()
}

/** @param from the state that it must be in, where one is given @returns whether it is there, and in that state */
export const updateFile = async (
  db: Db,
  id: string,
  change: Partial<Omit<Row<'file'>, 'id' | 'job_id' | 'state'>> & { readonly state?: FileState },
  from?: FileState,
): Promise<boolean> => {
  const update = db.updateTable('file').set(change).where('id', '=', id)
  const { numUpdatedRows } = await (from === undefined ? update : update.where('state', '=', from)).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What is told of files where an article may be named in it. */
export const filesNaming = (db: Db, articleId: string): Promise<Pick<Row<'file'>, 'id' | 'about'>[]> =>
  db.selectFrom('file').select(['id', 'about']).where('about', 'like', `%${articleId}%`).execute()

/** Files that will be no articles and whose bytes are there all the same: nobody came to clear them. */
export const leftWithBytes = async (db: Db): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('file')
      .innerJoin('import_job', 'import_job.id', 'file.job_id')
      .select('file.id')
      .where('import_job.state', 'in', ['importing', 'done'])
      .where('file.state', 'in', ['left', 'refused'])
      .where('file.imported_documents', '=', 0)
      .where(e => e.exists(e.selectFrom('file_part').select('number').whereRef('file_part.file_id', '=', 'file.id')))
      .limit(100)
      .execute()
  ).map(row => row.id)

export const fileById = (db: Db, id: string): Promise<Row<'file'> | undefined> =>
  db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()

export const filesOfJob = (db: Db, jobId: string): Promise<Row<'file'>[]> =>
  db.selectFrom('file').selectAll().where('job_id', '=', jobId).orderBy('number').execute()

/** Files of these bytes that became articles, other than one; the oldest first. */
export const twinsOf = (
  db: Db,
  sha256: string,
  exceptId: string,
): Promise<{ id: string; name: string; at: number }[]> =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'at'])
    .where('sha256', '=', sha256)
    .where('id', '<>', exceptId)
    .where('state', '=', 'imported')
    .orderBy('at')
    .limit(10)
    .execute()

/** Writes the bytes of a file, a part a statement: `db` must be no transaction, or others wait for the whole file. */
export async function writeBytes(db: Db, fileId: string, bytes: Uint8Array): Promise<void> {
  for (let number = 0; number * partBytes < bytes.length; number++) {
    const part = Buffer.from(bytes.subarray(number * partBytes, (number + 1) * partBytes))
    await db.insertInto('file_part').values({ file_id: fileId, number, bytes: part }).execute()
  }
}

/** The bytes of a file, a part at a time, as far as they are there. */
export async function* partsOf(db: Db, fileId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const part = await db
      .selectFrom('file_part')
      .select('bytes')
      .where('file_id', '=', fileId)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!part) return
    yield part.bytes
  }
}

/** The bytes of a file, whole or as far as they are there. */
export async function readBytes(db: Db, file: Pick<Row<'file'>, 'id' | 'size'>): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  let at = 0
  for await (const part of partsOf(db, file.id)) {
    if (at + part.length > bytes.length) break
    bytes.set(part, at)
    at += part.length
  }
  return bytes.subarray(0, at)
}

/**
 * Says that of a file's documents so many are articles now, and holds its row; false where it had not as many as is thought, or is gone.
 */
export async function holdFile(tx: Db, id: string, documents: number, upTo: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set({ imported_documents: upTo })
    .where('id', '=', id)
    .where('imported_documents', '=', documents)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Removes a file's bytes, a part a statement. */
export async function clearBytes(db: Db, fileId: string): Promise<void> {
  const parts = await db.selectFrom('file_part').select('number').where('file_id', '=', fileId).execute()
  for (const { number } of parts)
    await db.deleteFrom('file_part').where('file_id', '=', fileId).where('number', '=', number).execute()
}

/** Removes a file with its bytes, and what was known of its documents. Its articles stay. @param turn lets others go on, awaited a part */
export async function deleteFile(tx: Db, fileId: string, turn: () => Promise<void>): Promise<void> {
  const parts = await tx.selectFrom('file_part').select('number').where('file_id', '=', fileId).execute()
  for (const { number } of parts) {
    await tx.deleteFrom('file_part').where('file_id', '=', fileId).where('number', '=', number).execute()
    await turn()
  }
  await tx.deleteFrom('document').where('file_id', '=', fileId).execute()
  await tx.deleteFrom('file').where('id', '=', fileId).execute()
}

/** A job that has no file any more. */
export const deleteEmptyJob = async (tx: Db, jobId: string): Promise<void> => {
  await tx
    .deleteFrom('import_job')
    .where('id', '=', jobId)
    .where(e => e.not(e.exists(e.selectFrom('file').select('file.id').whereRef('file.job_id', '=', 'import_job.id'))))
    .execute()
}
