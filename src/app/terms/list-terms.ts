import { countActsAbout, countTerms, domainsInUse, termsBeyond } from '../../store/terms.ts'
import type { TermFilter, TermPlace } from '../../store/terms.ts'
import { actsOn } from '../../store/house-acts.ts'
import { foldForSearch } from '../../text/fold.ts'
import { termStatuses, type PartOfSpeech, type TermStatus } from '../../text/term.ts'
import type { TermEntry, TermView } from '../../wire/term.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { Deps } from '../deps.ts'
import { needTerm, viewOf, type TermActKind } from './write-term.ts'

export interface TermsQuery {
  readonly search?: string | undefined
  readonly status?: TermStatus | undefined
  readonly domain?: string | undefined
  readonly partOfSpeech?: PartOfSpeech | undefined
  /** cursor of the page before, or of the page after: opaque */
  readonly after?: string | undefined
  readonly before?: string | undefined
}

export interface TermsPage {
  /** in Swedish order */
  readonly items: readonly TermView[]
  readonly next: string | null
  readonly previous: string | null
  /** of the filter, whatever status it asks for */
  readonly counts: Readonly<Record<TermStatus, number>>
}

const pageSize = 50
const longestNeedle = 200

export const filterOf = ({ search = '', status, domain, partOfSpeech }: TermsQuery): TermFilter => {
  const needle = foldForSearch(search).trim().slice(0, longestNeedle)
  return { status, domain, partOfSpeech, needle: needle === '' ? undefined : needle }
}

/** There is one order, and its cursors name none. */
const cursorOf = ({ preferred_key: value, id }: { readonly preferred_key: string; readonly id: string }): string =>
  writeCursor([], { value, id })

/** @throws Problem field-invalid */
function placeOf(cursor: string): TermPlace | undefined {
  const place = readCursor([], false, cursor)
  return place ? { key: String(place.value), id: place.id } : undefined
}

/** A page of the termbase. @throws Problem field-invalid for a cursor that this did not make */
export async function listTerms({ store: { db } }: Deps, query: TermsQuery): Promise<TermsPage> {
  const filter = filterOf(query)
  const back = query.after === undefined && query.before !== undefined
  const cursor = query.after ?? query.before
  const beyond = cursor === undefined ? undefined : placeOf(cursor)
  const [found, counts] = await Promise.all([
    termsBeyond(db, filter, { beyond, back, limit: pageSize + 1 }),
    countTerms(db, filter),
  ])
  const rows = found.slice(0, pageSize)
  const items = back ? rows.toReversed() : rows
  const more = found.length > pageSize
  const [first, last] = [items[0], items.at(-1)]
  return {
    items: items.map(viewOf),
    next: last && (back || more) ? cursorOf(last) : null,
    previous: first && (back ? more : beyond !== undefined) ? cursorOf(first) : null,
    counts: Object.fromEntries(termStatuses.map(status => [status, counts.get(status) ?? 0])) as TermsPage['counts'],
  }
}

/** The domains that terms are of. */
export const termDomains = ({ store }: Deps): Promise<readonly string[]> => domainsInUse(store.db)

export interface TermActView {
  readonly kind: TermActKind
  readonly person: string
  readonly at: number
  readonly before: Partial<TermEntry>
  readonly after: Partial<TermEntry>
  /** `import`, or the pair that it was proposed from; '' where a person wrote it */
  readonly from: string
}

export interface TermStory {
  readonly term: TermView
  /** newest first */
  readonly acts: readonly TermActView[]
  /** findings of it: fixes accepted; dismissed and not taken back */
  readonly accepted: number
  readonly dismissed: number
}

const mostActs = 100

/** A term with what was done to it, and what became of its findings. @throws Problem term-unknown */
export async function termStory({ store: { db } }: Deps, id: string): Promise<TermStory> {
  const [row, acts, counts] = await Promise.all([
    needTerm(db, id),
    actsOn(db, 'term', id, mostActs),
    countActsAbout(db, id),
  ])
  return {
    term: viewOf(row),
    acts: acts.map(({ kind, person, at, detail }) => {
      const { before = {}, after = {}, from = '' } = JSON.parse(detail) as Partial<TermActView>
      return { kind: kind as TermActKind, person, at, before, after, from }
    }),
    accepted: counts.get('accept') ?? 0,
    dismissed: (counts.get('dismiss') ?? 0) - (counts.get('withdraw') ?? 0),
  }
}
