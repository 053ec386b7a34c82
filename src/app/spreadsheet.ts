/** Tables as CSV that a spreadsheet opens as it is, and takes nothing in for a formula. */
import { stringify } from 'csv-stringify/sync'
import { csvDelimiter, csvNumber, type CsvStyle } from '../text/csv-style.ts'

type Line = Readonly<Record<string, string | number | null>>

const optionsOf = (style: CsvStyle) => ({
  delimiter: csvDelimiter(style),
  record_delimiter: 'windows',
  escape_formulas: true,
  // as numbers, lest a negative one be taken for a formula
  cast: { number: (value: number) => csvNumber(style, value) },
})

/** Lines alone, to go on with a table that was begun by `spreadsheet`. What a line lacks, and null, is an empty cell. */
export const spreadsheetLines = (
  lines: readonly Partial<Line>[],
  columns: readonly string[],
  style: CsvStyle = 'comma',
): string => stringify([...lines], { ...optionsOf(style), columns: [...columns] })

/** A table with its columns' names; a byte order mark goes before it, so that Excel reads å. */
export const spreadsheet = (
  lines: readonly Partial<Line>[],
  columns: readonly string[],
  style: CsvStyle = 'comma',
): string => stringify([...lines], { ...optionsOf(style), columns: [...columns], header: true, bom: true })
