/** Terms as comma-separated values: what `check --terms` reads, and what the house's termbase takes in and gives out. */
import { parse } from 'csv-parse/sync'
import { severities, type Severity } from '../../mqm/annotation.ts'
import { isCategory, type CategoryId } from '../../mqm/typology.ts'
import { unguardFormula } from '../../text/formula.ts'
import { partsOfSpeech, termStatuses, type PartOfSpeech, type TermStatus } from '../../text/term.ts'
import type { Term } from '../wording.ts'
import { joined, splitItems } from './term-items.ts'

/** Each column with the names that its head may have, lower-cased; the first is the one that is written. */
const columns = {
  preferred: ['preferred', 'term', 'föredragen', 'rekommenderad', 'föredragen term'],
  variants: ['variants', 'variant', 'varianter', 'undvik'],
  partOfSpeech: ['part_of_speech', 'part of speech', 'pos', 'ordklass'],
  inflection: ['inflection', 'forms', 'böjning', 'former', 'böjningsformer'],
  domain: ['domain', 'område', 'domän', 'ämnesområde'],
  note: ['note', 'notes', 'anmärkning', 'kommentar', 'not'],
  status: ['status', 'läge'],
  category: ['category', 'kategori'],
  severity: ['severity', 'allvarsgrad'],
} as const
type Column = keyof typeof columns
const columnNames = Object.keys(columns) as readonly Column[]

/** The head of a file that is written. */
export const csvHead: readonly string[] = columnNames.map(column => columns[column][0])

/** How values of fixed lists may be written besides as they are. */
const spoken: Readonly<Record<string, string>> = {
  substantiv: 'noun', egennamn: 'proper-noun', namn: 'proper-noun', 'proper noun': 'proper-noun', adjektiv: 'adjective', annat: 'other',
  övrigt: 'other', godkänd: 'approved', föreslagen: 'proposed', avböjd: 'declined', mindre: 'minor', större: 'major',
  allvarlig: 'critical',
} // prettier-ignore

/** What can be wrong with a line; the words are for the command line. */
export const termFaults = {
  columns: 'the columns are preferred and variants',
  csv: 'the line is no comma-separated values',
  preferred: 'the preferred term is missing',
  partOfSpeech: `a part of speech is one of ${partsOfSpeech.join(', ')}`,
  status: `a status is one of ${termStatuses.join(', ')}`,
  category: 'there is no such category',
  empty: 'there are no terms',
  severity: `a severity is one of ${severities.join(', ')}`,
} as const
export type TermFault = keyof typeof termFaults

/** What is wrong with a file of terms, and where. */
export class TermsError extends Error {
  readonly line: number
  readonly fault: TermFault

  constructor(line: number, fault: TermFault, what: string = termFaults[fault]) {
    super(`line ${line}: ${what}`)
    this.line = line
    this.fault = fault
  }
}

/** A term as a file has it; what the file has no column for, or says nothing of, is undefined. */
export interface CsvTerm {
  readonly preferred: string
  readonly variants: readonly string[]
  readonly partOfSpeech?: PartOfSpeech | undefined
  readonly inflection?: readonly string[] | undefined
  readonly domain?: string | undefined
  readonly note?: string | undefined
  readonly status?: TermStatus | undefined
  readonly category?: CategoryId | undefined
  readonly severity?: Severity | undefined
}

export type TermLine =
  | { readonly line: number; readonly term: CsvTerm }
  /** `preferred`: what the line is known by, as far as it can be read */
  | { readonly line: number; readonly fault: TermFault; readonly preferred: string }

/**
 * The lines of a file with the columns `preferred` and `variants` (split by `|`) and more that may be left out; without a line that
 * names them, these two in this order. Fields are split by commas, semicolons or tabs, whichever its head is split by.
 * @throws TermsError where it is no such file
 */
