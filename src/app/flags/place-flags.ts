import type { Flag } from '../../store/flags.ts'
import { stepsBetween, type StoredStep } from '../../store/revisions.ts'
import { readChange } from '../../text/change.ts'
import type { Step } from '../../text/path.ts'
import { advance, placeAt, type Anchor, type Place } from '../../text/place.ts'
import type { Span } from '../../text/span.ts'
import type { Deps } from '../deps.ts'

export const readStep = ({ number, change, restores, undoes }: StoredStep): Step => ({
  number,
  change: readChange(change),
  restores,
  undoes,
})

/** All steps of a translation up to `upTo`, for what must know the path: restores, undoes, authorship. */
export const allSteps = async (deps: Deps, translationId: string, upTo: number): Promise<Step[]> =>
  (await stepsBetween(deps.store.db, translationId, 0, upTo)).map(readStep)

export const anchorOf = (flag: Pick<Flag, 'revision' | 'span_from' | 'span_to' | 'words'>): Anchor => ({
  revision: flag.revision,
  from: flag.span_from,
  to: flag.span_to,
  words: flag.words,
})

export const openAt = ({ from, to }: Span): Place => ({ state: 'open', from, to })

/** One revision further on, where that revision neither restores nor undoes. */
export const stepOn = (place: Place, step: Pick<Step, 'number' | 'change'>, words: string): Place =>
  advance(place, step.change, step.number, words)

/**
 * Where a flag stands in revision `upTo`, or in the one that `next` makes after it. Walks from the anchor on; only where a
 * revision on the way brings back older ones does it need them all.
 */
export async function placeAlong(
  deps: Deps,
  translationId: string,
  anchor: Anchor,
  upTo: number,
  next?: Step,
): Promise<Place> {
  const since = (await stepsBetween(deps.store.db, translationId, anchor.revision, upTo)).map(readStep)
  if (next) since.push(next)
  if (since.every(step => step.restores === null && step.undoes === null))
    return since.reduce((place, step) => stepOn(place, step, anchor.words), openAt(anchor))
  const steps = await allSteps(deps, translationId, upTo)
  return placeAt(anchor, next ? [...steps, next] : steps, next?.number ?? upTo)
}
