import type { ChangeSet } from '@codemirror/state'
import type { Reason } from '../../wire/save.ts'
import type { Context } from './context.ts'
import { groundField, reasonsByChecks } from './grounds.ts'
import { changeOf } from './hunk-at.ts'
import { reasonsByRulings, rulingField } from './rulings.ts'

/** Why the changed passages read as they do, by the places in the text on the desk: for flags, and because of findings. */
export const reasonsOf = (context: Context, change: ChangeSet): readonly Reason[] => {
  return [...reasonsByFlags(context, change), ...ownReasons(context, change)]
}

/** Those that a draft keeps: because of findings, and by what a person has said of a change. */
export const ownReasons = ({ views, book }: Context, change: ChangeSet): readonly Reason[] => {
  const { state } = views.corrected
  return [
    ...reasonsByChecks(state.field(groundField), change, state.doc),
    ...reasonsByRulings(state.field(rulingField), change, ruling => changeOf(book, ruling)),
  ]
}

/** The flags whose words a change has taken. */
const reasonsByFlags = (context: Context, change: ChangeSet): readonly Reason[] => {
  const reasons: Reason[] = []
  change.iterChangedRanges((fromOld, toOld, from, to) => {
    for (const flag of context.flags.stored) {
      if (flag.status !== 'open' || flag.place === null) continue
      const { place } = flag
      const hit =
        place.from === place.to
          ? fromOld <= place.from && place.from <= toOld
          : fromOld < place.to && place.from < toOld
      if (hit) reasons.push({ from, to, category: flag.category, severity: flag.severity, flag: flag.id })
    }
  })
  return reasons
}
