/** A house's terms, read from comma-separated values. */
import { parse } from 'csv-parse/sync'
import type { Term } from '../check.ts'

/** What is wrong with a file of terms, and where. */
export class TermsError extends Error {
  readonly line: number

  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.line = line
  }
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const columns = ['preferred', 'variants'] as const

/**
 * Terms of a file with the columns `preferred` and `variants`, the variants split by `|`; without a line that names them, in this
 * order. Fields are split by commas, or, where the first line has none, by semicolons or tabs. A term without variants is left out.
 * @throws TermsError
 */
export function readTerms(csv: string): readonly Term[] {
  const records = recordsOf(csv)
  const names = records[0]?.record.map(name => name.trim().toLowerCase()) ?? []
  const headed = names.some(name => columns.some(column => column === name))
  const [preferred, variants] = headed ? columns.map(column => names.indexOf(column)) : [0, 1]
  if (preferred === undefined || variants === undefined || preferred < 0 || variants < 0)
    throw new TermsError(records[0]?.info.lines ?? 1, 'the columns are preferred and variants')
  return records.slice(headed ? 1 : 0).flatMap(({ record, info }) => {
    const term = {
      preferred: (record[preferred] ?? '').trim(),
      variants: (record[variants] ?? '')
        .split('|')
        .map(variant => variant.trim())
        .filter(variant => variant !== ''),
    }
    if (term.preferred === '' && term.variants.length > 0)
      throw new TermsError(info.lines, 'the preferred term is missing')
    return term.variants.length > 0 ? [term] : []
  })
}

function recordsOf(csv: string): readonly CsvRecord[] {
  const [first = ''] = csv.split('\n', 1)
  const delimiter = [',', ';', '\t'].find(sign => first.includes(sign)) ?? ','
  try {
    return parse(csv, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as readonly CsvRecord[]
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    throw new TermsError(line, error instanceof Error ? error.message : String(error))
  }
}
