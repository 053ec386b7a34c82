import type { Span } from '../../text/span.ts'
import type { RowBook } from './row-book.ts'
import { rowAt } from './row-starts.ts'
import { isOf, type Place, type Ruling } from './rulings.ts'

type Rows = Pick<RowBook, 'rows' | 'starts'>

/** The changes of one row, by their places in both texts; a paragraph that has moved is no correction of words. */
const changesOf = ({ rows, starts }: Rows, at: number): readonly Place[] => {
  const row = rows[at]
  if (row === undefined || row.kind === 'moved-away' || row.kind === 'moved-here') return []
  const [a, b] = [starts.a[at] as number, starts.b[at] as number]
  return row.hunks.map(h => ({ fromA: a + h.fromA, toA: a + h.toA, fromB: b + h.fromB, toB: b + h.toB }))
}

const rowsNear = (book: Rows, b: number, a?: number): readonly number[] => {
  const { rows, starts } = book
  const at = rowAt(rows, starts.b, 'b', b)
  // what was taken out whole stands between two rows
  const near = [at - 1, at, at + 1]
  return a === undefined ? near : [...near, rowAt(rows, starts.a, 'a', a)]
}

/** The change that something was said of, as it stands now. */
export const changeOf = (book: Rows, ruling: Ruling): Place | undefined => {
  for (const at of rowsNear(book, ruling.fromB, ruling.fromA))
    for (const place of changesOf(book, at)) if (isOf(ruling, place)) return place
  return undefined
}

/** The change at some words of the corrected text: the one that has most of them. */
export const changeAt = (book: Rows, { from, to }: Span): Place | undefined => {
  let best: Place | undefined
  let most = -1
  for (const at of rowsNear(book, from))
    for (const place of changesOf(book, at)) {
      const shared = Math.min(to, place.toB) - Math.max(from, place.fromB)
      if (shared > most) [best, most] = [place, shared]
    }
  return best
}
