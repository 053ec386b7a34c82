import { RangeSetBuilder, StateEffect, type Extension } from '@codemirror/state'
import {
  Decoration,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view'
import type { RowBook } from './row-book.ts'
import { rowAt } from './row-starts.ts'

/** Tells a view that the rows have changed though its own text has not. */
export const redraw = StateEffect.define<null>()

const deleted = Decoration.mark({ tagName: 'del', class: 'hunk' })
const added = Decoration.mark({ tagName: 'ins', class: 'hunk' })
const movedLine = Decoration.line({ class: 'row-moved' })

/** A hair's breadth where words were taken out and none put in, or the other way round; takes no room. */
class Gap extends WidgetType {
  private readonly name: string
  constructor(name: string) {
    super()
    this.name = name
  }
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = `hunk-gap ${this.name}`
    return element
  }
}
const gap = (name: string): Decoration => Decoration.widget({ widget: new Gap(name), side: 1 })
const gaps = { a: gap('in-mt'), b: gap('in-corrected') } as const

const draw = (view: EditorView, book: RowBook, side: 'a' | 'b'): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>()
  const { from, to } = view.viewport
  const last = rowAt(book.rows, book.starts[side], side, to)
  for (let i = rowAt(book.rows, book.starts[side], side, from); i <= last; i++) {
    const row = book.rows[i]
    if (row === undefined || row[side] < 0) continue
    const start = book.starts[side][i] as number
    if (row.kind === 'moved-away' || row.kind === 'moved-here') builder.add(start, start, movedLine)
    for (const hunk of row.hunks) {
      const [x, y] = side === 'a' ? [hunk.fromA, hunk.toA] : [hunk.fromB, hunk.toB]
      if (x < y) builder.add(start + x, start + y, side === 'a' ? deleted : added)
      else builder.add(start + x, start + x, gaps[side])
    }
  }
  return builder.finish()
}

/** Marks the words that differ, in what is drawn of a text: struck through in the machine's, underlined in the corrected. */
export const hunkMarks = (book: RowBook, side: 'a' | 'b'): Extension =>
  ViewPlugin.define<{ decorations: DecorationSet; update(u: ViewUpdate): void }>(
    view => ({
      decorations: draw(view, book, side),
      update(update) {
        const told = update.transactions.some(t => t.effects.some(e => e.is(redraw)))
        if (update.docChanged || update.viewportChanged || told) this.decorations = draw(update.view, book, side)
      },
    }),
    { decorations: plugin => plugin.decorations },
  )
