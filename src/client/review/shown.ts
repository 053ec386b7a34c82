import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { isSettled } from './verdict.ts'
import { chosen } from './walk.ts'

/** The entries that the rail lists, in its order. */
export const shownOf = (context: Context): readonly Entry[] =>
  chosen(context.entries, context.filter, entry => !isSettled(context, entry))
