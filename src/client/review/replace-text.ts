import { Annotation, Transaction, type ChangeSet, type StateEffect } from '@codemirror/state'
import type { Context } from './context.ts'

/** The text on the desk follows the stored one: nothing that was typed, and nothing to undo. */
export const following = Annotation.define<true>()

/** Changes the text on the desk without counting it as typed. */
export const replaceText = (
  { views, mode }: Context,
  change: ChangeSet,
  undoable = false,
  effects: readonly StateEffect<unknown>[] = [],
): void =>
  mode.unlocked(views.corrected, () =>
    views.corrected.dispatch({
      changes: change,
      effects,
      annotations: [following.of(true), Transaction.addToHistory.of(undoable)],
    }),
  )
