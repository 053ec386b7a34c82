/** The texts that `check` is given: files, folders of files, standard input. */
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'
import { usage, type Terminal } from './command.ts'
import { readBytes, whyUnreadable } from './read-file.ts'
import { fromEntered, type ToFile } from './entered-offsets.ts'

export interface CheckedFile {
  /** as it is told; `-` for standard input */
  readonly file: string
  /** as its bytes were decoded, byte order mark and CR in it */
  readonly decoded: string
  /** what is checked: as it would enter the store */
  readonly text: string
  readonly toFile: ToFile
}

/** What is read in a folder. */
const readable = /\.(txt|text|md|markdown|html?|xhtml)$/i

/** What has signs in it that are no text. */
const marked = /\.(md|markdown|html?|xhtml)$/i

/** The files named, with those of folders below them, in the order of their names. @throws Problem file-unreadable, usage */
export async function filesOf(names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(names.map(name => (name === '-' ? Promise.resolve([name]) : filesAt(name))))
  return found.flat()
}

async function filesAt(name: string): Promise<readonly string[]> {
  const inside = await entriesOf(name)
  if (!inside) return [name]
  const files = inside
    .filter(entry => entry.isFile() && readable.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  // a check that looks at nothing must not seem to have found nothing
  if (files.length === 0) throw usage(`there is no .txt, .md or .html in ${name}`)
  return files
}

/** What is in a folder and those below it; null for a file. */
async function entriesOf(name: string): Promise<readonly Dirent[] | null> {
  try {
    if (!(await stat(name)).isDirectory()) return null
    return await readdir(name, { recursive: true, withFileTypes: true })
  } catch (error) {
    throw new Problem('file-unreadable', { file: name, why: whyUnreadable(error) })
  }
}

/** Reads one of them: Markdown and pages without what is no text, anything else to the letter. @throws Problem of reading and decoding */
export async function readChecked(file: string, { input }: Terminal): Promise<CheckedFile> {
  const bytes = file === '-' ? ((await input?.()) ?? new Uint8Array()) : await readBytes(file)
  const decoded = decodeBytes(bytes).text
  const source = enterText(decoded)
  const entered = fromEntered(decoded)
  // what reads them is large, and most texts do without
  const read = marked.test(file)
    ? await (await import('../app/imports/read-file.ts')).readFile({ name: file, bytes })
    : undefined
  const document = read?.reading.documents[0]
  if (!read || !document || (read.format.id !== 'md' && read.format.id !== 'html'))
    return { file, decoded, text: source, toFile: entered }
  const { format } = read
  const { title, text: body } = document
  const text = title === '' ? body : `${title}\n${body}`
  const { fromSource } = await import('./source-offsets.ts')
  const toSource = fromSource(text, source, format.id === 'html' ? 'html' : 'markdown')
  return {
    file,
    decoded,
    text,
    toFile: (from, to) => {
      const span = toSource(from, to)
      return entered(span.from, span.to)
    },
  }
}
