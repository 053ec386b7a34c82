import type { Severity } from '../../mqm/annotation.ts'
import { isFiltered, narrowest, type CorrectionFilter } from '../../store/correction-filter.ts'
import {
  countCorrectionsOf,
  pairsDecided,
  pairColumns,
  type PairFilter,
  type PairPlace,
  type PairSort,
  type ListedPair,
  type PairState,
  type Side,
} from '../../store/pair-list.ts'
import type { Db } from '../../store/schema.ts'
import { rowsWith, shortestIndexed } from '../../store/search.ts'
import { foldForSearch } from '../../text/fold.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { Deps } from '../deps.ts'
import { lookAlong, placeIn, type Found, type Plan } from './pair-look.ts'
import { settleCorrections } from '../corrections/settle-corrections.ts'

export { pairStates, sides, type PairSort, type ListedPair, type PairState, type Side } from '../../store/pair-list.ts'
export const pairSorts = Object.keys(pairColumns) as readonly PairSort[]

export interface PairQuery extends CorrectionFilter {
  readonly sort: PairSort
  readonly descending: boolean
  /** cursor of the page before, or of the page after: opaque */
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly search?: string | undefined
  readonly side?: Side | undefined
  readonly state?: PairState | undefined
}

export interface PairItem {
  readonly id: string
  readonly before: string
  readonly after: string
  /** what a person has written in place of `after`; null where nobody has */
  readonly instead: string | null
  /** that match the filter, and in how many articles; where `capped`, in at least so many */
  readonly corrections: number
  readonly articles: number
  readonly capped: boolean
  /** all there are */
  readonly total: number
  readonly category: string
  readonly severity: Severity
  /** of those that match, epoch ms; 0 where none stands any more */
  readonly latestAt: number
  readonly state: PairState
  readonly declined: number
}

export interface PairPage {
  readonly items: readonly PairItem[]
  /** cursors for `after` and `before`; there may be a next page also of a page that is not full: the search goes on there */
  readonly next: string | null
  readonly previous: string | null
}

export const pairsOfPage = 50

export interface Bounds {
  /** how many pairs a page has at most */
  readonly size: number
  /**
   * up to so many corrections are grouped for a page: where each need not be read itself, where it is for the rest of a filter, and all
   * of some pairs, which stand together in an index
   */
  readonly grouped: { readonly alone: number; readonly withRest: number; readonly ofPairs: number }
}
export const usualBounds: Bounds = { size: pairsOfPage, grouped: { alone: 20_000, withRest: 5000, ofPairs: 100_000 } }
/** Up to so many hits of the index are sorted; more than that are met by walking. */
const mostSorted = 5000
const longestNeedle = 500

/**
 * What an order goes by: the pairs' own figures, or those of the corrections that match. A filter that many match is answered in the first,
 * one that few match in the second.
 */
type By = 'pairs' | 'matches'

const numeric: ReadonlySet<PairSort> = new Set(['often', 'latest', 'declined'])

const placeAt = (sort: PairSort, by: By, cursor: string): PairPlace | null =>
  readCursor([sort, by], numeric.has(sort), cursor)

/**
 * A page of pairs, counted by the corrections that match. Throws the Problem `field-invalid` for a cursor that this did not make.
 */
export async function listPairs(deps: Deps, query: PairQuery, bounds = usualBounds): Promise<PairPage> {
  const { size } = bounds
  await settleCorrections(deps)
  const plan = await planOf(deps, query, bounds)
  const { sort } = query
  const by = byOf(plan)
  const after = query.after === undefined ? null : placeAt(sort, by, query.after)
  const before = query.before === undefined || after ? null : placeAt(sort, by, query.before)
  const toward = (from: PairPlace | null, back: boolean) => pageToward(deps, query, plan, { from, back, size })
  if (before) {
    const page = await toward(before, true)
    // fewer than a page before it: then the first page is what was meant
    return page.previous === null && page.items.length < size ? toward(null, false) : page
  }
  const page = await toward(after, false)
  // all that was here has gone: the last page is what is left
  return after && page.items.length === 0 && page.next === null ? toward(null, true) : page
}

