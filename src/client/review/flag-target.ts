import type { EditorView } from '@codemirror/view'
import type { Context } from './context.ts'
import { findingField } from './finding-field.ts'
import type { Standing } from './findings.ts'
import { activeView } from './go-to.ts'

/** The words that are to be flagged: in the machine's text (a) or the corrected one (b). */
export interface Target {
  readonly side: 'a' | 'b'
  readonly from: number
  readonly to: number
  readonly words: string
  readonly suggestion: string
  /** what a check says of them */
  readonly finding?: Standing
}

const trimmed = (text: string, from: number): { from: number; words: string } => {
  const words = text.trim()
  return { from: from + text.indexOf(words), words }
}

const selected = (view: EditorView, side: 'a' | 'b'): Target | null => {
  const { from, to } = view.state.selection.main
  if (from === to) return null
  const cut = trimmed(view.state.sliceDoc(from, to), from)
  return cut.words === ''
    ? null
    : { side, from: cut.from, to: cut.from + cut.words.length, words: cut.words, suggestion: '' }
}

/**
 * What `f` means now: the selected words; else those of the current entry: what a check has found there, or the machine's words, to
 * which the corrected ones are the suggestion; else the word at the caret.
 */
export const flagTarget = (context: Context): Target | null => {
  const { mt, corrected, source } = context.views
  const view = activeView(context)
  if (view === source) return null
  const side = view === mt ? 'a' : 'b'
  const selection = selected(view, side)
  if (selection !== null) return selection
  const entry = context.entries.find(e => e.key === context.current)
  const finding = corrected.state.field(findingField).find(({ id }) => entry?.findings.includes(id))
  if (finding !== undefined) {
    const { from, to, text, fixes } = finding
    return { side: 'b', from, to, words: text, suggestion: fixes[0] ?? '', finding }
  }
  const head = view.state.selection.main.head
  if (entry !== undefined && entry.hunk && !entry.moved) {
    const cut = trimmed(mt.state.sliceDoc(entry.fromA, entry.toA), entry.fromA)
    const suggestion = corrected.state.sliceDoc(entry.fromB, entry.toB).trim()
    return { side: 'a', from: cut.from, to: cut.from + cut.words.length, words: cut.words, suggestion }
  }
  const word = view.state.wordAt(head)
  return word === null
    ? null
    : { side, from: word.from, to: word.to, words: view.state.sliceDoc(word.from, word.to), suggestion: '' }
}

/** Something is missing at the caret. */
export const pointTarget = (context: Context): Target | null => {
  const view = activeView(context)
  if (view === context.views.source) return null
  const at = view.state.selection.main.head
  return { side: view === context.views.mt ? 'a' : 'b', from: at, to: at, words: '', suggestion: '' }
}

/**
 * The same span in the text the session began from; null where the words are not saved yet.
 * @param now the text on the desk @param base the text of the base revision
 */
export const storedSpan = (context: Context, target: Target): { readonly from: number; readonly to: number } | null => {
  const { change, baseText } = context.session
  if (change.empty) return { from: target.from, to: target.to }
  const back = change.invertedDesc
  if (back.touchesRange(target.from, target.to) !== false) return null
  const from = back.mapPos(target.from, 1)
  const to = target.from === target.to ? from : back.mapPos(target.to, -1)
  return baseText.slice(from, to) === target.words ? { from, to } : null
}
