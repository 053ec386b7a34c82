import { ChangeSet } from '@codemirror/state'
import type { ConflictView, SaveResponse } from '../../wire/save.ts'

export type Conflicted = Extract<SaveResponse, { status: 'conflict' }>

/** Both versions one after the other, as a start for writing a third. */
export const both = (conflict: ConflictView): string => {
  const { theirs, mine } = conflict
  if (theirs === '' || mine === '') return theirs + mine
  return /\s$/.test(theirs) || /^\s/.test(mine) ? theirs + mine : `${theirs} ${mine}`
}

/**
 * The change of the head's text that puts what a person chose in each conflicting place, and the rest of theirs as it merged.
 * @param chosen the wording of each conflict, in order
 */
export const resolved = (answer: Conflicted, chosen: readonly string[]): ChangeSet => {
  const partial = ChangeSet.fromJSON(answer.partial)
  const places = answer.conflicts.map((c, i) => ({ from: c.from, to: c.to, insert: chosen[i] ?? c.theirs }))
  return partial.compose(ChangeSet.of(places, partial.newLength))
}
