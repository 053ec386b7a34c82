import { redo, undo } from '@codemirror/commands'
import { Compartment, EditorState, type Extension, type StateCommand } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Reading, where single keys act, and writing, where they write. The corrected text is read-only while it is read. */
export interface Mode {
  readonly writing: boolean
  readonly extension: Extension
  set(view: EditorView, writing: boolean): void
  /** runs a command that changes the text, also while reading */
  unlocked<T>(view: EditorView, work: () => T): T
  listen(listener: () => void): void
}

export const readingMode = (): Mode => {
  const compartment = new Compartment()
  const listeners: (() => void)[] = []
  let writing = false
  const lock = (view: EditorView, locked: boolean): void =>
    view.dispatch({ effects: compartment.reconfigure(EditorState.readOnly.of(locked)) })
  return {
    get writing() {
      return writing
    },
    extension: compartment.of(EditorState.readOnly.of(true)),
    set: (view, now) => {
      if (writing === now) return
      writing = now
      lock(view, !now)
      for (const listener of listeners) listener()
    },
    unlocked: (view, work) => {
      if (writing) return work()
      lock(view, false)
      try {
        return work()
      } finally {
        lock(view, true)
      }
    },
    listen: listener => void listeners.push(listener),
  }
}

/** Where the text was changed first: null where it was not, but a flag or a dismissal; undefined where there was nothing to do. */
type Step = (mode: Mode, view: EditorView) => number | null | undefined

const stepBy =
  (command: StateCommand): Step =>
  (mode, view) =>
    mode.unlocked(view, () => {
      const changed: number[] = []
      const { state } = view
      const done = command({
        state,
        dispatch: transaction => {
          transaction.changes.iterChangedRanges((_fromA, _toA, from) => changed.push(from))
          view.dispatch(transaction)
        },
      })
      return done ? (changed[0] ?? null) : undefined
    })

export const undoOnce = stepBy(undo)
export const redoOnce = stepBy(redo)
