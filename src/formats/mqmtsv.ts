import { documentsOf, warningsOf } from './annotations/documents.ts'
import type { Reading } from './document.ts'
import { FormatError, type Warning } from './fault.ts'
import type { Format, Head, ReadContext } from './format.ts'
import { gunzipStart, isGzip } from './lib/gzip.ts'
import { rowReader, type RowTally } from './mqmtsv/read.ts'
import { isHeading, isWholeHeading, label, looksLikeRow, readRows } from './mqmtsv/rows.ts'
import { gather } from './mqmtsv/segments.ts'
import { writeMqm } from './mqmtsv/write.ts'

/** How much of a file is looked at: the first row's metadata may describe the whole evaluation. */
const enough = 200_000

/** The first rows, as far as they are whole. */
function firstLines({ bytes }: Head): string[] {
  const start = isGzip(bytes) ? gunzipStart(bytes) : bytes.subarray(0, enough)
  const text = new TextDecoder().decode(start.subarray(0, enough))
  const lines = text.split('\n')
  if (lines.length > 1) lines.pop()
  return lines.map(line => line.replace(/\r$/, '')).filter(line => line !== '')
}

function isIt(head: Head): boolean {
  const [first = '', ...rest] = firstLines(head)
  if (isHeading(first)) return isWholeHeading(first)
  return [first, ...rest.slice(0, 20)].every(looksLikeRow)
}

function read(bytes: Uint8Array, { limits }: ReadContext): Reading {
  let skipped = 0
  const gathered = gather(readRows(bytes, limits, () => skipped++))
  if (gathered.length === 0) throw new FormatError(label, 'empty')
  const tally: RowTally = { untranslated: 0, unplaced: 0, tests: 0 }
  const documents = documentsOf(gathered, rowReader(tally), limits.rows)
  const warnings: Warning[] = [
    ...(skipped > 0 ? [{ code: 'skipped', n: skipped, detail: '< 9 TAB' } as const] : []),
    ...(tally.tests > 0 ? [{ code: 'skipped', n: tally.tests, detail: 'HOTW-test' } as const] : []),
    ...warningsOf(tally),
  ]
  return { documents, terms: [], warnings }
}

/** Annotations as Google's and WMT's releases, Anthea and Marot have them (google-research/marot, README). */
export const mqmtsv = {
  id: 'mqmtsv',
  label,
  extensions: ['tsv'],
  mediaType: 'text/tab-separated-values',
  purpose: 'data',
  byAnnotator: true,
  isIt,
  read,
  writeAll: writeMqm,
} as const satisfies Format
