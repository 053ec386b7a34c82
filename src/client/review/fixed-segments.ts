import { ChangeSet, EditorState, Prec, Transaction, type Extension, type TransactionSpec } from '@codemirror/state'
import { keymap, type Command } from '@codemirror/view'
import type { Messages } from '../../i18n/index.ts'
import { editsOf, type Edit } from '../../text/change.ts'
import { following } from './replace-text.ts'

/** Why something was not done, or done otherwise. */
export type Told = keyof Messages['codes']['fixed']

const breaks = (text: string): number => text.split('\n').length

/** What is pasted stands in one segment: its line ends are spaces. */
const inOneSegment = (text: string): string => text.replace(/\n+$/, '').replace(/[^\S\u2028]*\n\s*/g, ' ')

/**
 * What of an edit keeps every segment. One that would join segments is left out; where words were typed over it, they are put in at the caret
 * and nothing is removed.
 */
const kept = (
  edit: Edit,
  removed: string,
  caret: number,
): { readonly edit: Edit | null; readonly told: Told | null } => {
  if (breaks(removed) === breaks(edit.insert)) return { edit, told: null }
  const insert = inOneSegment(edit.insert)
  if (!removed.includes('\n')) return { edit: { ...edit, insert }, told: 'pasted' }
  if (insert === '') return { edit: null, told: 'joined' }
  const at = Math.min(edit.to, Math.max(edit.from, caret))
  return { edit: { from: at, to: at, insert }, told: 'typedOver' }
}

/** @returns the transaction as segments allow it, and what is to be told of that */
export const withinSegments = (
  transaction: Transaction,
): { readonly specs: Transaction | readonly TransactionSpec[]; readonly told: Told | null } => {
  const own = transaction.annotation(following) === true
  if (!transaction.docChanged || own || transaction.isUserEvent('undo') || transaction.isUserEvent('redo'))
    return { specs: transaction, told: null }
  if (transaction.isUserEvent('move.line')) return { specs: [], told: 'joined' }
  const { doc, selection } = transaction.startState
  const edits = editsOf(transaction.changes).map(edit =>
    kept(edit, doc.sliceString(edit.from, edit.to), selection.main.head),
  )
  const told = edits.find(edit => edit.told !== null)?.told ?? null
  if (told === null) return { specs: transaction, told }
  const changes = ChangeSet.of(
    edits.flatMap(({ edit }) => edit ?? []),
    doc.length,
  )
  if (changes.empty) return { specs: [], told }
  const userEvent = transaction.annotation(Transaction.userEvent)
  const specs: TransactionSpec[] = [
    {
      changes,
      selection: { anchor: changes.mapPos(selection.main.head, 1) },
      effects: transaction.effects,
      scrollIntoView: transaction.scrollIntoView,
      ...(userEvent === undefined ? {} : { userEvent }),
    },
  ]
  return { specs, told }
}

/**
 * Keeps the lines of the text the segments that they are in the file: Enter goes to the next one, Shift+Enter breaks the line inside one (U+2028),
 * and nothing splits or joins them. What was not done so is told, and nothing that was typed is lost.
 */
export const fixedSegments = (say: (told: Told) => void): Extension => {
  let explained = false
  const next: Command = view => {
    const { state } = view
    if (state.readOnly) return false
    const line = state.doc.lineAt(state.selection.main.head)
    if (line.number === state.doc.lines) {
      say('last')
      return true
    }
    view.dispatch({ selection: { anchor: state.doc.line(line.number + 1).from }, scrollIntoView: true })
    if (!explained) say('enter')
    explained = true
    return true
  }
  const breakLine: Command = view => {
    const { state } = view
    if (state.readOnly) return false
    view.dispatch(state.update(state.replaceSelection('\u2028'), { scrollIntoView: true, userEvent: 'input' }))
    return true
  }
  return [
    Prec.highest(
      keymap.of([
        { key: 'Enter', run: next },
        { key: 'Shift-Enter', run: breakLine },
      ]),
    ),
    EditorState.transactionFilter.of(transaction => {
      const { specs, told } = withinSegments(transaction)
      // a view must not be told anything while it takes a transaction in
      if (told !== null) queueMicrotask(() => say(told))
      return specs
    }),
  ]
}
