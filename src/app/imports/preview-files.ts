import { Problem } from '../../errors.ts'
import { FormatError } from '../../formats/fault.ts'
import type { Mapping } from '../../formats/document.ts'
import { isForeignKeyViolation } from '../../store/db/errors.ts'
import { clearBytes, fileById, insertFile, insertJob, moveJob, readBytes, updateFile, writeBytes } from '../../store/files.ts' // prettier-ignore
import { newId } from '../../store/id.ts'
import type { Db, Row } from '../../store/schema.ts'
import { articlesWithMts } from '../../store/translations.ts'
import { mostTold, nothingKnown, type AboutFile, type Duplicate, type ImportOptions } from './about-file.ts'
import { enterField } from '../articles/article-fields.ts'
import type { Deps, Person } from '../deps.ts'
import { needPerson } from '../find-head.ts'
import { sha256Of } from '../hash.ts'
import { recogniseArticle } from '../articles/recognise-article.ts'
import type { OpenFile } from './read-thread.ts'
import { aboutOf, mappingOf, optionsOf, requireJob } from './import-view.ts'
import { previewTermLines } from '../terms/import-terms.ts'
import type { FileToRead } from './read-file.ts'
import type { ToldFile, UnpackedFile } from './read-job.ts'
import { termLines } from '../terms/file-terms.ts'
import { isArchive } from './unpack-files.ts'

/** A file as it was sent. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

const mostNameCharacters = 200

const fileName = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, ' ')
    .slice(-mostNameCharacters)
    .toWellFormed()
    .trim() || '?'

/** What of the file's documents is there already. */
async function duplicatesOf(
  db: Db,
  mtHashes: readonly string[],
): Promise<Pick<AboutFile, 'duplicates' | 'duplicated'>> {
  const there = await articlesWithMts(
    db,
    [...new Set(mtHashes)].filter(hash => hash !== ''),
  )
  const all = mtHashes.flatMap((hash, document): Duplicate[] => {
    const twin = there.get(hash)
    return twin ? [{ document, ...twin }] : []
  })
  return { duplicates: all.slice(0, mostTold), duplicated: all.length }
}

/** What is told of a file beside what it says itself. */
async function compareFile(deps: Deps, told: ToldFile, options: ImportOptions): Promise<AboutFile> {
  const { db } = deps.store
  const terms =
    told.terms.length === 0 ? null : (await previewTermLines(db, termLines(told.terms, options.terms))).counts
  return { ...told.about, ...(await duplicatesOf(db, told.mtHashes)), terms }
}

/** The articles that a file's text may be another translation of, where it holds one. */
async function recogniseFile(deps: Deps, open: OpenFile): Promise<AboutFile['alike']> {
  if (open.told.mtHashes.length !== 1 || open.told.mtHashes[0] === '') return []
  for await (const { documents } of open.batches(0)) {
    const [only] = documents
    if (only) return recogniseArticle(deps, only)
  }
  return []
}

/** Reads a file in the thread; what is wrong with it is told, and no other file suffers. */
async function summarise(
  deps: Deps,
  file: FileToRead,
  options: ImportOptions,
): Promise<{ readonly format: string; readonly about: AboutFile; readonly state: 'read' | 'refused' }> {
  try {
    const limits = { files: deps.limits.files, textBytes: deps.limits.textBytes }
    const { told, alike } = await deps.reader.read(file, limits, async open => ({
      told: open.told,
      alike: await recogniseFile(deps, open),
    }))
    return { format: told.format, about: { ...(await compareFile(deps, told, options)), alike }, state: 'read' }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const about = { ...nothingKnown, refused: { code: error.code, values: error.values } }
    return { format: file.format ?? '', about, state: 'refused' }
  }
}

/** The import that a file comes in with, and the file's number in it. */
interface Taken {
  readonly id: string
  readonly number: number
  readonly options: ImportOptions
}

type Arriving = Pick<Parameters<typeof insertFile>[1], 'state' | 'about' | 'format'>

/** A file of an import that nobody has begun or dropped meanwhile. @throws Problem import-misfit */
async function enterFile(
  deps: Deps,
  { id: jobId, number }: Pick<Taken, 'id' | 'number'>,
  { name, bytes }: Upload,
  known: Arriving,
): Promise<string> {
  const id = newId()
  await deps.store.transaction(async tx => {
    if (!(await moveJob(tx, jobId, ['ready'], 'ready'))) throw new Problem('import-misfit')
    await insertFile(tx, {
      ...known,
      id,
      job_id: jobId,
      number,
      name: fileName(name),
      size: bytes.length,
      sha256: sha256Of(bytes),
      imported_documents: 0,
      mapping: null,
      at: deps.now(),
    })
  })
  return id
}

