/** Ways of finding the pairs of a page: whatever is asked, the cost is bounded. */
import type { CorrectionFilter } from '../../store/correction-filter.ts'
import {
  groupPairs,
  matchedOf,
  pairColumns,
  pairsAmong,
  walkPairs,
  type Grouped,
  type ListedPair,
  type Matched,
  type PairFilter,
  type PairOrder,
  type PairPlace,
  type PairSort,
} from '../../store/pair-list.ts'
import type { Deps } from '../deps.ts'
import { pairTally, type PairTally } from './pair-tally.ts'

/** How the pairs of a query are found: few corrections are grouped, many counted, or the pairs walked along an order of their own. */
export type Plan =
  | { readonly kind: 'group'; readonly filter: PairFilter; readonly corrections: Grouped['corrections'] }
  | { readonly kind: 'tally'; readonly filter: PairFilter; readonly corrections: CorrectionFilter }
  | { readonly kind: 'walk'; readonly filter: PairFilter; readonly corrections: CorrectionFilter | null }

export type Found = readonly [pair: ListedPair, matched: Matched]

export interface Look {
  readonly found: readonly Found[]
  /** where the look ended before the end, because enough was read; else null */
  readonly stoppedAt: PairPlace | null
}

/** How many pairs are looked at in each step of a walk, and how many corrections read in all of them. */
const steps = [200, 2000, 8000]
const mostRead = 150_000
/** How many pairs are read in each step along a tally. */
const tallySteps = [60, 500, 500, 1000, 1000, 1000, 1000]

export function lookAlong(deps: Deps, plan: Plan, order: PairOrder, limit: number): Promise<Look> {
  switch (plan.kind) {
    case 'group':
      return group(deps, plan, order, limit)
    case 'tally':
      return alongTally(deps, plan, order, limit)
    case 'walk':
      return walk(deps, plan, order, limit)
  }
}

async function group(
  { store: { db } }: Deps,
  plan: Plan & { kind: 'group' },
  order: PairOrder,
  limit: number,
): Promise<Look> {
  const rows = await groupPairs(db, { ...order, ...plan.filter, corrections: plan.corrections, limit })
  return { found: rows.map(row => [row.pair, row.matched]), stoppedAt: null }
}

const allOf = (pair: ListedPair): Matched => ({
  n: pair.corrections,
  articles: pair.articles,
  latest: pair.last_at,
  capped: false,
})

export const placeIn = (sort: PairSort, pair: ListedPair): PairPlace => ({
  value: pair[pairColumns[sort]],
  id: pair.id,
})

/** As many of these pairs as have few corrections enough to be read, one at least. */
function readable(pairs: readonly ListedPair[], most: number): readonly ListedPair[] {
  let sum = 0
  const end = pairs.findIndex((pair, n) => (sum += pair.corrections) > most && n > 0)
  return end < 0 ? pairs : pairs.slice(0, end)
}

/** Along an index of the pairs; of each is counted what matches, where that is asked. */
async function walk(
  { store: { db } }: Deps,
  plan: Plan & { kind: 'walk' },
  order: PairOrder,
  limit: number,
): Promise<Look> {
  const found: Found[] = []
  let { beyond } = order
  let left = mostRead
  for (const scan of steps) {
    const wanted = plan.corrections ? Math.max(limit, scan / 4) : limit - found.length
    const { rows, stoppedAt } = await walkPairs(db, { ...order, ...plan.filter, beyond, scan, limit: wanted })
    const taken = plan.corrections ? readable(rows, left) : rows
    const ids = taken.map(pair => pair.id)
    const matched = plan.corrections && (await matchedOf(db, ids, plan.corrections))
    for (const pair of taken) {
      const own = matched ? matched.get(pair.id) : allOf(pair)
      if (own) found.push([pair, own])
      left -= pair.corrections
    }
    const last = taken.at(-1)
    const ended = taken.length === rows.length && rows.length < wanted
    if (ended && stoppedAt === null) return { found, stoppedAt: null }
    beyond = ended ? (stoppedAt ?? undefined) : last && placeIn(order.sort, last)
    if (found.length >= limit || (plan.corrections && left <= 0)) break
  }
  return { found, stoppedAt: beyond ?? null }
}

/** Along the order of what was counted; only the pairs of the page are read. */
async function alongTally(deps: Deps, plan: Plan & { kind: 'tally' }, order: PairOrder, limit: number): Promise<Look> {
  const tally = await pairTally(deps, plan.corrections)
  const by = order.sort === 'often' ? 'n' : 'latest'
  const indexes = tally.order(by)
  const { descending, beyond } = order
  const place = beyond && { value: Number(beyond.value), id: beyond.id }
  let at = place ? tally.before(by, place, !descending) : descending ? indexes.length : 0
  const among = plan.filter.among && new Set(plan.filter.among)
  const found: Found[] = []
  for (const step of tallySteps) {
    const some = descending
      ? indexes.subarray(Math.max(0, at - step), at).toReversed()
      : indexes.subarray(at, at + step)
    at += descending ? -some.length : some.length
    const ids = Array.from(some, index => tally.ids[index] ?? '').filter(id => among?.has(id) ?? true)
    const pairs = await pairsAmong(deps.store.db, ids, { ...plan.filter, among: undefined })
    for (const index of some) {
      const pair = pairs.get(tally.ids[index] ?? '')
      const [n, latest] = [tally.n[index] ?? 0, tally.latest[index] ?? 0]
      if (pair && found.length < limit) found.push([pair, { n, latest, articles: 1, capped: false }])
    }
    if (some.length < step) return { found: await withArticles(deps, found, plan.corrections, tally), stoppedAt: null }
    if (found.length >= limit) break
  }
  const last = indexes[descending ? at : at - 1] ?? 0
  const stoppedAt = { value: tally[by][last] ?? 0, id: tally.ids[last] ?? '' }
  return { found: await withArticles(deps, found, plan.corrections, tally), stoppedAt }
}

/** In how many articles they stand, of those of which there are several. */
async function withArticles(
  { store }: Deps,
  found: readonly Found[],
  filter: CorrectionFilter,
  { articles }: PairTally,
): Promise<readonly Found[]> {
  const asked = found.filter(([pair, { n }]) => n > 1 && !articles.has(pair.id)).map(([pair]) => pair.id)
  for (const [id, seen] of await matchedOf(store.db, asked, filter, true)) articles.set(id, seen)
  return found.map(([pair, own]) => {
    const seen = articles.get(pair.id)
    return [pair, seen ? { ...own, articles: seen.articles, capped: seen.capped } : own]
  })
}
