/** Corrections given out, as they are listed: in pieces, so that a million of them are never in memory at once. */
import { occurrences, type OccurrencePlace } from '../../store/concordance.ts'
import { foldForSearch } from '../../text/fold.ts'
import type { Deps } from '../deps.ts'
import { correctionFilter, eachPair, usualBounds, type PairItem, type PairQuery } from '../pairs/list-pairs.ts'
import { occurrenceView, type OccurrenceView } from '../pairs/pair-story.ts'
import { settleCorrections } from './settle-corrections.ts'
import type { CsvStyle } from '../../text/csv-style.ts'
import { spreadsheet, spreadsheetLines } from '../spreadsheet.ts'

export const exportedThings = ['pairs', 'corrections'] as const
export type ExportedThing = (typeof exportedThings)[number]
export const exportFormats = ['csv', 'json'] as const
export type CorrectionFormat = (typeof exportFormats)[number]

export interface ExportQuery extends PairQuery {
  /** the corrections of this pair alone */
  readonly pair?: string | undefined
}

/** A file of corrections; `pieces` makes it while it is read. */
export interface ExportedCorrections {
  readonly fileName: string
  readonly mediaType: string
  readonly pieces: AsyncIterable<string>
}

type Cell = string | number
type Line = Readonly<Record<string, Cell>>

const pairsAtOnce = 500
const correctionsAtOnce = 500
/** How many corrections are looked at in one query. */
const scanned = 2000

const iso = (at: number): string => (at === 0 ? '' : new Date(at).toISOString())

const pairLine = (pair: PairItem): Line => ({
  before: pair.before,
  after: pair.after,
  corrections: pair.corrections,
  articles: pair.articles,
  total: pair.total,
  category: pair.category,
  severity: pair.severity,
  latest: iso(pair.latestAt),
  state: pair.state,
  instead: pair.instead ?? '',
  declined: pair.declined,
  pair: pair.id,
})

const correctionLine = (one: OccurrenceView): Line => ({
  before: one.before,
  after: one.after,
  context_before: one.left,
  context_after: one.right,
  category: one.category,
  severity: one.severity,
  origin: one.origin,
  editor: one.person,
  time: iso(one.at),
  title: one.article.title,
  address: one.article.address,
  system: one.system,
  article: one.article.id,
  translation: one.translation,
  revision: one.revision,
  from: one.fromA,
  to: one.toA,
  check: one.check,
  flag: one.flag,
  batch: one.batch?.name ?? '',
})

/** The columns of each, in their order. */
const heads: Readonly<Record<ExportedThing, readonly string[]>> = {
  pairs: [
    'before', 'after', 'corrections', 'articles', 'total', 'category', 'severity', 'latest', 'state', 'instead', 'declined', 'pair',
  ],
  corrections: [
    'before', 'after', 'context_before', 'context_after', 'category', 'severity', 'origin', 'editor', 'time', 'title', 'address',
    'system', 'article', 'translation', 'revision', 'from', 'to', 'check', 'flag', 'batch',
  ],
} // prettier-ignore

async function* pairLines(deps: Deps, query: ExportQuery): AsyncGenerator<readonly Line[]> {
  for await (const pairs of eachPair(deps, query, { ...usualBounds, size: pairsAtOnce })) yield pairs.map(pairLine)
}

/** Every correction that matches, the latest first. */
async function* correctionLines(deps: Deps, query: ExportQuery): AsyncGenerator<readonly Line[]> {
  await settleCorrections(deps)
  const needle = foldForSearch(query.search ?? '').trim() || undefined
  const ofPair = query.pair === undefined ? { needle, side: query.side, state: query.state } : undefined
  const select = {
    pairId: query.pair,
    filter: correctionFilter(query),
    ofPair,
    limit: correctionsAtOnce,
    scan: scanned,
  }
  let beyond: OccurrencePlace | undefined
  for (;;) {
    const { rows, stoppedAt } = await occurrences(deps.store.db, { ...select, beyond })
    if (rows.length > 0) yield rows.map(row => correctionLine(occurrenceView(row)))
    const last = rows.length === select.limit ? rows.at(-1) : stoppedAt
    if (!last) return
    beyond = { at: last.at, id: last.id }
  }
}

async function* asCsv(
  lines: AsyncIterable<readonly Line[]>,
  columns: readonly string[],
  style: CsvStyle,
): AsyncGenerator<string> {
  yield spreadsheet([], columns, style)
  for await (const some of lines) yield spreadsheetLines(some, columns, style)
}

/** An array, an object a line. */
async function* asJson(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const some of lines) {
    yield before + some.map(line => JSON.stringify(line)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** All pairs that match a query, or all corrections one by one. */
export function exportCorrections(
  deps: Deps,
  {
    of,
    format,
    query,
    csv = 'comma',
  }: {
    readonly of: ExportedThing
    readonly format: CorrectionFormat
    readonly query: ExportQuery
    readonly csv?: CsvStyle
  },
): ExportedCorrections {
  const lines = of === 'pairs' ? pairLines(deps, query) : correctionLines(deps, query)
  return {
    fileName: `${of}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    pieces: format === 'csv' ? asCsv(lines, heads[of], csv) : asJson(lines),
  }
}
