import { emptyDocument, type Document } from '../../formats/document.ts'
import type { Warning } from '../../formats/fault.ts'
import type { Format, Outgoing, WriteOptions, Written } from '../../formats/format.ts'
import type { Writer } from '../../formats/index.ts'
import { changeBetween, changeByLines, editsOf } from '../../text/change.ts'
import { asExported } from './as-exported.ts'
import type { FileToRead, ReadFile } from '../imports/read-file.ts'
import { codesOfDocument, withCodes } from './with-codes.ts'

const outgoing = (document: Document, number: number, at: number): Outgoing => {
  const article = asExported(document, at)
  const between = document.fixed ? changeByLines : changeBetween
  return { number, article, edits: editsOf(between(article.mtText, article.text)), placed: new Map() }
}

const toBytes = (written: string | Uint8Array): Uint8Array =>
  typeof written === 'string' ? new TextEncoder().encode(written) : written

async function writeAnew(
  to: Writer,
  { format, reading: { documents } }: ReadFile,
  at: number,
  options: WriteOptions,
): Promise<Written> {
  const isMarkdown = format.id === 'md'
  const articles = documents.map(document =>
    withCodes({ ...asExported(document, at), isMarkdown }, codesOfDocument(document)),
  )
  if ('writeAll' in to && to.writeAll) return { bytes: toBytes(await to.writeAll(articles, options)), warnings: [] }
  const [only = asExported(emptyDocument, at)] = articles
  const others = articles.length - 1
  const warnings: Warning[] = others > 0 ? [{ code: 'skipped', n: others, detail: articles.slice(1).map(({ title }) => title).join(', ') }] : [] // prettier-ignore
  return { bytes: toBytes((await to.write?.(only)) ?? ''), warnings }
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
    : writeAnew(to, read, at, options)
