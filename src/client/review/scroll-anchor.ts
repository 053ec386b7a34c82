import type { ChangeDesc } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { lineAt } from './block.ts'

/** A line and where on the screen it stands (client px): what must not move when heights above it become known. */
interface Pinned {
  readonly view: EditorView
  position: number
  readonly y: number
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
    this.reading = { view, position, y: view.documentTop + lineAt(view, position).text }
  }

  pinWriting(view: EditorView): void {
    const position = view.state.doc.lineAt(view.state.selection.main.head).from
    const y = view.documentTop + lineAt(view, position).text
    const box = this.scroller.getBoundingClientRect()
    this.writing = y >= box.top - 400 && y <= box.bottom ? { view, position, y } : null
  }

  edit(changes: ChangeDesc): void {
    this.edited = true
    for (const pinned of [this.writing, this.reading])
      if (pinned !== null && changes.length >= pinned.position) pinned.position = changes.mapPos(pinned.position, -1)
  }

  /** Scrolls by what the pinned line has moved. */
  restore(): void {
    const pinned = this.edited ? this.writing : this.reading
    this.edited = false
    if (pinned === null) return
    const position = Math.min(pinned.position, pinned.view.state.doc.length)
    const moved = pinned.view.documentTop + lineAt(pinned.view, position).text - pinned.y
    if (Math.abs(moved) >= 0.5) this.scroller.scrollTop += moved
  }
}
