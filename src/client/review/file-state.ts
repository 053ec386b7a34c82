import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { fileStateTold } from '../../i18n/file-state-told.ts'
import type { Language } from '../../i18n/index.ts'
import { stateOfLine } from '../../text/file-state.ts'
import type { Desk } from '../../wire/desk.ts'
import { h } from './dom.ts'

/** Tells what the imported file says of the segment that the caret is in. */
export const fileStateLine = (
  { file }: Pick<Desk, 'file'>,
  language: Language,
): { readonly element: HTMLElement; readonly extension: Extension } => {
  const element = h('span', { class: 'desk-file-state' })
  const states = file?.states ?? null
  if (states === null) return { element, extension: [] }
  const tell = (line: number): void => {
    const state = stateOfLine(states, line)
    const told = state === null ? '' : fileStateTold(language, state)
    if (element.textContent !== told) element.textContent = told
  }
  // lines are segments: both texts have as many
  const extension = EditorView.updateListener.of(({ selectionSet, focusChanged, view, state }) => {
    if (selectionSet || (focusChanged && view.hasFocus)) tell(state.doc.lineAt(state.selection.main.head).number - 1)
  })
  tell(0)
  return { element, extension }
}
