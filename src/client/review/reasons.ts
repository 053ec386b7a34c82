import type { ChangeSet } from '@codemirror/state'
import type { Reason } from '../../wire/save.ts'
import type { Context } from './context.ts'

/** Why the changed passages read as they do: the flags whose words a change has taken, by the places in the text it makes. */
export const reasonsOf = (context: Context, change: ChangeSet): readonly Reason[] => {
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
