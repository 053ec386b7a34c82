/** Records and fields of comma-separated values and their kin, each with its place in the text, so that all else can stay as it is. */
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'

/** How a table is written. */
export interface Dialect {
  readonly delimiter: string
  /** does a quotation mark at the start of a field quote it? Many TSV files know no quoting */
  readonly quoting: boolean
  /** offset of the first record: Excel's `sep=;` stands before it */
  readonly start: number
}

export interface Cell {
  /** without its quotation marks; line ends as they are */
  readonly value: string
  /** offsets in the text, quotation marks included */
  readonly from: number
  readonly to: number
  readonly quoted: boolean
  /** quotation marks in a field that is not quoted (RFC 4180, 2.5 has no place for them) */
  readonly bare: number
}

/** A record, without what ends it. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly from: number
  readonly to: number
  /** from 1 */
  readonly line: number
}

const [newline, carriageReturn, quote] = [10, 13, 34]
/** More fields than any table of texts has. */
const fieldsAtMost = 1000

const countLines = (text: string, from: number, to: number): number => {
  let lines = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === newline || (code === carriageReturn && text.charCodeAt(at + 1) !== newline)) lines++
  }
  return lines
}

/** The field in quotation marks that starts at `from`; null where it is not closed. A doubled mark is one. */
function quotedCell(text: string, from: number): Cell | null {
  let doubled = false
  for (let at = from + 1; ;) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    if (text.charCodeAt(close + 1) !== quote) {
      const inner = text.slice(from + 1, close)
      const value = doubled ? inner.replaceAll('""', '"') : inner
      return { value, from, to: close + 1, quoted: true, bare: 0 }
    }
    doubled = true
    at = close + 2
  }
}

function plainCell(text: string, from: number, delimiter: number): Cell {
  let [at, bare] = [from, 0]
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === newline || code === carriageReturn) break
    if (code === quote) bare++
  }
  return { value: text.slice(from, at), from, to: at, quoted: false, bare }
}

/**
 * The records of a text (RFC 4180, with any delimiter and any line end), one by one; lines with nothing on them are none.
 * @param format label, for errors
 * @throws FormatError quotes, rows, field, invalid
 */
export function* rowsOf(text: string, dialect: Dialect, format: string, limits: Limits): Generator<Row, void, void> {
  const delimiter = dialect.delimiter.charCodeAt(0)
  const fail = (fault: 'quotes' | 'rows' | 'field' | 'invalid', line: number, more = {}): never => {
    throw new FormatError(format, fault, { line, ...more })
  }
  let [at, line, rows] = [dialect.start, 1 + countLines(text, 0, dialect.start), 0]
  while (at < text.length) {
    const [from, firstLine] = [at, line]
    const cells: Cell[] = []
    for (;;) {
      const isQuoted = dialect.quoting && text.charCodeAt(at) === quote
      const cell = isQuoted ? quotedCell(text, at) : plainCell(text, at, delimiter)
      if (!cell) return fail('quotes', line)
      if (cell.value.length > limits.fieldLength) fail('field', line, { limit: limits.fieldLength })
      if (isQuoted) line += countLines(text, cell.from, cell.to)
      cells.push(cell)
      at = cell.to
      if (at >= text.length || text.charCodeAt(at) !== delimiter) break
      if (cells.length === fieldsAtMost) fail('invalid', line, { detail: `> ${fieldsAtMost}` })
      at++
    }
    const to = at
    const end = text.charCodeAt(at)
    if (at < text.length && end !== newline && end !== carriageReturn) fail('quotes', line)
    if (to > from) {
      if (++rows > limits.rows) fail('rows', firstLine, { limit: limits.rows })
      yield { cells, from, to, line: firstLine }
    }
    at += end === carriageReturn && text.charCodeAt(at + 1) === newline ? 2 : 1
    line++
  }
}

/** A field as it is written: in quotation marks where it must be, or was. */
export const writeCell = (value: string, { delimiter, quoting }: Dialect, quoted = false): string =>
  quoting && (quoted || /["\r\n]|^\s|\s$/.test(value) || value.includes(delimiter))
    ? `"${value.replaceAll('"', '""')}"`
    : value
