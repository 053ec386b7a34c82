import { stringify } from 'csv-stringify/sync'
import { csvFields, csvHead } from '../../checks/phrases/terms.ts'
import { termsBeyond } from '../../store/terms.ts'
import { writeTbx } from '../../formats/tbx.ts'
import { csvDelimiter, type CsvStyle } from '../../text/csv-style.ts'
import { guardFormula } from '../../text/formula.ts'
import type { TermEntry } from '../../wire/term.ts'
import type { Deps } from '../deps.ts'
import { filterOf, type TermsQuery } from './list-terms.ts'
import { entryOf, viewOf } from './write-term.ts'

/** Terms as a file that `importTerms` takes in again, and changes nothing by. */
export const termsCsv = (entries: readonly TermEntry[], style: CsvStyle = 'comma'): string =>
  stringify([csvHead, ...entries.map(entry => csvFields(entry as Parameters<typeof csvFields>[0]).map(guardFormula))], {
    bom: true,
    delimiter: csvDelimiter(style),
    record_delimiter: '\r\n',
  })

const rowsAtOnce = 1000

/** Files that the termbase is given out as: a table, for people; TBX (ISO 30042), for other programs of translators. */
const writers = {
  csv: { write: termsCsv, mediaType: 'text/csv' },
  tbx: {
    write: (entries: readonly TermEntry[]): string => writeTbx(entries, { language: 'sv', title: 'Rödpenna' }),
    mediaType: 'application/x-tbx+xml',
  },
}
export type TermsFormat = keyof typeof writers
export const termsFormats = Object.keys(writers) as readonly TermsFormat[]

/** All terms of a filter, in Swedish order: as a file, and as they are. */
export async function exportTerms(
  { store: { db } }: Deps,
  query: Omit<TermsQuery, 'after' | 'before'>,
  format: TermsFormat = 'csv',
  style: CsvStyle = 'comma',
) {
  const filter = filterOf(query)
  const rows = []
  for (let beyond; ;) {
    const some = await termsBeyond(db, filter, { beyond, limit: rowsAtOnce })
    rows.push(...some)
    const last = some.at(-1)
    if (!last || some.length < rowsAtOnce) break
    beyond = { key: last.preferred_key, id: last.id }
  }
  const { write, mediaType } = writers[format]
  return { file: write(rows.map(entryOf), style), mediaType, terms: rows.map(viewOf) }
}
