import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { convertFile } from '../app/exports/convert-file.ts'
import { readFile, type ReadFile } from '../app/imports/read-file.ts'
import { isArchive } from '../app/imports/unpack-files.ts'
import type { Format } from '../formats/format.ts'
import { formats, writerOf, writes } from '../formats/index.ts'
import { warningSentence } from '../i18n/index.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { csvStyleOf, delimiterHelp, delimiterOption } from './csv-style.ts'
import { readBytes } from './read-file.ts'
import { writing } from './writing.ts'

/** The format that is written: by name, else by the ending of the file. */
function formatOf(call: Call, out: string, read: ReadFile) {
  const named = textOption(call, 'to')
  if (named !== undefined) return writerOf(named)
  const extension = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase() ?? ''
  const fitting = formats.filter(writes).filter(({ extensions }) => extensions.includes(extension))
  // its own format before another with the same ending
  const found = fitting.find(({ id }) => id === read.format.id) ?? fitting[0]
  if (!found) throw usage(`no format is written with the ending ${extension || 'of no name'}: name one with --to`)
  return found
}

const ids = (fitting: (format: Format) => boolean): string =>
  formats
    .filter(fitting)
    .map(({ id }) => id)
    .join(', ')

/** Terms have no text that another format could hold; nothing is written rather than a file without them. */
function requireText({ reading: { documents, terms } }: ReadFile): void {
  if (terms.length > 0 && documents.length === 0)
    throw usage('IN holds terms and no text: take them in with import, and give them out with terms export')
}

export const convert: Command = {
  name: 'convert',
  usage: 'IN OUT',
  summary: 'Reads a file and writes what it holds as another format, or its own; nothing is stored.',
  takes: [2, 2],
  options: { from: { type: 'string' }, to: { type: 'string' }, ...delimiterOption },
  help: {
    'from FORMAT': `how IN is to be read (default: as its content and ending say): ${ids(({ read }) => read !== undefined)}`,
    'to FORMAT': `what OUT is to be (default: by its ending): ${ids(writes)}`,
    ...delimiterHelp,
  },
  async run(call) {
    const [input = '', out = ''] = call.args
    const file = { name: basename(input), bytes: await readBytes(input), format: textOption(call, 'from') }
    if (file.format === undefined && isArchive(file))
      throw usage('IN is an archive of files: unpack it, or take it in with import')
    const read = await readFile(file, call.chosen().files)
    requireText(read)
    const to = formatOf(call, out, read)
    const { bytes, warnings } = await convertFile(file, read, to, Date.now(), { csv: csvStyleOf(call) })
    await writing(out, () => writeFile(out, bytes))
    const told = [...read.reading.warnings, ...warnings].map(warning => warningSentence('en', warning))
    const documents = read.reading.documents.length
    if (call.json) return printJson(call, { from: read.format.id, to: to.id, out, documents, warnings: told })
    for (const warning of told) call.err(`${warning}\n`)
    call.out(`${out}: ${read.format.label} → ${to.label}\n`)
  },
}
