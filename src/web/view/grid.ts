import { alignByLines, alignSource } from '../../text/align.ts'
import type { Hunk, Row, TextDiff } from '../../text/diff/index.ts'
import { inLines } from '../../text/paragraph-edits.ts'
import { seen, seenList } from './seen.ts'
import { hunksWithin, runsOf, type CodeMark, type FlagMark, type Run } from './runs.ts'

/** Paragraphs on one page: below the 1,000 fields a form may have, and quick to draw. */
export const rowsAPage = 150

export interface GridRow {
  readonly n: number
  readonly kind: Row['kind']
  readonly source: string
  readonly mt: readonly Run[]
  readonly corrected: readonly Run[]
  /** the paragraph as it is, for the field */
  readonly text: string
  /** `p<from>-<to>` of the base revision, or `i<at>` where a paragraph could be put in */
  readonly field: string
  readonly invisible: string
  /** rows of the field, by a guess of its lines */
  readonly lines: number
  /** where the row is in the MT and in the corrected text */
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

export interface Grid {
  readonly rows: readonly GridRow[]
  readonly page: number
  readonly pages: number
}

/** Which source paragraphs stand beside each row, by where their translations begin in the MT. */
function sourceOf(source: string, mt: string, rows: readonly Row[], fixed: boolean): ReadonlyMap<Row, string> {
  const found = new Map<Row, string>()
  if (source === '') return found
  const inOrder = rows.filter(row => row.kind !== 'inserted').toSorted((x, y) => x.fromA - y.fromA)
  let i = 0
  for (const beside of (fixed ? alignByLines : alignSource)(source, mt)) {
    while (i + 1 < inOrder.length && (inOrder[i + 1]?.fromA ?? Infinity) <= beside.fromB) i++
    const row = inOrder[i]
    const text = source.slice(beside.fromA, beside.toA).replace(/\n+$/, '')
    if (row && text !== '') found.set(row, found.has(row) ? `${found.get(row)}\n${text}` : text)
  }
  return found
}

const isBlank = (row: Row, mt: string, head: string): boolean =>
  row.kind !== 'removed' && mt.slice(row.fromA, row.toA).trim() === '' && head.slice(row.fromB, row.toB).trim() === ''

/** What is the same for all pages of a text. */
export interface Whole {
  readonly mt: string
  readonly head: string
  readonly hunks: readonly Hunk[]
  /** blank lines are left out, and so are never touched */
  readonly rows: readonly Row[]
  /** its paragraphs are segments of a file */
  readonly fixed: boolean
  readonly sources: ReadonlyMap<Row, string>
}

export function wholeGrid(
  { source, mt, head }: { readonly source: string; readonly mt: string; readonly head: string },
  { rows, hunks }: TextDiff,
  fixed = false,
): Whole {
  const sources = sourceOf(source, mt, rows, fixed)
  // an empty segment is one that is yet to be translated
  const shown = rows.filter(
    row =>
      (fixed && (sources.get(row) ?? '').trim() !== '') ||
      (!isBlank(row, mt, head) && (row.fromA < row.toA || row.fromB < row.toB)),
  )
  return { mt, head, hunks, rows: shown, fixed, sources }
}

/** The rows of a page. */
export function grid(
  { mt, head, hunks: all, rows: shown, fixed, sources }: Whole,
  flags: { readonly mt: readonly FlagMark[]; readonly head: readonly FlagMark[] },
  page: number,
  codes: { readonly mt: readonly CodeMark[]; readonly head: readonly CodeMark[] } = { mt: [], head: [] },
): Grid {
  const pages = Math.max(1, Math.ceil(shown.length / rowsAPage))
  const current = Math.min(Math.max(1, page), pages)
  const first = (current - 1) * rowsAPage
  const rows = shown.slice(first, first + rowsAPage).map((row, index): GridRow => {
    const { kind, fromA, toA, fromB, toB } = row
    const text = head.slice(fromB, toB)
    // A paragraph that was only moved is not drawn as struck here and written there: the row says that it moved.
    const hunks = kind === 'moved' ? (row.hunks ?? []) : all
    const gone = kind === 'removed'
    return {
      n: first + index + 1,
      kind,
      source: seen(sources.get(row) ?? ''),
      mt: kind === 'inserted' ? [] : runsOf(mt, fromA, toA, 'del', hunksWithin(hunks, 'a', fromA, toA), flags.mt, codes.mt),
      corrected: gone ? [] : runsOf(head, fromB, toB, 'ins', hunksWithin(hunks, 'b', fromB, toB), flags.head, codes.head),
      text: fixed ? inLines(text) : text,
      field: gone ? `i${fromB}` : `p${fromB}-${toB}`,
      invisible: seenList(fixed ? inLines(text) : text),
      lines: Math.min(20, 1 + Math.ceil(text.length / 60)),
      fromA, toA, fromB, toB,
    } // prettier-ignore
  })
  return { rows, page: current, pages }
}
