import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CorrectionFilter } from '../../store/correction-filter.ts'
import type { Store } from '../../store/db/store.ts'
import { correctionsStamp, tallySlice } from '../../store/pair-tally.ts'
import type { Deps } from '../deps.ts'

/** How often each pair was corrected, of the corrections that match a filter: all of them, in the order of their ids. */
export class PairTally {
  readonly ids: readonly string[]
  readonly n: readonly number[]
  /** epoch ms */
  readonly latest: readonly number[]
  /** in how many articles some of them stand, as far as was asked already */
  readonly articles = new Map<string, { readonly articles: number; readonly capped: boolean }>()
  readonly #orders = new Map<'n' | 'latest', Uint32Array>()

  constructor(ids: readonly string[], n: readonly number[], latest: readonly number[]) {
    this.ids = ids
    this.n = n
    this.latest = latest
  }

  /** The pairs by one of the figures, and by their ids where it is the same: upward. */
  order(by: 'n' | 'latest'): Uint32Array {
    const known = this.#orders.get(by)
    if (known) return known
    const figures = this[by]
    // the ids ascend already
    const order = Uint32Array.from(this.ids.keys()).sort((a, b) => (figures[a] ?? 0) - (figures[b] ?? 0) || a - b)
    this.#orders.set(by, order)
    return order
  }

  /** How many of an order stand before a place; where `through`, with the one at the place itself. */
  before(by: 'n' | 'latest', place: { readonly value: number; readonly id: string }, through: boolean): number {
    const order = this.order(by)
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const at = order[middle] ?? 0
      const [value, id] = [this[by][at] ?? 0, this.ids[at] ?? '']
      const stands = value < place.value || (value === place.value && (id < place.id || (through && id === place.id)))
      if (stands) low = middle + 1
      else high = middle
    }
    return low
  }
}

interface Kept {
  readonly stamp: string
  readonly at: number
  readonly tally: Promise<PairTally>
}

/** So many are kept, some ten megabytes each at 300,000 pairs. */
const mostKept = 4
/** What was taken back is seen after so long at the latest; what is new at once. In milliseconds. */
const longest = 15_000
const kept = new WeakMap<Store, Map<string, Kept>>()

async function count({ store: { db } }: Deps, filter: CorrectionFilter): Promise<PairTally> {
  const [ids, n, latest]: [string[], number[], number[]] = [[], [], []]
  for (let after: string | null = ''; after !== null;) {
    const slice = await tallySlice(db, filter, after)
    for (const row of slice.rows) {
      ids.push(row.id)
      n.push(Number(row.n))
      latest.push(Number(row.latest))
    }
    after = slice.last
    await nextTurn()
  }
  return new PairTally(ids, n, latest)
}

/** For filters that very many corrections match: counted once, and kept while no correction is added, for some seconds. */
export async function pairTally(deps: Deps, filter: CorrectionFilter): Promise<PairTally> {
  const tallies = kept.get(deps.store) ?? new Map<string, Kept>()
  kept.set(deps.store, tallies)
  const key = JSON.stringify(filter)
  const stamp = await correctionsStamp(deps.store.db)
  const known = tallies.get(key)
  if (known?.stamp === stamp && Math.abs(deps.now() - known.at) < longest) return known.tally
  const made = { stamp, at: deps.now(), tally: count(deps, filter) }
  tallies.delete(key)
  tallies.set(key, made)
  made.tally.catch(() => tallies.delete(key))
  const oldest = tallies.keys().next()
  if (tallies.size > mostKept && !oldest.done) tallies.delete(oldest.value)
  return made.tally
}
