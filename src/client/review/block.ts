import { BlockType, type BlockInfo, type EditorView } from '@codemirror/view'

export interface Line {
  /** px from the document's top, the spacer before the line included */
  readonly top: number
  /** where the line's own words begin */
  readonly text: number
  readonly bottom: number
}

/** Where the line that begins at a position stands in a view. */
export const lineAt = (view: EditorView, position: number): Line => {
  const block = view.lineBlockAt(position)
  const parts: readonly BlockInfo[] = typeof block.type === 'number' ? [block] : block.type
  const text = parts.find(part => part.type === BlockType.Text)
  return { top: block.top, text: text?.top ?? block.top, bottom: block.bottom }
}

/** Reads what is waiting to be measured: heights asked for before are those of the last frame. */
export const flush = (view: EditorView): void => void view.elementAtHeight(0)
