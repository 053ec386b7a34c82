/** The rows of the table, one an error, in the order of the file. */
import { enterText } from '../../text/entry.ts'
import { decodeBytes } from '../../text/decode.ts'
import { FormatError } from '../fault.ts'
import { gunzip, isGzip } from '../lib/gzip.ts'
import type { Limits } from '../limits.ts'

export const label = 'MQM TSV'

export interface Row {
  /** of the file, from 1 */
  readonly line: number
  readonly system: string
  readonly doc: string
  /** of the segment, within its document */
  readonly segment: string
  readonly rater: string
  /** with `<v>…</v>` */
  readonly source: string
  readonly target: string
  readonly category: string
  readonly severity: string
  /** JSON, or in older files a note */
  readonly metadata: string
}
type Column = Exclude<keyof Row, 'line'>

/** What the releases call their columns, without case, spaces and `_`. `doc_id` is no document, but a segment within one. */
const columnNames: Readonly<Record<string, Column>> = {
  system: 'system', doc: 'doc', docid: 'segment', docsegid: 'segment', rater: 'rater', source: 'source', target: 'target',
  category: 'category', severity: 'severity', metadata: 'metadata', comment: 'metadata', comments: 'metadata', note: 'metadata',
} // prettier-ignore

/** Of a table without a heading; the fourth column numbers the segments of all documents, and is not needed. */
const usual: readonly (Column | null)[] = ['system', 'doc', 'segment', null, 'rater', 'source', 'target', 'category', 'severity', 'metadata'] // prettier-ignore

const columnsOf = (heading: string): (Column | null)[] =>
  heading.split('\t').map(name => columnNames[name.toLowerCase().replace(/[\s_]/g, '')] ?? null)

const demanded: readonly Column[] = ['system', 'doc', 'segment', 'rater', 'source', 'target', 'category', 'severity']

/** As Marot tells a heading. */
export const isHeading = (line: string): boolean => /^\ufeff?system\tdoc\t/i.test(line)

/** A heading that names all that an annotation is made of. */
export const isWholeHeading = (line: string): boolean => {
  const columns = columnsOf(line.trimEnd())
  return isHeading(line) && demanded.every(name => columns.includes(name))
}

/** Could it be a row without a heading over it: nine fields or ten, with one of the format's severities? */
export const looksLikeRow = (line: string): boolean => {
  const fields = line.split('\t')
  const [severity = '', metadata = ''] = fields.slice(8)
  return (
    (fields.length === 9 || fields.length === 10) &&
    fields[0] !== '' && fields[1] !== '' &&
    (/^(major|minor|neutral|critical|trivial|no[-_ ]error|hotw-test)$/i.test(severity) ||
      (severity === '' && fields[7] === '' && metadata.startsWith('{')))
  ) // prettier-ignore
}

/** Does a row test its rater (Anthea's HOTW), and judge no translation? */
export const isTest = ({ severity }: Pick<Row, 'severity'>): boolean => /^hotw[-_ ]test$/i.test(severity)

/** Does a row only carry metadata? */
export const isMetadataOnly = ({ category, severity }: Pick<Row, 'category' | 'severity'>): boolean =>
  category === '' && severity === ''

/** The text of the file, unpacked; a CR that ends no line would else part a row in two. */
function textOf(bytes: Uint8Array, limits: Limits): string {
  if (bytes.length > limits.bytes) throw new FormatError(label, 'bytes', { limit: limits.bytes })
  const { text } = decodeBytes(isGzip(bytes) ? gunzip(bytes, label, limits) : bytes)
  return enterText(text.includes('\n') ? text.replace(/\r(?!\n)/g, '\u2028') : text)
}

/** The lines of a text, each as it is needed: a table of 80,000 rows is not cut up at once. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    yield text.slice(from, end < 0 ? text.length : end)
    if (end < 0) return
    from = end + 1
  }
}

/**
 * @param skipped called for a row that has too few fields, with its line in the file and what the first missing one is called
 * @throws FormatError bytes, rows, field, missing (a column), unpacked, ratio, gzip; Problem of `decodeBytes` and `enterText`
 */
export function* readRows(
  bytes: Uint8Array,
  limits: Limits,
  skipped: (line: number, column: string) => void,
): Generator<Row> {
  let columns = usual
  let line = 0
  for (const raw of linesOf(textOf(bytes, limits))) {
    line++
    if (raw === '') continue
    if (line === 1 && isHeading(raw)) {
      columns = columnsOf(raw)
      const missing = demanded.find(name => !columns.includes(name))
      if (missing) throw new FormatError(label, 'missing', { line, detail: missing })
      continue
    }
    if (line > limits.rows + 1) throw new FormatError(label, 'rows', { limit: limits.rows })
    const fields = raw.split('\t')
    if (fields.length < demanded.length + 1 && fields.length < columns.length) {
      skipped(line, columns[fields.length] ?? 'globalSegId')
      continue
    }
    const row = { line, system: '', doc: '', segment: '', rater: '', source: '', target: '', category: '', severity: '', metadata: '' } // prettier-ignore
    for (const [i, column] of columns.entries()) if (column) row[column] = fields[i] ?? ''
    if (Math.max(row.source.length, row.target.length) > limits.fieldLength)
      throw new FormatError(label, 'field', { line, limit: limits.fieldLength })
    yield row
  }
}
