import { ChangeSet, Text } from '@codemirror/state'
import { narrow } from '../../text/change.ts'

/** What is typed on a revision and not yet saved. */
export interface Session {
  readonly base: number
  readonly baseText: string
  /** from the base's text to the one on the desk */
  readonly change: ChangeSet
}

export const freshSession = (base: number, baseText: string): Session => ({
  base,
  baseText,
  change: ChangeSet.empty(baseText.length),
})

export const typed = (session: Session, change: ChangeSet): Session => ({
  ...session,
  change: session.change.compose(change),
})

/** Delete and retype is nothing: the change as the diff sees it. */
export const narrowed = (session: Session): Session =>
  session.change.empty ? session : { ...session, change: narrow(session.change, session.baseText) }

/**
 * After a save that began when the desk showed `saved`: the session goes on from the stored revision.
 * @param since what was typed while the save was under way
 * @param merge from the text that was sent to the stored one, where others' revisions came in between; empty else
 * @returns the session, and what to do to the text on the desk
 */
export const afterSave = (
  base: number,
  storedText: string,
  since: ChangeSet,
  merge: ChangeSet,
): { session: Session; apply: ChangeSet } => ({
  session: { base, baseText: storedText, change: since.map(merge, true) },
  apply: merge.map(since),
})

export const textOf = (session: Session): string =>
  session.change.apply(Text.of(session.baseText.split('\n'))).toString()
