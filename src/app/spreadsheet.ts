/** Tables as CSV that a spreadsheet opens as it is, and takes nothing in for a formula. Numbers have a decimal point. */
import { stringify } from 'csv-stringify/sync'

type Line = Readonly<Record<string, string | number | null>>

const options = {
  record_delimiter: 'windows',
  escape_formulas: true,
  // as numbers, lest a negative one be taken for a formula
  cast: { number: String },
} as const

/** Lines alone, to go on with a table that was begun by `spreadsheet`. What a line lacks, and null, is an empty cell. */
export const spreadsheetLines = (lines: readonly Partial<Line>[], columns: readonly string[]): string =>
  stringify([...lines], { ...options, columns: [...columns] })

/** A table with its columns' names; a byte order mark goes before it, so that Excel reads å. */
export const spreadsheet = (lines: readonly Partial<Line>[], columns: readonly string[]): string =>
  stringify([...lines], { ...options, columns: [...columns], header: true, bom: true })
