import { emptyDocument, type Document } from '../../formats/document.ts'
import type { Format, Outgoing, WriteOptions, Written } from '../../formats/format.ts'
import type { Writer } from '../../formats/index.ts'
import { changeBetween, changeByLines, editsOf } from '../../text/change.ts'
import { asExported } from './as-exported.ts'
import type { FileToRead, ReadFile } from '../imports/read-file.ts'
import { codesOfDocument, withCodes } from './with-codes.ts'
import { writeAnew } from './write-anew.ts'

const outgoing = (document: Document, number: number, at: number): Outgoing => {
  const article = asExported(document, at)
  const between = document.fixed ? changeByLines : changeBetween
  return { number, article, edits: editsOf(between(article.mtText, article.text)), placed: new Map() }
}

async function asNewFile(
  to: Writer,
  { format, reading: { documents } }: ReadFile,
  at: number,
  options: WriteOptions,
): Promise<Written> {
  const isMarkdown = format.id === 'md'
  const articles = documents.map(document =>
    withCodes({ ...asExported(document, at), isMarkdown }, codesOfDocument(document)),
  )
  const holdsAll = 'writeAll' in to && to.writeAll !== undefined
  const left = holdsAll ? [] : articles.slice(1)
  const given = holdsAll || articles.length > 0 ? articles : [asExported(emptyDocument, at)]
  const written = await writeAnew(to, given, options)
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  const detail = left.map(({ title }) => title).join(', ')
  return { bytes, warnings: left.length > 0 ? [{ code: 'skipped', n: left.length, detail }] : [] }
}

/**
 * A file that was read as another format; in its own, it is the file itself with its corrected text in it. A format that holds one article gets
 * the first, and a warning says which were left out.
 * @param at epoch ms, for what the file gives no time
 */
export const convertFile = async (
  file: FileToRead,
  read: ReadFile,
  to: Writer & Pick<Format, 'patch'>,
  at: number,
  options: WriteOptions = {},
): Promise<Written> =>
  to.patch?.of === read.format.id
    ? to.patch.make(
        { bytes: file.bytes, name: file.name, mapping: file.mapping },
        read.reading.documents.map((document, number) => outgoing(document, number, at)),
      )
    : asNewFile(to, read, at, options)
