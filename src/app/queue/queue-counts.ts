import { countInState, queueStamp } from '../../store/queue.ts'
import { states, type State } from '../../wire/common.ts'
import type { Deps } from '../deps.ts'

export type StateCounts = Readonly<Record<State, number>>

interface Kept {
  readonly stamp: string
  readonly until: number
  readonly counts: StateCounts
}

/** How long counts are kept at most, ms: of two transactions at once, the one that began first may end last, and its trace be older. */
const longest = 3000
const kept = new WeakMap<Deps['store'], Map<boolean, Kept>>()

/**
 * How many articles are in each state, of the queue or of the archive. Counting reads an index of all of them; so the counts are
 * kept until something has happened that could change them, which is seen by the newest event, article and tombstone.
 */
export async function countStates(deps: Deps, archived: boolean): Promise<StateCounts> {
  const { store } = deps
  const known = kept.get(store) ?? new Map<boolean, Kept>()
  kept.set(store, known)
  const stamp = await queueStamp(store.db)
  const before = known.get(archived)
  if (before?.stamp === stamp && Date.now() < before.until) return before.counts
  const numbers = await Promise.all(states.map(state => countInState(store.db, state, archived)))
  const counts = Object.fromEntries(states.map((state, index) => [state, numbers[index] ?? 0])) as Record<State, number>
  known.set(archived, { stamp, until: Date.now() + longest, counts })
  return counts
}
