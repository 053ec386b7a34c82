import type { ChangeDesc } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { lineAt } from './block.ts'

/** A line and where on the screen it stands (client px): what must not move when heights above it become known. */
interface Pinned {
  readonly view: EditorView
  position: number
  readonly y: number
  /** how far the scroller was then: what is scrolled since, by hand or to a place, is meant */
  readonly scrolled: number
}

/**
 * Keeps what is read in its place. While scrolling, that is the first row that begins on the screen; while writing, the line of the caret.
 */
export class ScrollAnchor {
  private readonly scroller: HTMLElement
  private reading: Pinned | null = null
  private writing: Pinned | null = null
  private edited = false

  constructor(scroller: HTMLElement) {
    this.scroller = scroller
  }

  /** Call when all is level: after aligning, and at each scroll before heights are read. */
  pinReading(view: EditorView, head: number): void {
    const top = this.scroller.getBoundingClientRect().top + head
    const block = view.lineBlockAtHeight(Math.max(0, top - view.documentTop))
    let position = block.from
    if (view.documentTop + lineAt(view, position).text < top && block.to < view.state.doc.length)
      position = block.to + 1
    const y = view.documentTop + lineAt(view, position).text
    this.reading = { view, position, y, scrolled: this.scroller.scrollTop }
  }

  pinWriting(view: EditorView): void {
    const position = view.state.doc.lineAt(view.state.selection.main.head).from
    const y = view.documentTop + lineAt(view, position).text
    const box = this.scroller.getBoundingClientRect()
    this.writing =
      y >= box.top - 400 && y <= box.bottom ? { view, position, y, scrolled: this.scroller.scrollTop } : null
  }

  edit(changes: ChangeDesc): void {
    this.edited = true
    for (const pinned of [this.writing, this.reading])
      if (pinned !== null && changes.length >= pinned.position) pinned.position = changes.mapPos(pinned.position, -1)
  }

  /** Scrolls by what the pinned line has moved of itself. */
  restore(): void {
    const pinned = this.edited ? this.writing : this.reading
    this.edited = false
    if (pinned === null) return
    const position = Math.min(pinned.position, pinned.view.state.doc.length)
    const meant = pinned.y - (this.scroller.scrollTop - pinned.scrolled)
    const moved = pinned.view.documentTop + lineAt(pinned.view, position).text - meant
    if (Math.abs(moved) >= 0.5) this.scroller.scrollTop += moved
  }
}
