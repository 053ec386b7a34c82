/** What CSV and TSV have in common: read with guessed columns, written anew, and written back with the corrected text. */
import { csvDelimiter, type CsvStyle } from '../../text/csv-style.ts'
import { isEnterable, enterText } from '../../text/entry.ts'
import { guardFormula, unguardFormula } from '../../text/formula.ts'
import type { Warning } from '../fault.ts'
import type { ExportedArticle, ReadContext } from '../format.ts'
import { decodeNamed, type Encoded } from '../lib/encoding.ts'
import { columnsOf, hasHeading } from './columns.ts'
import { guessDialect } from './dialect.ts'
import { readRows, type TableReading } from './documents.ts'
import { rowsOf, writeCell, type Dialect } from './records.ts'
import { rowsOfArticles, writtenColumns } from './segments.ts'

export interface Kind {
  readonly label: string
  /** the delimiter that is written, and taken where a file shows none */
  readonly delimiter: ',' | '\t'
}

export interface DelimitedReading extends TableReading {
  readonly encoded: Encoded
  readonly dialect: Dialect
  /** fields of the heading, or of the longest row where that has more */
  readonly width: number
}

const without = <T>(list: readonly T[], first: boolean): readonly T[] => (first ? list.slice(1) : list)

/** As many fields as most rows have: one that has more is faulty. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * A table as text.
 * @throws Problem text-binary, text-undecodable, text-has-nul; FormatError of `rowsOf`, `columnsOf` and `readRows`
 */
export function readDelimited(kind: Kind, bytes: Uint8Array, { name, limits, mapping }: ReadContext): DelimitedReading {
  const encoded = decodeNamed(bytes, '', kind.label)
  const { text, encoding } = encoded
  if (!isEnterable(text)) enterText(text)
  const dialect = guessDialect(text, kind.delimiter, limits)
  const records: string[][] = []
  let bare = 0
  for (const { cells } of rowsOf(text, dialect, kind.label, limits)) {
    bare += cells.reduce((sum, cell) => sum + cell.bare, 0)
    // what a table program would run as a formula is guarded by an apostrophe, which is none of the text
    records.push(cells.map(cell => unguardFormula(cell.value)))
  }
  const heading = mapping?.heading ?? hasHeading(records)
  const [first = []] = records
  const rows = without(records, heading)
  const width = Math.max(heading ? first.length : 0, usualWidth(records))
  const names = Array.from({ length: width }, (_, i) => (heading ? (first[i] ?? '') : ''))
  const ragged = rows.filter(row => row.length !== width).length
  const warnings: Warning[] = [
    ...(encoding === 'windows-1252' ? [{ code: 'encoding', detail: encoding } as const] : []),
    ...(ragged > 0 ? [{ code: 'ragged', n: ragged } as const] : []),
    ...(bare > 0 && dialect.quoting ? [{ code: 'bare-quotes', n: bare } as const] : []),
    ...(mapping ? [] : [{ code: 'columns-guessed' } as const]),
  ]
  const columns = columnsOf(kind.label, { names, rows }, heading, mapping)
  const longest = records.reduce((most, { length }) => Math.max(most, length), width)
  return { ...readRows(kind.label, rows, columns, name, warnings), encoded, dialect, width: longest }
}

/** Excel knows by a byte order mark that a CSV is UTF-8, and ends lines as Windows does; other programs want a TSV without either. */
export function writeDelimited(kind: Kind, articles: readonly ExportedArticle[], style: CsvStyle = 'comma'): string {
  const delimiter = kind.delimiter === ',' ? csvDelimiter(style) : kind.delimiter
  const [mark, end] = kind.delimiter === ',' ? ['\ufeff', '\r\n'] : ['', '\n']
  const dialect = { delimiter, quoting: true, start: 0 }
  const lines = [
    writtenColumns.join(delimiter),
    ...rowsOfArticles(articles).map(row =>
      writtenColumns
        .map(column => writeCell(guardFormula(row[column].replaceAll('\u2028', '\n')), dialect))
        .join(delimiter),
    ),
  ]
  return mark + lines.map(line => line + end).join('')
}
