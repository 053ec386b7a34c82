import { ChangeSet } from '@codemirror/state'
import { narrow } from '../../text/change.ts'
import type { Step } from '../../text/path.ts'
import type { Span } from '../../text/span.ts'
import type { Reason } from '../../wire/save.ts'

/** Why a revision reads as it does somewhere, told by the place in the head. */
export interface PlacedReason extends Span {
  readonly revision: number
  readonly reason: Reason
}

/**
 * The reasons of revisions, where their words stand in the head: carried along the stored changes since. Where a later one brings
 * an older text back, what went and came again counts as never gone (the changes together are narrowed).
 * @param steps all up to the head, from 1 without a gap
 * @param textAt the text of a revision
 */
export async function placeReasons(
  reasons: ReadonlyMap<number, readonly Reason[]>,
  steps: readonly Step[],
  headLength: number,
  textAt: (number: number) => Promise<string>,
): Promise<PlacedReason[]> {
  const placed: PlacedReason[] = []
  const first = Math.min(...reasons.keys())
  let since = ChangeSet.empty(headLength)
  let broughtBack = false
  for (let number = steps.length; number >= first; number--) {
    const step = steps[number - 1] as Step
    const ofRevision = reasons.get(number) ?? []
    if (ofRevision.length > 0) {
      const over = broughtBack ? narrow(since, await textAt(number)) : since
      for (const reason of ofRevision) {
        const from = over.mapPos(Math.min(reason.from, over.length), 1)
        placed.push({
          revision: number,
          reason,
          from,
          to: Math.max(from, over.mapPos(Math.min(reason.to, over.length), -1)),
        })
      }
    }
    since = step.change.compose(since)
    broughtBack ||= step.restores !== null || step.undoes !== null
  }
  return placed
}
