import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../../errors.ts'
import { clearBytes, filesOfJob, holdFile, moveJob, setJobOptions, updateFile } from '../../store/files.ts'
import { endImport, nextFile } from '../../store/file-claims.ts'
import { personById } from '../../store/persons.ts'
import type { Row } from '../../store/schema.ts'
import type { AboutFile, ImportOptions } from './about-file.ts'
import { whileClaimed } from './claim-file.ts'
import { corpusFormat, readCorpusFile } from '../corpus/corpus-file.ts'
import type { Deps, Person } from '../deps.ts'
import { ensurePerson } from '../ensure-person.ts'
import { needPerson } from '../find-head.ts'
import { termLines } from '../terms/file-terms.ts'
import { importCorpusArticle } from '../corpus/import-corpus.ts'
import { importTermLines } from '../terms/import-terms.ts'
import { aboutOf, optionsOf, requireJob } from './import-view.ts'
import { enterOptions, fileToRead } from './preview-files.ts'
import type { PreparedDocument } from './prepare-document.ts'
import { linkCorpus } from '../corpus/link-corpus.ts'
import type { OpenFile } from './read-thread.ts'
import { takeTranslation } from './take-translation.ts'
import { writeDocuments } from './write-documents.ts'

/** What a person has chosen of an import. */
export interface Chosen {
  /** all that could be read where undefined */
  readonly files?: readonly string[] | undefined
  /** files that come in as another translation of an article that is there, by their ids */
  readonly as?: ReadonlyMap<string, NonNullable<AboutFile['as']>> | undefined
  /** what is undefined stays as it was said when the files were sent */
  readonly options?: { readonly [Option in keyof ImportOptions]?: ImportOptions[Option] | undefined }
}

/**
 * Begins to take in files that were previewed; `runImports` does it. Those not chosen are left, and their bytes forgotten.
 * @throws Problem name-missing, import-unknown, field-invalid; import-misfit where it was begun before; nothing-chosen
 */
export async function startImport(
  deps: Deps,
  who: Person | null,
  jobId: string,
  { files: fileIds, as, options = {} }: Chosen = {},
): Promise<void> {
  needPerson(who)
  const { db } = deps.store
  const told = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const left = await deps.store.transaction(async tx => {
    const job = await requireJob(tx, jobId)
    if (!(await moveJob(tx, jobId, ['ready'], 'importing'))) throw new Problem('import-misfit')
    const files = await filesOfJob(tx, jobId)
    const chosen = files.filter(({ id, state }) => state === 'read' && (fileIds === undefined || fileIds.includes(id)))
    if (chosen.length === 0) throw new Problem('nothing-chosen')
    await setJobOptions(tx, jobId, JSON.stringify(enterOptions({ ...optionsOf(job), ...told })))
    for (const file of chosen) {
      const about = { ...aboutOf(file), as: as?.get(file.id) ?? null }
      await updateFile(tx, file.id, { state: 'waiting', about: JSON.stringify(about) })
    }
    const others = files.filter(({ id }) => !chosen.some(file => file.id === id))
    for (const { id, state } of others) if (state !== 'refused') await updateFile(tx, id, { state: 'left' })
    return others.map(({ id }) => id)
  })
  for (const id of left) await clearBytes(db, id)
}

/** Those whom documents name, made where there are none; a name that cannot be anybody's is left out. */
async function personsOf(
  deps: Deps,
  documents: readonly PreparedDocument[],
  known: Map<string, Person>,
): Promise<void> {
  const names = new Set(
    documents.flatMap(({ revisions, flags, annotators, decisions }) =>
      [...revisions, ...flags, ...annotators, ...decisions].map(({ author }) => author),
    ),
  )
  for (const name of names) {
    if (name.trim() === '' || known.has(name)) continue
    try {
      known.set(name, await ensurePerson(deps, name.slice(0, 100).toWellFormed()))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'name-invalid') throw error
    }
  }
}

interface Taking {
  readonly person: Person
  readonly options: ImportOptions
  /** epoch ms */
  readonly at: number
  /** of a person at a terminal who gives a document its title or address; only where the file has one document */
  readonly change?: ((document: PreparedDocument) => PreparedDocument) | undefined
}