/** Every pair that matches, in the order asked for, some at a time: each once, however long it takes. */
export async function* eachPair(deps: Deps, query: PairQuery, bounds: Bounds): AsyncGenerator<readonly PairItem[]> {
  await settleCorrections(deps)
  const plan = await planOf(deps, query, bounds)
  let from: PairPlace | null = null
  do {
    const page: PairPage = await pageToward(deps, query, plan, { from, back: false, size: bounds.size })
    if (page.items.length > 0) yield page.items
    from = page.next === null ? null : placeAt(query.sort, byOf(plan), page.next)
  } while (from)
}

/**
 * Few corrections are grouped. Of many, all are counted where the order goes by how many match, or by the latest; else pairs are walked
 * along their order, those that the search has found or all.
 */
async function planOf({ store: { db } }: Deps, query: PairQuery, { grouped }: Bounds): Promise<Plan> {
  const folded = foldForSearch(query.search ?? '')
    .trim()
    .slice(0, longestNeedle)
  const needle = folded === '' ? undefined : folded
  const filter: PairFilter = { state: query.state, needle, side: query.side }
  const corrections = correctionFilter(query)
  const filtered = isFiltered(corrections)
  const narrow = filtered ? await narrowest(db, corrections, grouped) : null
  if (narrow) return { kind: 'group', filter, corrections: narrow }
  const among = (await foundBy(db, needle)) ?? (filtered ? await pairsDecided(db, query.state, mostSorted) : undefined)
  if (!filtered) return { kind: 'walk', filter: { ...filter, among }, corrections: null }
  if (among && (await countCorrectionsOf(db, among)) <= grouped.ofPairs)
    return { kind: 'group', filter, corrections: { ofPairs: among, filter: corrections } }
  const counted = query.sort === 'often' || query.sort === 'latest'
  return { kind: counted ? 'tally' : 'walk', filter: { ...filter, among }, corrections }
}

/** The pairs that have a needle, by index; undefined where none is served by it, or too many have it. */
async function foundBy(db: Db, needle: string | undefined): Promise<readonly string[] | undefined> {
  if (needle === undefined || Array.from(needle).length < shortestIndexed) return undefined
  const ids = await rowsWith(db, 'pair', 'id', needle, mostSorted + 1)
  return ids.length > mostSorted ? undefined : ids
}

/** The part of a query that is asked of the corrections. */
export const correctionFilter = ({
  category,
  severity,
  origin,
  person,
  system,
  article,
  since,
  until,
}: CorrectionFilter): CorrectionFilter => ({ category, severity, origin, person, system, article, since, until })

const byOf = (plan: Plan): By => (plan.kind === 'walk' ? 'pairs' : 'matches')

async function pageToward(
  deps: Deps,
  { sort, descending }: PairQuery,
  plan: Plan,
  { from, back, size }: { readonly from: PairPlace | null; readonly back: boolean; readonly size: number },
): Promise<PairPage> {
  const order = { sort, descending: descending !== back, beyond: from ?? undefined }
  const { found, stoppedAt } = await lookAlong(deps, plan, order, size + 1)
  const shown = found.slice(0, size)
  const by = byOf(plan)
  const cursor = (place: PairPlace | null): string | null => place && writeCursor([sort, by], place)
  const placeOf = ([pair, { n, latest }]: Found): PairPlace =>
    by === 'matches' && sort === 'often'
      ? { value: n, id: pair.id }
      : by === 'matches' && sort === 'latest'
        ? { value: latest, id: pair.id }
        : placeIn(sort, pair)
  const [nearest, farthest] = [shown[0], shown.at(-1)].map(each => each && placeOf(each))
  const onward = cursor(found.length > size ? (farthest ?? null) : stoppedAt)
  const backward = from ? cursor(nearest ?? from) : null
  const items = shown.map(itemOf)
  return back
    ? { items: items.toReversed(), previous: onward, next: backward }
    : { items, next: onward, previous: backward }
}

/** How the memory takes a pair. */
export const stateOf = ({ status, voice }: Pick<ListedPair, 'status' | 'voice'>): PairState =>
  status === 'learned' ? (voice === 0 ? 'silent' : 'learned') : (status as PairState)

const itemOf = ([pair, { n, articles, latest, capped }]: Found): PairItem => ({
  id: pair.id,
  before: pair.before_text,
  after: pair.after_text,
  instead: pair.instead,
  corrections: n,
  articles,
  capped,
  total: pair.corrections,
  category: pair.category,
  severity: pair.severity as Severity,
  latestAt: latest,
  state: stateOf(pair),
  declined: pair.declined,
})
