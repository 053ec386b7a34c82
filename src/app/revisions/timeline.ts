import { Problem } from '../../errors.ts'
import { articleById } from '../../store/articles.ts'
import { eventsOf } from '../../store/events.ts'
import { flagsOfTranslation } from '../../store/flags.ts'
import { revisionsBefore, type RevisionLine } from '../../store/revisions.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { placeOf } from '../flags/flag-views.ts'

export interface RevisionEntry {
  readonly kind: 'revision'
  readonly number: number
  readonly author: string
  /** epoch ms, here and below */
  readonly at: number
  readonly summary: string
  readonly wordsAdded: number
  readonly wordsRemoved: number
  /** flags whose words this revision changed, as the text stands now */
  readonly flagsFixed: number
  readonly restores: number | null
  readonly undoes: number | null
  readonly mergedFrom: number | null
}

/** A change of state, of details, an archiving: `detail` as the event's kind has it. */
export interface EventEntry {
  readonly kind: 'event'
  readonly event: string
  readonly person: string
  readonly at: number
  readonly detail: unknown
}

/** Revision 0: the machine's text. */
export interface MtEntry {
  readonly kind: 'mt'
  readonly number: 0
  readonly at: number
  readonly system: string
}

export type TimelineEntry = RevisionEntry | EventEntry | MtEntry

export interface Timeline {
  readonly article: { readonly id: string; readonly title: string; readonly archived: boolean }
  readonly translation: { readonly id: string; readonly system: string; readonly state: string }
  /** the newest revision's number */
  readonly head: number
  /** newest first */
  readonly entries: readonly TimelineEntry[]
  /** `after` of the next, older page; null where this was the last */
  readonly next: string | null
}

/** Revisions below, and events older than, what was shown: `number.time.event id`. */
interface Cursor {
  readonly number: number
  readonly at: number
  readonly event: string
}

const start: Cursor = { number: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER, event: '' }
const standard = 100
const most = 500

function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return start
  const [, number, at, event] = /^(\d{1,16})\.(\d{1,16})\.([0-9a-z]{0,16})$/.exec(text) ?? []
  if (number === undefined || at === undefined || event === undefined)
    throw new Problem('field-invalid', { field: 'after' })
  return { number: Number(number), at: Number(at), event }
}

const revisionEntry = (line: RevisionLine, fixed: ReadonlyMap<number, number>): RevisionEntry => ({
  kind: 'revision',
  number: line.number,
  author: line.author,
  at: line.created_at,
  summary: line.summary,
  wordsAdded: line.words_added,
  wordsRemoved: line.words_removed,
  flagsFixed: fixed.get(line.number) ?? 0,
  restores: line.restores,
  undoes: line.undoes,
  mergedFrom: line.merged_from,
})

/** How many flags each revision has dealt with. */
async function fixedBy(deps: Deps, translationId: string): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>()
  for (const flag of await flagsOfTranslation(deps.store.db, translationId)) {
    const place = placeOf(flag)
    if (place.state !== 'open' && flag.dismissed_at === null) counts.set(place.by, (counts.get(place.by) ?? 0) + 1)
  }
  return counts
}

/**
 * What happened to a translation, newest first, a page at a time: its revisions, and the events of it and its article; last of all
 * the machine's text.
 * @throws Problem article-unknown, translation-unknown, article-purged; field-invalid (`after`)
 */
export async function timeline(
  deps: Deps,
  input: Which & { readonly after?: string | undefined; readonly limit?: number | undefined },
): Promise<Timeline> {
  const { db } = deps.store
  const cursor = readCursor(input.after)
  const limit = Math.min(Math.max(1, input.limit ?? standard), most)
  const head = await findBareHead(db, input)
  const article = await articleById(db, head.article_id)
  if (article === undefined) throw new Problem('article-unknown')
  const lines = await revisionsBefore(db, head.id, Math.min(cursor.number, head.head_number + 1), limit + 1)
  const events = (await eventsOf(db, head.article_id, head.id))
    .filter(({ at, id }) => at < cursor.at || (at === cursor.at && id < cursor.event))
    .reverse()
  const fixed = await fixedBy(deps, head.id)
  const entries: TimelineEntry[] = []
  let [revision, event, last] = [0, 0, cursor]
  while (entries.length < limit) {
    const [line, happened] = [lines[revision], events[event]]
    if (happened && (line === undefined || happened.at >= line.created_at)) {
      const { kind, person, at, detail, id } = happened
      entries.push({ kind: 'event', event: kind, person, at, detail: JSON.parse(detail) as unknown })
      last = { ...last, at, event: id }
      event += 1
    } else if (line) {
      entries.push(revisionEntry(line, fixed))
      last = { ...last, number: line.number }
      revision += 1
    } else break
  }
  const done = revision === lines.length && event === events.length && entries.length < limit
  if (done) entries.push({ kind: 'mt', number: 0, at: head.created_at, system: head.system })
  return {
    article: { id: article.id, title: article.title, archived: article.archived_at !== null },
    translation: { id: head.id, system: head.system, state: head.state },
    head: head.head_number,
    entries,
    next: done ? null : `${last.number}.${last.at}.${last.event}`,
  }
}
