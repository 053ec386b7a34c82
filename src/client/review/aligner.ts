import { EditorView, type ViewUpdate } from '@codemirror/view'
import type { Extension } from '@codemirror/state'
import { flush } from './block.ts'
import type { Column } from './columns.ts'
import type { RowBook } from './row-book.ts'
import { rowAt } from './row-starts.ts'
import type { ScrollAnchor } from './scroll-anchor.ts'
import { alignWindow, levelAt, widen, type Window } from './window.ts'

/** Keeps the rows of all columns level, whatever makes a paragraph taller. */
export interface Aligner {
  /** goes into every view */
  readonly listener: Extension
  /** all rows anew, at once: after opening, a resize, a column shown or hidden */
  alignAll(): void
}

/** More rounds than ever were needed; a bound, so that a rounding quarrel cannot hang the page. */
const rounds = 8

export const aligner = (
  columns: () => readonly Column[],
  book: RowBook,
  corrected: () => EditorView,
  anchor: ScrollAnchor,
  head: () => number,
): Aligner => {
  let aligning = false
  let scheduled = false
  let geometry = ''

  const visible = (): Window => {
    let [first, last] = [Infinity, 0]
    for (const column of columns()) {
      if (column.loose) continue
      const side = column.view === corrected() ? 'b' : 'a'
      const { from, to } = column.view.viewport
      first = Math.min(first, rowAt(book.rows, book.starts[side], side, from))
      last = Math.max(last, rowAt(book.rows, book.starts[side], side, to))
    }
    return { first: Math.min(first, last), last }
  }

  /** Width and letter size: when they change, every estimate has changed. */
  const geometryNow = (): string =>
    columns()
      .map(
        ({ view }) =>
          `${view.contentDOM.clientWidth}/${view.defaultLineHeight.toFixed(2)}/${view.defaultCharacterWidth.toFixed(2)}`,
      )
      .join()

  const align = (all: boolean): void => {
    if (aligning) return
    aligning = true
    scheduled = false
    try {
      let whole = all
      for (let round = 0; round < rounds; round++) {
        for (const column of columns()) flush(column.view)
        const now = geometryNow()
        whole ||= now !== geometry
        geometry = now
        const rows = book.rows.length
        const dirty = book.takeDirty()
        let window = visible()
        if (dirty !== null)
          window = { first: Math.min(window.first, dirty.from), last: Math.max(window.last, dirty.to - 1) }
        window = widen(columns(), window, rows)
        if (whole || !levelAt(columns(), window.first)) window = { first: 0, last: rows - 1 }
        if (!alignWindow(columns(), window, rows, dirty !== null || (whole && round === 0))) break
        whole = false
      }
      anchor.restore()
    } finally {
      aligning = false
    }
    anchor.pinReading(corrected(), head())
    anchor.pinWriting(corrected())
  }

  const listener = EditorView.updateListener.of((update: ViewUpdate) => {
    if (aligning) return
    if (update.docChanged && update.view === corrected()) anchor.edit(update.changes)
    else if (update.selectionSet && update.view === corrected()) anchor.pinWriting(update.view)
    if (!(update.geometryChanged || update.viewportChanged || update.docChanged) || scheduled) return
    scheduled = true
    queueMicrotask(() => align(false))
  })

  return { listener, alignAll: () => align(true) }
}
