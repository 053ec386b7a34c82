import { isolateHistory } from '@codemirror/commands'
import type { Context } from './context.ts'

/** Words to stand instead of others in the corrected text. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Puts words into the corrected text, as one step of its history; the caret stands behind the first of them. */
export const putWords = (context: Context, first: Replacement, ...more: readonly Replacement[]): void => {
  const { views, mode } = context
  const before = more.reduce((n, r) => (r.from < first.from ? n + r.insert.length - (r.to - r.from) : n), 0)
  mode.unlocked(views.corrected, () =>
    views.corrected.dispatch({
      changes: [first, ...more],
      selection: { anchor: before + first.from + first.insert.length },
      userEvent: 'input.accept',
      annotations: isolateHistory.of('full'),
    }),
  )
}