/** Stores the bytes of a file, and what it holds. @throws Problem import-misfit where its import was begun or dropped meanwhile */
async function takeIn(deps: Deps, job: Taken, upload: UnpackedFile): Promise<string> {
  const { db } = deps.store
  const name = fileName(upload.name)
  const id = await enterFile(deps, job, upload, {
    format: upload.format ?? '',
    state: 'arriving',
    about: JSON.stringify(nothingKnown),
  })
  try {
    if (upload.bytes.length <= deps.limits.files.bytes) await writeBytes(db, id, upload.bytes)
  } catch (error) {
    throw isForeignKeyViolation(error) ? new Problem('import-misfit') : error
  }
  const { format, about, state } = await summarise(deps, { ...upload, name }, job.options)
  if (await updateFile(db, id, { format, about: JSON.stringify(about), state }, 'arriving')) return id
  await clearBytes(db, id)
  throw new Problem('import-misfit')
}

/** The files that an upload is; an archive that cannot be unpacked is a file that is refused. */
async function unpacked(deps: Deps, upload: Upload): Promise<readonly UnpackedFile[]> {
  if (upload.bytes.length > deps.limits.files.bytes || !isArchive(upload)) return [upload]
  const limits = { files: deps.limits.files, textBytes: deps.limits.textBytes }
  return deps.reader.unpack(upload, limits, async members => {
    const files: UnpackedFile[] = []
    for await (const member of members) files.push(member)
    return files
  })
}

/** An archive that is refused, kept in the list with the reason and without its bytes. @throws Problem import-misfit */
const refuse = (deps: Deps, job: Taken, upload: Upload, { code, values }: Problem): Promise<string> =>
  enterFile(deps, job, upload, {
    format: '',
    state: 'refused',
    about: JSON.stringify({ ...nothingKnown, refused: { code, values } }),
  })

/** @throws Problem field-invalid */
export const enterOptions = (options: ImportOptions): ImportOptions => ({
  system: enterField('system', options.system),
  sourceLanguage: enterField('sourceLanguage', options.sourceLanguage),
  terms: options.terms,
})

/**
 * Takes files in and tells what they are, each by itself; nothing becomes an article before `startImport`. An archive is the files in it.
 * What is wrong with a file is told of it. @throws Problem name-missing, nothing-chosen where there is no file, field-invalid;
 * import-misfit where somebody has begun it, or dropped it, before all were read
 */
export async function previewFiles(
  deps: Deps,
  who: Person | null,
  uploads: readonly Upload[],
  told: ImportOptions,
): Promise<{ readonly jobId: string; readonly fileIds: readonly string[] }> {
  const person = needPerson(who)
  const options = enterOptions(told)
  if (uploads.length === 0) throw new Problem('nothing-chosen')
  const jobId = newId()
  const { db } = deps.store
  await insertJob(db, { id: jobId, person_id: person.id, at: deps.now(), state: 'ready', options: JSON.stringify(options) }) // prettier-ignore
  const fileIds: string[] = []
  let number = 0
  for (const upload of uploads)
    try {
      for (const file of await unpacked(deps, upload)) {
        number += 1
        fileIds.push(await takeIn(deps, { id: jobId, number, options }, file))
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'import-misfit' || !isArchive(upload)) throw error
      number += 1
      fileIds.push(await refuse(deps, { id: jobId, number, options }, upload, error))
    }
  return { jobId, fileIds }
}

/** The bytes of a file as they came. @throws FormatError where they are there no longer, or damaged */
export async function fileToRead(db: Db, file: Row<'file'>): Promise<FileToRead> {
  const bytes = await readBytes(db, file)
  if (sha256Of(bytes) !== file.sha256) throw new FormatError('', 'missing', { detail: file.name })
  return { name: file.name, bytes, mapping: mappingOf(file), format: file.format === '' ? undefined : file.format }
}

/**
 * A person says what the columns of a table are; it is read again by that.
 * @throws Problem import-unknown; import-misfit where the import was begun, or the file is no table
 */
export async function mapColumns(deps: Deps, fileId: string, mapping: Mapping): Promise<AboutFile> {
  const { db } = deps.store
  const file = await fileById(db, fileId)
  if (!file) throw new Problem('import-unknown')
  const job = await requireJob(db, file.job_id)
  if (job.state !== 'ready' || file.state === 'arriving') throw new Problem('import-misfit')
  const { bytes, name, format } = await fileToRead(db, file)
  const read = await summarise(deps, { bytes, name, format, mapping }, optionsOf(job))
  // what cannot be read by columns so chosen keeps them, to be chosen otherwise
  const { columns } = aboutOf(file)
  const about =
    read.state === 'refused' && columns ? { ...read.about, columns: { ...columns, ...mapping } } : read.about
  await deps.store.transaction(async tx => {
    // begun while it was read: then it comes in as it was shown
    if (!(await moveJob(tx, job.id, ['ready'], 'ready'))) throw new Problem('import-misfit')
    await updateFile(tx, fileId, {
      mapping: JSON.stringify(mapping),
      format: read.format,
      about: JSON.stringify(about),
      state: read.state,
    })
  })
  return about
}