/** Another process takes the file in too, or an article of it was purged: there is nothing more to do here. */
class Elsewhere extends Error {}

/** The documents that are not articles yet. */
async function takeDocuments(deps: Deps, file: Row<'file'>, taking: Taking, stopped: AbortSignal): Promise<void> {
  const limits = { files: deps.limits.files, textBytes: deps.limits.textBytes }
  const persons = new Map<string, Person>()
  const toRead = await fileToRead(deps.store.db, file)
  const { as } = aboutOf(file)
  const take = async ({ told, batches }: OpenFile): Promise<OpenFile['told']['terms']> => {
    let from = file.imported_documents
    for await (const { documents, upTo } of batches(from)) {
      stopped.throwIfAborted()
      await personsOf(deps, documents, persons)
      const all = taking.change && told.mtHashes.length === 1 ? documents.map(taking.change) : documents
      await deps.store.transaction(async tx => {
        // its row first: of two that take it in at once, the second stops here
        if (!(await holdFile(tx, file.id, from, upTo))) throw new Elsewhere()
        const incoming = { ...taking, file, persons }
        const [only] = all
        if (as && only && told.mtHashes.length === 1) await takeTranslation(deps, tx, incoming, only, as)
        else await writeDocuments(deps, tx, incoming, all)
      })
      from = upTo
    }
    return told.terms
  }
  const terms = await deps.reader.read(toRead, limits, take, 'import')
  const { person, options } = taking
  if (terms.length > 0 && options.terms !== 'leave')
    await importTermLines(deps, { person, stamp: '' }, termLines(terms, options.terms))
}

/** An article in the form of a corpus: with all that no other format holds, by the path of the corpus. */
async function takeCorpus(deps: Deps, file: Row<'file'>): Promise<void> {
  const { bytes } = await fileToRead(deps.store.db, file)
  await importCorpusArticle(deps, readCorpusFile(bytes), async (tx, articleId) => {
    const { documents } = aboutOf(file).totals
    if (!(await holdFile(tx, file.id, 0, documents))) throw new Elsewhere()
    await linkCorpus(tx, file.id, articleId)
  })
}

/**
 * Takes one file in, from where it was broken off. What is wrong with it is told of it, and it is `refused`.
 * @returns whether it was taken in
 */
export async function takeFile(
  deps: Deps,
  file: Row<'file'>,
  taking: Taking,
  stopped: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  const { db } = deps.store
  await updateFile(db, file.id, { state: 'importing' })
  try {
    if (file.format === corpusFormat) {
      if (file.imported_documents === 0) await takeCorpus(deps, file)
    } else await takeDocuments(deps, file, taking, stopped)
    return await updateFile(db, file.id, { state: 'imported' })
  } catch (error) {
    if (error instanceof Elsewhere) return false
    if (!(error instanceof Problem) || error.code === 'database-unreachable' || stopped.aborted) throw error
    const about = { ...aboutOf(file), refused: { code: error.code, values: error.values } }
    await updateFile(db, file.id, { state: 'refused', about: JSON.stringify(about) })
    return false
  }
}

const isToCome = ({ state }: Row<'file'>): boolean => state === 'waiting' || state === 'importing'

async function takingOf(deps: Deps, jobId: string): Promise<Taking> {
  const { db } = deps.store
  const job = await requireJob(db, jobId)
  const person = await personById(db, job.person_id)
  if (!person) throw new Error(`person ${job.person_id} was there when the import was begun`)
  return { person: { id: person.id, name: person.name }, options: optionsOf(job), at: deps.now() }
}

/** Takes in the next file of those that wait and that no other process is taking in; false where there is none. */
export async function takeNextFile(deps: Deps, stopped?: AbortSignal): Promise<boolean> {
  const { db } = deps.store
  const next = await nextFile(db, deps.now())
  if (!next) return endImport(db)
  const taken = await whileClaimed(
    deps,
    next.id,
    async file => isToCome(file) && takeFile(deps, file, await takingOf(deps, file.job_id), stopped),
  )
  if (!taken) await sleep(0)
  return true
}
