import type { Comparison } from '../../app/revisions/compare.ts'
import type { Hunk, Row } from '../../text/diff/index.ts'
import { seen } from './seen.ts'
import { hunksWithin, runsOf, type Run } from './runs.ts'

/** Rows on one page of a comparison. */
const rowsAPage = 400
/** Unchanged paragraphs shown around a change. */
const context = 1

export interface ComparedRow {
  readonly kind: Row['kind']
  readonly before: readonly Run[]
  readonly after: readonly Run[]
  /** both in one run of text, for reading inline */
  readonly both: readonly Run[]
}

export type ComparedPiece = { readonly skipped: number } | (ComparedRow & { readonly skipped: 0 })

export interface Compared {
  readonly pieces: readonly ComparedPiece[]
  readonly hunks: number
  readonly page: number
  readonly pages: number
}

/** Deletions and insertions in the order of the new text, as a person marks up a page. */
function together(a: string, b: string, row: Row, hunks: readonly Hunk[]): Run[] {
  const out: Run[] = []
  const push = (text: string, tag: Run['tag'], hunk: number): void => {
    if (text !== '') out.push({ text: seen(text), tag, hunk, flag: null, point: false, code: null })
  }
  let at = row.fromB
  hunks.forEach((hunk, index) => {
    if (hunk.toA < row.fromA || hunk.fromA > row.toA || hunk.toB < row.fromB || hunk.fromB > row.toB) return
    const from = Math.max(at, Math.min(hunk.fromB, row.toB))
    push(b.slice(at, from), '', -1)
    push(a.slice(Math.max(row.fromA, hunk.fromA), Math.min(row.toA, hunk.toA)), 'del', index)
    push(b.slice(from, Math.min(row.toB, hunk.toB)), 'ins', index)
    at = Math.max(from, Math.min(row.toB, hunk.toB))
  })
  push(b.slice(at, row.toB), '', -1)
  return out
}

/** Hunks that may touch a row, by index, so that a long text is not searched from its start for each of its rows. */
function near(hunks: readonly Hunk[], row: Row): readonly Hunk[] {
  const within = [...hunksWithin(hunks, 'a', row.fromA, row.toA), ...hunksWithin(hunks, 'b', row.fromB, row.toB)]
  return [...new Set(within.map(({ index }) => index))].sort((x, y) => x - y).flatMap(index => hunks[index] ?? [])
}

/** Which rows are shown: those that changed, and what stands around them. */
function chosen(rows: readonly Row[], all: boolean): readonly boolean[] {
  if (all) return rows.map(() => true)
  const shown = rows.map(() => false)
  rows.forEach((row, i) => {
    if (row.kind !== 'same')
      for (let j = Math.max(0, i - context); j <= Math.min(rows.length - 1, i + context); j++) shown[j] = true
  })
  return shown
}

/** A comparison as a page draws it: whole, or only what changed with what stands around it. */
export function comparison(
  { a, b, diff }: Comparison,
  how: { readonly inline: boolean; readonly all: boolean; readonly page: number },
): Compared {
  const rows = diff.rows.filter(row => row.fromA < row.toA || row.fromB < row.toB)
  const shown = chosen(rows, how.all)
  const places: (Row | number)[] = []
  rows.forEach((row, i) => {
    const last = places.at(-1)
    if (shown[i]) places.push(row)
    else if (typeof last === 'number') places[places.length - 1] = last + 1
    else places.push(1)
  })
  const pages = Math.max(1, Math.ceil(places.length / rowsAPage))
  const page = Math.min(Math.max(1, how.page), pages)
  const pieces = places.slice((page - 1) * rowsAPage, page * rowsAPage).map((row): ComparedPiece => {
    if (typeof row === 'number') return { skipped: row }
    const hunks = row.kind === 'moved' ? (row.hunks ?? []) : diff.hunks
    const { kind, fromA, toA, fromB, toB } = row
    return {
      skipped: 0,
      kind,
      before:
        how.inline || kind === 'inserted' ? [] : runsOf(a, fromA, toA, 'del', hunksWithin(hunks, 'a', fromA, toA), []),
      after:
        how.inline || kind === 'removed' ? [] : runsOf(b, fromB, toB, 'ins', hunksWithin(hunks, 'b', fromB, toB), []),
      both: how.inline ? together(a, b, row, near(hunks, row)) : [],
    }
  })
  return { pieces, hunks: diff.hunks.length, page, pages }
}
