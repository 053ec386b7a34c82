import { retyped, rowsOfPiece, type Read, type Row } from './rows.ts'
import { rowAt, startsOf } from './row-starts.ts'

/** One changed range of the corrected text: in the old text, its new length, and whether line breaks came or went. */
export interface Touched {
  readonly from: number
  readonly to: number
  readonly length: number
  readonly lines: boolean
}

interface Piece {
  first: number
  last: number
  grown: number
  lines: boolean
}

/** Which rows the changes touch. Where line breaks came or went, the neighbours too: paragraphs may pair otherwise now. */
const piecesOf = (rows: readonly Row[], starts: Int32Array, touched: readonly Touched[]): Piece[] => {
  const pieces: Piece[] = []
  for (const t of touched) {
    let first = rowAt(rows, starts, 'b', t.from)
    let last = rowAt(rows, starts, 'b', t.to)
    const lines = t.lines || first !== last
    if (lines) {
      do first = Math.max(0, first - 1)
      while (first > 0 && (rows[first] as Row).b < 0)
      do last = Math.min(rows.length - 1, last + 1)
      while (last < rows.length - 1 && (rows[last] as Row).b < 0)
    }
    const before = pieces.at(-1)
    const grown = t.length - (t.to - t.from)
    if (before !== undefined && first <= before.last) {
      before.last = Math.max(before.last, last)
      before.first = Math.min(before.first, first)
      before.grown += grown
      before.lines ||= lines || before.first !== before.last
    } else pieces.push({ first, last, grown, lines })
  }
  return pieces
}

/**
 * Rows after an edit of the corrected text. Typing inside a row leaves every other row as it is; splits and joins pair the paragraphs
 * around them anew, from the texts alone, so that undoing a split gives back the rows there were.
 * @param fixed paragraphs are segments, which are neither split nor joined
 * @returns the rows, and which of them are new (half-open)
 */
export const reviseRows = (
  rows: readonly Row[],
  mt: Read,
  corrected: Read,
  touched: readonly Touched[],
  fixed = false,
): { rows: readonly Row[]; from: number; to: number } => {
  const starts = startsOf(rows)
  const revised = rows.slice()
  let grown = 0
  let shift = 0
  let from = Infinity
  let to = 0
  for (const piece of piecesOf(rows, starts.b, touched)) {
    const { first, last } = piece
    const fromA = starts.a[first] as number
    const toA = (starts.a[last + 1] as number) - 1
    const fromB = (starts.b[first] as number) + grown
    const toB = (starts.b[last + 1] as number) - 1 + grown + piece.grown
    const text = corrected(fromB, toB)
    const fresh =
      !piece.lines && first === last
        ? [retyped(rows[first] as Row, mt, fromA, text)]
        : rowsOfPiece(toA < fromA ? null : mt(fromA, toA), text, fixed)
    revised.splice(first + shift, last - first + 1, ...fresh)
    from = Math.min(from, first + shift)
    to = Math.max(to, first + shift + fresh.length)
    shift += fresh.length - (last - first + 1)
    grown += piece.grown
  }
  return { rows: revised, from: Math.min(from, to), to }
}
