import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { rowsOf, type Dialect } from './records.ts'

/** Of those that fit as well the first is taken: a comma stands in any text, a tab in hardly any. */
const delimiters = ['\t', ';', '|', ','] as const
const sampled = 50_000
const rowsSampled = 200

/** The number of fields of each record; of a text that breaks off or is faulty, as far as it goes. */
function counts(text: string, dialect: Dialect, limits: Limits, most: number): { counts: number[]; whole: boolean } {
  const found: number[] = []
  try {
    for (const { cells } of rowsOf(text, dialect, '', limits)) {
      found.push(cells.length)
      if (found.length === most) break
    }
    return { counts: found, whole: true }
  } catch (error) {
    if (error instanceof FormatError) return { counts: found, whole: false }
    throw error
  }
}

/** Share of the records that have as many fields as the first. */
const evenness = ([first = 0, ...others]: readonly number[]): number =>
  (1 + others.filter(n => n === first).length) / (1 + others.length)

function guessDelimiter(text: string, start: number, limits: Limits): string {
  const sample = text.slice(0, sampled)
  let best = { delimiter: '', score: 0 }
  for (const delimiter of delimiters) {
    const { counts: found, whole } = counts(sample, { delimiter, quoting: true, start }, limits, rowsSampled)
    // the last record of a sample may be half of one
    const full =
      sample.length < text.length && found.length > 1 && found.length < rowsSampled ? found.slice(0, -1) : found
    const broken = !whole && sample.length === text.length
    const score = (full[0] ?? 0) < 2 ? 0 : evenness(full) * (broken ? 0.5 : 1)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/**
 * Are quotation marks read as such in a table with tabs? They are not where they stand in the midst of fields, and where rows that have all
 * their fields would become one.
 */
function isQuoting(text: string, start: number, limits: Limits): boolean {
  if (!/(?:^|[\t\r\n])"/.test(text)) return true
  const quoted = counts(text, { delimiter: '\t', quoting: true, start }, limits, Infinity)
  if (!quoted.whole) return false
  const literal = counts(text, { delimiter: '\t', quoting: false, start }, limits, Infinity)
  const [evenQuoted, evenLiteral] = [evenness(quoted.counts), evenness(literal.counts)]
  return evenQuoted > evenLiteral || (evenQuoted === evenLiteral && quoted.counts.length === literal.counts.length)
}

/**
 * How a table is written, by its beginning.
 * @param usual the delimiter of the format, which is taken where none shows
 */
export function guessDialect(text: string, usual: ',' | '\t', limits: Limits): Dialect {
  const told = /^"?sep=([^\r\n])"?\r?\n/i.exec(text)
  const start = told?.[0].length ?? 0
  const generous = { ...limits, rows: Infinity, fieldLength: Infinity }
  const guessed = usual === '\t' ? usual : (told?.[1] ?? guessDelimiter(text, start, generous))
  // without any delimiter the table has one column, and commas in it are the text's
  if (guessed === '') return { delimiter: '\t', quoting: true, start }
  return { delimiter: guessed, quoting: guessed !== '\t' || isQuoting(text, start, generous), start }
}
