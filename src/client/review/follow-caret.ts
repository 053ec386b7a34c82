import { EditorView, type ViewUpdate } from '@codemirror/view'
import type { Extension, Transaction } from '@codemirror/state'
import type { Span } from '../../text/span.ts'
import type { Context } from './context.ts'
import { showCurrent } from './entries-now.ts'
import { entryAt } from './walk.ts'

/** Does it write at the caret, rather than put words somewhere? */
const typesAt = (transaction: Transaction): boolean =>
  (transaction.isUserEvent('input') || transaction.isUserEvent('delete')) && !transaction.isUserEvent('input.accept')

/** All that was typed, as it stands now. */
const typedSpan = (before: Span | null, { changes, transactions }: ViewUpdate): Span | null => {
  const kept = before && { from: changes.mapPos(before.from, -1), to: changes.mapPos(before.to, 1) }
  if (!transactions.some(typesAt)) return kept
  let [from, to] = kept === null ? [Infinity, 0] : [kept.from, kept.to]
  changes.iterChangedRanges((_fromOld, _toOld, fromNew, toNew) => {
    from = Math.min(from, fromNew)
    to = Math.max(to, toNew)
  })
  return { from, to }
}

/** The rail follows the text: the entry at the caret becomes the current one. */
export const followCaret = (context: () => Context | null, side: 'a' | 'b'): Extension =>
  EditorView.updateListener.of(update => {
    const desk = context()
    if (desk === null) return
    if (update.focusChanged && update.view.hasFocus) desk.lastView = update.view
    if (side === 'b' && update.docChanged) desk.typed = typedSpan(desk.typed, update)
    if (!update.selectionSet || desk.walking || !update.view.hasFocus || update.docChanged) return
    const entry = entryAt(desk.entries, side, update.state.selection.main.head)
    if (entry === null || entry.key === desk.current) return
    desk.current = entry.key
    desk.typed = null
    // a view cannot be told anything while it is being told something
    queueMicrotask(() => showCurrent(desk))
    desk.moved.tell()
  })

/** A click into the corrected text starts writing; a drag selects, for flagging. */
export const clickWrites = (context: () => Context | null): Extension =>
  EditorView.domEventHandlers({
    click: (event, view) => {
      const desk = context()
      if (
        desk !== null &&
        event.button === 0 &&
        event.detail === 1 &&
        view.state.selection.main.empty &&
        !event.shiftKey
      )
        desk.mode.set(view, true)
      return false
    },
  })
