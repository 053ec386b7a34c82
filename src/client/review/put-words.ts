import { isolateHistory } from '@codemirror/commands'
import type { StateEffect } from '@codemirror/state'
import type { Context } from './context.ts'

/** Words to stand instead of others in the corrected text. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * Puts words into the corrected text, as one step of its history.
 * @param caret where it stands after that; where it stood if not given @param effects in places of the text that is made
 */
export const putAll = (
  { views, mode }: Context,
  changes: readonly Replacement[],
  { caret, effects = [] }: { readonly caret?: number; readonly effects?: readonly StateEffect<unknown>[] } = {},
): void =>
  mode.unlocked(views.corrected, () =>
    views.corrected.dispatch({
      changes: [...changes],
      effects,
      ...(caret === undefined ? {} : { selection: { anchor: caret } }),
      userEvent: 'input.accept',
      annotations: isolateHistory.of('full'),
    }),
  )

/** The same, and the caret stands behind the first of them. */
export const putWords = (context: Context, first: Replacement, ...more: readonly Replacement[]): void => {
  const before = more.reduce((n, r) => (r.from < first.from ? n + r.insert.length - (r.to - r.from) : n), 0)
  putAll(context, [first, ...more], { caret: before + first.from + first.insert.length })
}
