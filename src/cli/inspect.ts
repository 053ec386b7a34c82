import { basename } from 'node:path'
import { readFile } from '../app/read-file.ts'
import { summariseReading, type ReadingSummary } from '../app/summarise-reading.ts'
import { Problem } from '../errors.ts'
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

async function inspectFile({ chosen }: Call, file: string): Promise<Inspected> {
  try {
    const { format, reading } = await readFile({ name: basename(file), bytes: await readBytes(file) }, chosen().files)
    const { documents, terms, warnings, columns } = summariseReading(reading)
    // a termbase has no text: its terms are what there is to count
    const counted = terms > 0 && documents.length === 0 ? [termbase(terms)] : documents
    const told = warnings.map(warning => warningSentence('en', warning))
    return {
      file,
      format: format.id,
      ok: true,
      warnings: told,
      documents: counted,
      terms,
      ...(columns ? { columns } : {}),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refused(file, error)
  }
}

const termbase = (terms: number): ReadingSummary['documents'][number] => ({
  title: '', system: '', sourceLanguage: '', targetLanguage: 'sv', segments: terms, corrections: 0, comments: 0,
}) // prettier-ignore

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function print(call: Call, { file, format, ok, error, warnings, documents, terms }: Inspected): void {
  if (!ok) return call.out(`${file}: ${error?.message ?? ''}\n`)
  call.out(`${file}: ${format}, ${terms > 0 ? counted(terms, 'term') : counted(documents.length, 'document')}\n`)
  if (terms === 0)
    for (const { title, sourceLanguage, targetLanguage, segments, corrections, comments } of documents)
      call.out(
        `    ${title || '(no title)'}: ${sourceLanguage ? `${sourceLanguage} → ` : ''}${targetLanguage}, ` +
          `${counted(segments, 'segment')}, ${counted(corrections, 'correction')}, ${counted(comments, 'comment')}\n`,
      )
  for (const warning of warnings) call.out(`    ${warning}\n`)
}

export const inspect: Command = {
  name: 'inspect',
  usage: 'FILE…',
  summary: 'What an import of these files would take in; nothing is stored.',
  takes: [1, Infinity],
  async run(call) {
    const inspected: Inspected[] = []
    for (const file of call.args) {
      const one = await inspectFile(call, file)
      if (!call.json) print(call, one)
      inspected.push(one)
    }
    if (call.json) printJson(call, inspected)
  },
}
