import type { Severity } from '../../mqm/annotation.ts'
import { languagesInUse, queueRows, sortColumns, systemsInUse, textsToShow } from '../../store/queue.ts'
import type { Place, QueueRow, QueueSelect, SortBy } from '../../store/queue.ts'
import { searchArticles, shortestIndexed } from '../../store/search.ts'
import { foldForSearch } from '../../text/fold.ts'
import type { State } from '../../wire/common.ts'
import type { Deps } from '../deps.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { countStates, type StateCounts } from './queue-counts.ts'
import { snippetOf, type Snippet } from './snippet.ts'

export type { SortBy } from '../../store/queue.ts'
export { sortColumns } from '../../store/queue.ts'

export interface QueueQuery {
  readonly sort: SortBy
  readonly descending: boolean
  /** cursor of the page before, or of the page after: opaque */
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly search?: string | undefined
  readonly state?: State | undefined
  readonly language?: string | undefined
  readonly system?: string | undefined
  /** id of the person who worked on it last */
  readonly editor?: string | undefined
  /** has open flags of at least this severity */
  readonly flags?: Severity | undefined
  readonly archived?: boolean | undefined
}

export interface QueueItem {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly words: number
  readonly language: string
  /** share of the MT's words that were changed, 0 to 1 */
  readonly corrected: number
  /** open flags */
  readonly flags: Readonly<Record<Severity, number>>
  /** open findings of the checks; null where they have not, or could not be counted */
  readonly findings: Readonly<Record<Severity, number>> | null
  readonly state: State
  /** the translation last worked on, and its newest revision: what an approval from the queue names */
  readonly translationId: string
  readonly head: number
  readonly editor: string | null
  /** epoch ms */
  readonly touchedAt: number
  /** where the search found it; absent where only the title has it */
  readonly snippet?: Snippet
}

export interface QueuePage {
  readonly items: readonly QueueItem[]
  /** cursors for `after` and `before`; there may be a next page also of a page that is not full: the search goes on there */
  readonly next: string | null
  readonly previous: string | null
  /** of all articles of the queue (or of the archive), whatever the filter */
  readonly counts: StateCounts
}

const pageSize = 50
/** Common words are soon met on a walk along the order: so many texts are read before the index is asked. */
const firstRead = 1000
/** Up to so many hits of the index are sorted; more than that are again met by walking. */
const mostSorted = 5000
/** How many texts are read for one page at most: of a search that no index serves, or too many hits of one. */
const mostRead = 5000
const longestNeedle = 500
/** How far into a text a snippet is looked for, in characters. */
const snippetReach = 200_000

/** A page of the queue. Throws the Problem `field-invalid` for a cursor that this did not make. */
export async function listArticles(deps: Deps, query: QueueQuery): Promise<QueuePage> {
  const needle = foldForSearch(query.search ?? '')
    .trim()
    .slice(0, longestNeedle)
  const page = await searched(deps, query, needle)
  const items = page.rows.map(itemOf)
  const { next, previous } = page
  return {
    items: needle === '' ? items : await withSnippets(deps, items, needle),
    next,
    previous,
    counts: await countStates(deps, query.archived ?? false),
  }
}

/** What the queue can be filtered by: languages and systems that occur. Its editors are `listPersons`. */
export async function queueChoices(deps: Deps): Promise<{ languages: readonly string[]; systems: readonly string[] }> {
  const { db } = deps.store
  return { languages: await languagesInUse(db), systems: (await systemsInUse(db)).filter(system => system !== '') }
}

const numeric: ReadonlySet<SortBy> = new Set(['words', 'corrected', 'findings', 'flags', 'touched'])

const placeOf = (sort: SortBy, row: QueueRow): Place => ({ value: row[sortColumns[sort]], id: row.id })
const placeAt = (sort: SortBy, cursor: string): Place | null => readCursor([sort], numeric.has(sort), cursor)