export function readTermLines(csv: string): readonly TermLine[] {
  const delimiter = delimiterOf(csv)
  const records = recordsOf(csv, delimiter)
  const head = records[0] === undefined ? [] : headOf(records[0].record)
  const headed = head.includes('preferred') || head.includes('variants')
  const order: readonly (Column | undefined)[] = headed ? head : ['preferred', 'variants']
  if (headed && !(head.includes('preferred') && head.includes('variants')))
    throw new TermsError(records[0]?.info.lines ?? 1, 'columns')
  return records.slice(headed ? 1 : 0).map(({ record, info }) => {
    const given = new Map<Column, string>()
    for (const [i, column] of order.entries())
      if (column !== undefined && !given.has(column)) given.set(column, unguardFormula((record[i] ?? '').trim()))
    return lineOf(info.lines, given)
  })
}

/** What a check needs of terms that hold and replace something. @throws TermsError */
export function readTerms(csv: string): readonly Term[] {
  return readTermLines(csv).flatMap(line => {
    if ('fault' in line) throw new TermsError(line.line, line.fault)
    const { status = 'approved', preferred, variants, partOfSpeech, inflection, domain, category, severity } = line.term
    if (status !== 'approved' || variants.length === 0) return []
    return [
      {
        preferred,
        variants,
        ...(partOfSpeech && { partOfSpeech }),
        ...(inflection && { inflection }),
        ...(domain && { domain }),
        ...(category && { category }),
        ...(severity && { severity }),
      },
    ]
  })
}

/** The fields of a term, in the order of `csvHead`. */
export const csvFields = (term: Required<CsvTerm>): readonly string[] =>
  columnNames.map(column => {
    const value = term[column] ?? ''
    return typeof value === 'string' ? value : joined(value)
  })

function lineOf(line: number, given: ReadonlyMap<Column, string>): TermLine {
  const preferred = given.get('preferred') ?? ''
  const refuse = (fault: TermFault): TermLine => ({ line, fault, preferred })
  const known = (column: Column): string | undefined => {
    const value = given.get(column)?.toLowerCase()
    return value === undefined || value === '' ? undefined : (spoken[value] ?? value)
  }
  const [partOfSpeech, status, severity] = [
    oneOf(partsOfSpeech, known('partOfSpeech')),
    oneOf(termStatuses, known('status')),
    oneOf(severities, known('severity')),
  ]
  const category = known('category')
  if (preferred === '') return refuse('preferred')
  if (partOfSpeech === null) return refuse('partOfSpeech')
  if (status === null) return refuse('status')
  if (severity === null) return refuse('severity')
  if (category !== undefined && !isCategory(category)) return refuse('category')
  const items = (column: Column): readonly string[] | undefined =>
    given.has(column) ? splitItems(given.get(column) ?? '') : undefined
  return {
    line,
    term: {
      preferred,
      variants: items('variants') ?? [],
      partOfSpeech,
      inflection: items('inflection'),
      domain: given.get('domain'),
      note: given.get('note'),
      status,
      category,
      severity,
    },
  }
}

/** null for what is none of a list */
const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined | null =>
  value === undefined ? undefined : (list.find(known => known === value) ?? null)

const headOf = (record: readonly string[]): readonly (Column | undefined)[] =>
  record.map(name => columnNames.find(column => columns[column].some(known => known === name.trim().toLowerCase())))

const delimiters = [',', ';', '\t'] as const

/** That by which the first line is the head of a table of terms; else the first that it has. */
function delimiterOf(csv: string): string {
  const [first = ''] = csv.replace(/^\ufeff/u, '').split('\n', 1)
  const bare = first.replaceAll('"', '').replace(/\r$/u, '')
  const splits = delimiters.find(sign => bare.includes(sign) && headOf(bare.split(sign)).includes('preferred'))
  return splits ?? delimiters.find(sign => first.includes(sign)) ?? ','
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function recordsOf(csv: string, delimiter: string): readonly CsvRecord[] {
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
    throw new TermsError(line, 'csv', error instanceof Error ? error.message : String(error))
  }
}
