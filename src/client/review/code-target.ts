import type { EditorState, Text } from '@codemirror/state'
import type { Span } from '../../text/span.ts'
import type { MarkView } from '../../wire/mark.ts'

/** Where a code can be put now. */
export interface CodeTarget {
  /** around these words: those selected, else the word at the caret; null where there are none, or not within one paragraph */
  readonly around: (Span & { readonly words: string }) | null
  readonly caret: number
}

/** Number of a position's line, from 0. */
export const lineOf = (doc: Text, at: number): number => doc.lineAt(Math.min(at, doc.length)).number - 1

const trimmed = (text: string, from: number): Span & { readonly words: string } => {
  const words = text.trim()
  const start = from + text.indexOf(words)
  return { from: start, to: start + words.length, words }
}

export const codeTarget = (state: EditorState): CodeTarget => {
  const { main } = state.selection
  const span = main.empty ? state.wordAt(main.head) : main
  const found = span === null ? null : trimmed(state.sliceDoc(span.from, span.to), span.from)
  return { around: found === null || found.words === '' || found.words.includes('\n') ? null : found, caret: main.head }
}

/**
 * The codes that one may mean at a place: those that have lost their words, the nearest first; where none has, those of its paragraph.
 * @param at in `doc`
 */
export const meantCodes = (codes: readonly MarkView[], doc: Text, at: number): readonly MarkView[] => {
  const here = lineOf(doc, at)
  const lost = codes.filter(code => code.gone)
  const away = (code: MarkView): number => Math.abs(lineOf(doc, code.from) - here)
  return lost.length > 0
    ? lost.toSorted((a, b) => away(a) - away(b) || a.from - b.from)
    : codes.filter(code => away(code) === 0)
}