type Selection = Omit<QueueSelect, 'beyond' | 'limit' | 'descending'>

async function searched(deps: Deps, query: QueueQuery, needle: string): Promise<Rows> {
  const { sort, state, language, system, editor, flags, archived = false } = query
  const filter: Selection = { sort, state, language, system, editor, flags, archived }
  if (needle === '') return pageOf(deps, query, filter)
  if (Array.from(needle).length < shortestIndexed) return pageOf(deps, query, { ...filter, needle, scan: mostRead })
  const soon = await pageOf(deps, query, { ...filter, needle, scan: firstRead })
  if (soon.rows.length === pageSize) return soon
  const among = await searchArticles(deps.store.db, needle, mostSorted)
  return pageOf(deps, query, among ? { ...filter, among } : { ...filter, needle, scan: mostRead })
}

interface Rows {
  readonly rows: readonly QueueRow[]
  readonly next: string | null
  readonly previous: string | null
}

async function pageOf(deps: Deps, query: QueueQuery, select: Selection): Promise<Rows> {
  const { sort } = query
  const after = query.after === undefined ? null : placeAt(sort, query.after)
  const before = query.before === undefined || after ? null : placeAt(sort, query.before)
  if (before) {
    const page = await pageToward(deps, query, select, before, true)
    // fewer than a page before it: then the first page is what was meant
    return page.previous === null && page.rows.length < pageSize ? pageToward(deps, query, select, null, false) : page
  }
  const page = await pageToward(deps, query, select, after, false)
  // all that was here has gone: the last page is what is left
  return after && page.rows.length === 0 && page.next === null ? pageToward(deps, query, select, null, true) : page
}

async function pageToward(
  deps: Deps,
  query: QueueQuery,
  select: Selection,
  from: Place | null,
  back: boolean,
): Promise<Rows> {
  const { sort } = query
  // the states' names happen to stand in the alphabet from the last to the first
  const descending = (query.descending !== (sort === 'state')) !== back
  const found = await queueRows(deps.store.db, {
    ...select,
    descending,
    beyond: from ?? undefined,
    limit: pageSize + 1,
  })
  const rows = found.rows.slice(0, pageSize)
  const cursor = (place: Place | undefined): string | null => (place ? writeCursor([sort], place) : null)
  const [nearest, farthest] = [rows[0], rows.at(-1)].map(row => row && placeOf(sort, row))
  const onward = cursor(found.rows.length > pageSize ? farthest : (found.stoppedAt ?? undefined))
  const backward = from ? cursor(nearest ?? from) : null
  return back
    ? { rows: rows.toReversed(), previous: onward, next: backward }
    : { rows, next: onward, previous: backward }
}

const itemOf = (row: QueueRow): QueueItem => ({
  id: row.id,
  title: row.title,
  address: row.address,
  words: row.words,
  language: row.language,
  corrected: row.corrected / 1000,
  flags: { neutral: row.flags_neutral, minor: row.flags_minor, major: row.flags_major, critical: row.flags_critical },
  findings:
    row.findings_weight < 0
      ? null
      : {
          neutral: row.findings_neutral,
          minor: row.findings_minor,
          major: row.findings_major,
          critical: row.findings_critical,
        },
  state: row.state as State,
  translationId: row.translation_id,
  head: row.head_number,
  editor: row.editor,
  touchedAt: row.touched_at,
})

async function withSnippets(deps: Deps, items: readonly QueueItem[], needle: string): Promise<QueueItem[]> {
  const texts = await textsToShow(
    deps.store.db,
    items.map(item => item.id),
    snippetReach,
  )
  const byId = new Map(texts.map(text => [text.id, text]))
  return items.map(item => {
    const text = byId.get(item.id)
    const places = text ? [text.headText, text.mtText, text.sourceText] : []
    const snippet = places.map(place => snippetOf(place, needle)).find(found => found !== null)
    return snippet ? { ...item, snippet } : item
  })
}
