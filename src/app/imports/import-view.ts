import { Problem } from '../../errors.ts'
import type { Mapping } from '../../formats/document.ts'
import { articlesOfFile } from '../../store/documents.ts'
import { filesOfJob, jobById, jobsBefore, twinsOf, type FileState, type Job, type JobState } from '../../store/files.ts'
import type { Db, Row } from '../../store/schema.ts'
import type { AboutFile, ImportOptions } from './about-file.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { Deps } from '../deps.ts'

/** Of the articles that a file became so many are told. */
const mostArticles = 100
const importsAtOnce = 50

/** A file that came in: what it holds, and what became of it. */
export interface FileView {
  readonly id: string
  readonly name: string
  /** id of its format; '' where it has none */
  readonly format: string
  /** bytes */
  readonly size: number
  readonly state: FileState
  readonly about: AboutFile
  /** how a person said that its columns are to be read; null where that was guessed */
  readonly mapping: Mapping | null
  /** of its documents, how many have been taken in */
  readonly importedDocuments: number
  /** the articles that it became, at most 100 of them */
  readonly articles: readonly { readonly articleId: string; readonly title: string }[]
  /** files with the very same bytes that were imported before, oldest first */
  readonly twins: readonly { readonly id: string; readonly name: string; readonly at: number }[]
}

/** An import: files that were sent together. */
export interface ImportView {
  readonly id: string
  readonly person: string
  /** epoch ms */
  readonly at: number
  readonly state: JobState
  readonly options: ImportOptions
  readonly files: readonly FileView[]
  /** of the files that are, or are to be, taken in */
  readonly progress: { readonly documents: number; readonly imported: number }
}

/** An import in a list. */
export interface ImportLine extends Pick<ImportView, 'id' | 'person' | 'at' | 'state' | 'progress'> {
  readonly names: readonly string[]
}

export const aboutOf = (file: Pick<Row<'file'>, 'about'>): AboutFile => JSON.parse(file.about) as AboutFile
export const mappingOf = (file: Pick<Row<'file'>, 'mapping'>): Mapping | undefined =>
  file.mapping === null ? undefined : (JSON.parse(file.mapping) as Mapping)
export const optionsOf = (job: Pick<Row<'import_job'>, 'options'>): ImportOptions =>
  JSON.parse(job.options) as ImportOptions

/** @throws Problem import-unknown, also of one that was dropped */
export async function requireJob(db: Db, jobId: string): Promise<Job> {
  const job = await jobById(db, jobId)
  if (!job || job.state === 'dropped') throw new Problem('import-unknown')
  return job
}

const comes = ({ state }: Row<'file'>): boolean => ['waiting', 'importing', 'imported'].includes(state)

function progressOf(files: readonly Row<'file'>[]): ImportView['progress'] {
  const coming = files.filter(comes)
  return {
    documents: coming.reduce((sum, file) => sum + aboutOf(file).totals.documents, 0),
    imported: coming.reduce((sum, file) => sum + file.imported_documents, 0),
  }
}

async function fileView(db: Db, file: Row<'file'>): Promise<FileView> {
  const { id, name, format, size, sha256, state, imported_documents } = file
  return {
    id,
    name,
    format,
    size,
    state: state as FileState,
    about: aboutOf(file),
    mapping: mappingOf(file) ?? null,
    importedDocuments: imported_documents,
    articles: imported_documents > 0 ? await articlesOfFile(db, id, mostArticles) : [],
    twins: await twinsOf(db, sha256, id),
  }
}

/** @throws Problem import-unknown */
export async function importView({ store: { db } }: Pick<Deps, 'store'>, jobId: string): Promise<ImportView> {
  const job = await requireJob(db, jobId)
  const files = await filesOfJob(db, jobId)
  const views: FileView[] = []
  for (const file of files) views.push(await fileView(db, file))
  const { id, person, at, state } = job
  return {
    id,
    person,
    at,
    state: state as JobState,
    options: optionsOf(job),
    files: views,
    progress: progressOf(files),
  }
}

const order = ['imports']

/** The imports, the newest first. @param after `next` of the list before @throws Problem field-invalid */
export async function listImports(
  { store: { db } }: Pick<Deps, 'store'>,
  { after }: { readonly after?: string | undefined } = {},
): Promise<{ readonly items: readonly ImportLine[]; readonly next: string | null }> {
  const place = after === undefined ? null : readCursor(order, true, after)
  const jobs = await jobsBefore(db, place && { at: Number(place.value), id: place.id }, importsAtOnce + 1)
  const items: ImportLine[] = []
  for (const { id, person, at, state } of jobs.slice(0, importsAtOnce)) {
    const files = await filesOfJob(db, id)
    const names = files.map(({ name }) => name)
    items.push({ id, person, at, state: state as JobState, names, progress: progressOf(files) })
  }
  const last = items.at(-1)
  const next = last && jobs.length > importsAtOnce ? writeCursor(order, { value: last.at, id: last.id }) : null
  return { items, next }
}
