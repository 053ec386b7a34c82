import { Problem } from '../../errors.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { occurrences, othersOf, type Occurrence, type OccurrencePlace } from '../../store/concordance.ts'
import { isFiltered, type CorrectionFilter } from '../../store/correction-filter.ts'
import { pairById } from '../../store/memory.ts'
import { matchedOf } from '../../store/pair-list.ts'
import type { Row } from '../../store/schema.ts'
import { termsThatSay } from '../../store/terms-that-say.ts'
import type { Origin } from '../../wire/correction.ts'
import type { Deps } from '../deps.ts'
import { correctionFilter, stateOf, type PairState } from './list-pairs.ts'
import { readPlace, writePlace } from './occurrence-cursor.ts'
import { settleCorrections } from '../corrections/settle-corrections.ts'

export interface StoryQuery extends CorrectionFilter {
  /** cursor of the page before, or of the page after: opaque */
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** A correction where it stands. */
export interface OccurrenceView {
  readonly id: string
  readonly before: string
  readonly after: string
  /** what stands around it in the MT */
  readonly left: string
  readonly right: string
  readonly article: { readonly id: string; readonly title: string; readonly address: string }
  readonly translation: string
  readonly system: string
  /** in the MT */
  readonly fromA: number
  readonly toA: number
  readonly revision: number
  readonly person: string
  /** epoch ms */
  readonly at: number
  readonly category: string
  readonly severity: Severity
  readonly origin: Origin
  /** ids; '' where there is none */
  readonly check: string
  readonly flag: string
  readonly batch: { readonly id: string; readonly name: string } | null
}

export interface OtherPair {
  readonly id: string
  readonly before: string
  readonly after: string
  readonly corrections: number
  readonly articles: number
}

export interface PairStory {
  readonly pair: {
    readonly id: string
    readonly before: string
    readonly after: string
    readonly instead: string | null
    readonly corrections: number
    readonly articles: number
    readonly firstAt: number
    readonly lastAt: number
    readonly category: string
    readonly severity: Severity
    readonly state: PairState
    readonly declined: number
    readonly kept: number
  }
  /** that match the filter, the latest first */
  readonly occurrences: readonly OccurrenceView[]
  /** how many do; where `capped` at least so many */
  readonly matching: { readonly corrections: number; readonly articles: number; readonly capped: boolean }
  readonly next: string | null
  readonly previous: string | null
  /** what else the same words became; what else became the same: the commonest first */
  readonly alsoBecame: readonly OtherPair[]
  readonly alsoFrom: readonly OtherPair[]
  /** of the house, which have one of its sides as their words */
  readonly terms: readonly { readonly id: string; readonly preferred: string; readonly variants: readonly string[] }[]
}

const pageSize = 50
/** How many corrections are looked at in each step: of so many every one is in the index. */
const steps = [500, 5000, 50_000]
const mostOthers = 10

/** A pair with where it was made so, and what else is known of its words. @throws Problem pair-unknown, field-invalid */
export async function pairStory(deps: Deps, pairId: string, query: StoryQuery): Promise<PairStory> {
  await settleCorrections(deps)
  const { db } = deps.store
  const pair = await pairById(db, pairId)
  if (!pair) throw new Problem('pair-unknown')
  const filter = correctionFilter(query)
  const [page, matching, alsoBecame, alsoFrom, terms] = await Promise.all([
    occurrencePage(deps, pairId, query),
    isFiltered(filter) ? matchedOf(db, [pairId], filter) : null,
    othersOf(db, pair, 'before', mostOthers),
    othersOf(db, pair, 'after', mostOthers),
    termsThatSay(db, [pair.before_text, pair.after_text]),
  ])
  const matched = matching?.get(pairId) ?? { n: 0, articles: 0, capped: false }
  return {
    pair: pairView(pair),
    ...page,
    matching: matching
      ? { corrections: matched.n, articles: matched.articles, capped: matched.capped }
      : { corrections: pair.corrections, articles: pair.articles, capped: false },
    alsoBecame: alsoBecame.map(otherPair),
    alsoFrom: alsoFrom.map(otherPair),
    terms,
  }
}

const pairView = (pair: Row<'pair'>): PairStory['pair'] => ({
  id: pair.id,
  before: pair.before_text,
  after: pair.after_text,
  instead: pair.instead,
  corrections: pair.corrections,
  articles: pair.articles,
  firstAt: pair.first_at,
  lastAt: pair.last_at,
  category: pair.category,
  severity: pair.severity as Severity,
  state: stateOf(pair),
  declined: pair.declined,
  kept: pair.kept,
})

const otherPair = (pair: {
  id: string
  before_text: string
  after_text: string
  corrections: number
  articles: number
}) => ({
  id: pair.id,
  before: pair.before_text,
  after: pair.after_text,
  corrections: pair.corrections,
  articles: pair.articles,
})

type Page = Pick<PairStory, 'occurrences' | 'next' | 'previous'>

async function occurrencePage(deps: Deps, pairId: string, query: StoryQuery): Promise<Page> {
  const after = query.after === undefined ? null : readPlace(query.after)
  const before = query.before === undefined || after ? null : readPlace(query.before)
  if (before) {
    const page = await pageToward(deps, pairId, query, before, true)
    // fewer than a page before it: then the first page is what was meant
    return page.previous === null && page.occurrences.length < pageSize
      ? pageToward(deps, pairId, query, null, false)
      : page
  }
  return pageToward(deps, pairId, query, after, false)
}

async function pageToward(
  { store: { db } }: Deps,
  pairId: string,
  query: StoryQuery,
  from: OccurrencePlace | null,
  back: boolean,
): Promise<Page> {
  const filter = correctionFilter(query)
  const found: Occurrence[] = []
  let beyond = from
  let ended = false
  for (const scan of steps) {
    const limit = pageSize + 1 - found.length
    const look = await occurrences(db, { pairId, filter, beyond: beyond ?? undefined, newer: back, limit, scan })
    found.push(...look.rows)
    ended = look.rows.length < limit && look.stoppedAt === null
    beyond = look.stoppedAt
    if (found.length > pageSize || ended) break
  }
  const shown = found.slice(0, pageSize)
  const cursor = (place: OccurrencePlace | null | undefined): string | null => (place ? writePlace(place) : null)
  const onward = found.length > pageSize ? cursor(shown.at(-1)) : cursor(beyond)
  const backward = from ? cursor(shown[0] ?? from) : null
  const views = shown.map(occurrenceView)
  return back
    ? { occurrences: views.toReversed(), previous: onward, next: backward }
    : { occurrences: views, next: onward, previous: backward }
}

export const occurrenceView = (row: Occurrence): OccurrenceView => ({
  id: row.id,
  before: row.before,
  after: row.after,
  left: row.mt_before,
  right: row.mt_after,
  article: { id: row.article_id, title: row.title, address: row.address },
  translation: row.translation_id,
  system: row.system,
  fromA: row.mt_from,
  toA: row.mt_to,
  revision: row.revision,
  person: row.person,
  at: row.at,
  category: row.category,
  severity: row.severity as Severity,
  origin: row.origin as Origin,
  check: row.check_id,
  flag: row.flag_id,
  batch: row.batch === null ? null : { id: row.batch_id, name: row.batch },
})
