import type { EditorView } from '@codemirror/view'
import type { Row } from './rows.ts'
import type { RowBook } from './row-book.ts'

/** A column as the aligner sees it: a view, and where in it a row begins (-1: nothing of the row stands here). */
export interface Column {
  readonly view: EditorView
  anchor(row: number): number
  /** may the rows of the other columns go on beside a passage of this one that no row cuts? */
  readonly loose: boolean
}

export const mtColumn = (view: EditorView, book: RowBook): Column => ({
  view,
  loose: false,
  anchor: row => ((book.rows[row] as Row).a < 0 ? -1 : (book.starts.a[row] as number)),
})

export const correctedColumn = (view: EditorView, book: RowBook): Column => ({
  view,
  loose: false,
  anchor: row => ((book.rows[row] as Row).b < 0 ? -1 : (book.starts.b[row] as number)),
})

/** @param beside the source's paragraphs by the beginning of the machine's paragraph they stand beside */
export const sourceColumn = (view: EditorView, book: RowBook, beside: ReadonlyMap<number, number>): Column => ({
  view,
  loose: true,
  anchor: row => ((book.rows[row] as Row).a < 0 ? -1 : (beside.get(book.starts.a[row] as number) ?? -1)),
})
