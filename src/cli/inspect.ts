import { basename } from 'node:path'
import { aboutCorpus, corpusFormat } from '../app/corpus/corpus-file.ts'
import { readFile } from '../app/imports/read-file.ts'
import type { UnpackedFile } from '../app/imports/read-job.ts'
import { summariseReading, type ReadingSummary } from '../app/imports/summarise-reading.ts'
import { isArchive, unpackFiles } from '../app/imports/unpack-files.ts'
import { Problem } from '../errors.ts'
import type { Warning } from '../formats/fault.ts'
import { stagesTold } from '../i18n/file-state-told.ts'
import { problemSentence, warningSentence } from '../i18n/index.ts'
import { printJson, type Call, type Command } from './command.ts'
import { readBytes } from './read-file.ts'

interface Inspected extends Partial<Pick<ReadingSummary, 'columns'>> {
  readonly file: string
  /** id of the format; empty where it is of none */
  readonly format: string
  readonly ok: boolean
  readonly error?: { readonly message: string; readonly fault: string; readonly line?: number }
  readonly warnings: readonly string[]
  readonly documents: ReadingSummary['documents']
  readonly terms: number
}

const inEnglish = (warning: Warning): string => warningSentence('en', warning)

const refused = (file: string, problem: Problem): Inspected => {
  const { format = '', fault = problem.code, line } = problem.values
  const message = problemSentence('en', problem)
  return {
    file,
    format: String(format),
    ok: false,
    error: { message, fault: String(fault), ...(typeof line === 'number' ? { line } : {}) },
    warnings: [],
    documents: [],
    terms: 0,
  }
}

async function inspectFile(
  { chosen }: Call,
  file: string,
  { name, bytes, format: told }: UnpackedFile,
): Promise<Inspected> {
  try {
    if (told === corpusFormat) {
      const { documents, warnings } = aboutCorpus(bytes, chosen().textBytes).about
      return { file, format: told, ok: true, warnings: warnings.map(inEnglish), documents, terms: 0 }
    }
    const { format, reading } = await readFile({ name, bytes }, chosen().files)
    const { documents, terms, warnings, columns } = summariseReading(reading)
    // a termbase has no text: its terms are what there is to count
    const counted = terms > 0 && documents.length === 0 ? [termbase(terms)] : documents
    return {
      file,
      format: format.id,
      ok: true,
      warnings: warnings.map(inEnglish),
      documents: counted,
      terms,
      ...(columns ? { columns } : {}),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refused(file, error)
  }
}

/** A file, or the files of an archive, each by itself; an archive that cannot be unpacked is a file that is refused. */
async function inspectAll(call: Call, file: string): Promise<readonly Inspected[]> {
  const { files } = call.chosen()
  const sent: UnpackedFile = { name: basename(file), bytes: await readBytes(file) }
  if (sent.bytes.length > files.bytes || !isArchive(sent)) return [await inspectFile(call, file, sent)]
  const inspected: Inspected[] = []
  try {
    for (const member of await unpackFiles(sent, files))
      inspected.push(await inspectFile(call, `${file}: ${member.name}`, member))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    inspected.push(refused(file, error))
  }
  return inspected
}

const termbase = (terms: number): ReadingSummary['documents'][number] => ({
  title: '', system: '', sourceLanguage: '', targetLanguage: 'sv', segments: terms, corrections: 0, comments: 0, start: '',
}) // prettier-ignore

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function print(call: Call, { file, format, ok, error, warnings, documents, terms }: Inspected): void {
  if (!ok) return call.out(`${file}: ${error?.message ?? ''}\n`)
  call.out(`${file}: ${format}, ${terms > 0 ? counted(terms, 'term') : counted(documents.length, 'document')}\n`)
  if (terms === 0)
    for (const { title, sourceLanguage, targetLanguage, segments, corrections, comments, stages = {} } of documents) {
      const inFile = stagesTold('en', stages, segments)
      call.out(
        `    ${title || '(no title)'}: ${sourceLanguage ? `${sourceLanguage} → ` : ''}${targetLanguage}, ` +
          `${counted(segments, 'segment')}, ${counted(corrections, 'correction')}, ${counted(comments, 'comment')}${inFile === '' ? '' : `; ${inFile}`}\n`,
      )
    }
  for (const warning of warnings) call.out(`    ${warning}\n`)
}

export const inspect: Command = {
  name: 'inspect',
  usage: 'FILE…',
  summary: 'What an import of these files, or of those in a zip archive, would take in; nothing is stored.',
  takes: [1, Infinity],
  async run(call) {
    const inspected: Inspected[] = []
    for (const file of call.args) {
      const all = await inspectAll(call, file)
      if (!call.json) for (const one of all) print(call, one)
      inspected.push(...all)
    }
    if (call.json) printJson(call, inspected)
  },
}
