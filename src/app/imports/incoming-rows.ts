/** What documents of a file become: the rows of their articles. */
import type { Annotator, Judgement, ReadDecision } from '../../formats/document.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { newId } from '../../store/id.ts'
import type { NewRow } from '../../store/schema.ts'
import { sortKey } from '../../text/fold.ts'
import type { ImportOptions } from './about-file.ts'
import type { Person } from '../deps.ts'
import { openFlags } from '../flags/flag-views.ts'
import type { PreparedDocument, PreparedFlag } from './prepare-document.ts'
import { flagsWeight } from '../queue/summarise.ts'

/** Whose documents are written, and what is known of them beside. */
export interface Incoming {
  /** who brings them in; what a file says nobody's name of is theirs */
  readonly person: Person
  readonly file: { readonly id: string; readonly name: string }
  readonly options: ImportOptions
  /** when the import was begun, epoch ms: the time of what a file gives none of */
  readonly at: number
  /** those whom the documents name, by the name as it stands there */
  readonly persons: ReadonlyMap<string, Person>
}

/** A document as a translation of an article. */
export interface Entry {
  readonly translationId: string
  readonly document: PreparedDocument
  readonly flags: readonly NewRow<'flag'>[]
}

export interface Group {
  readonly articleId: string
  /** the article is there already, by an earlier document of the file */
  readonly known: boolean
  readonly entries: Entry[]
}

export const authorOf = ({ persons, person }: Incoming, name: string): Person => persons.get(name) ?? person
/** No later than now: what a file says of the future is a clock that was wrong. */
export const timeOf = ({ at }: Incoming, told: number | null): number => (told === null ? at : Math.min(told, at))

export function flagRow(incoming: Incoming, translationId: string, flag: PreparedFlag): NewRow<'flag'> {
  const at = timeOf(incoming, flag.at)
  return {
    id: newId(),
    translation_id: translationId,
    layer: flag.layer,
    author_id: authorOf(incoming, flag.author).id,
    revision: flag.revision,
    span_from: flag.from,
    span_to: flag.to,
    words: flag.words,
    category: flag.category,
    severity: flag.severity,
    comment: flag.comment,
    suggestion: flag.suggestion,
    created_at: at,
    updated_at: at,
    dismissed_at: flag.dismissedReason === undefined ? null : incoming.at,
    dismissed_reason: flag.dismissedReason ?? '',
    withdrawn_at: null,
    version: 1,
    place: flag.place,
  }
}

export const annotatorRow = (
  incoming: Incoming,
  translationId: string,
  { author, layer, segments, saw }: Annotator,
): NewRow<'annotator'> => ({
  translation_id: translationId,
  layer,
  person_id: authorOf(incoming, author).id,
  segments: segments && JSON.stringify(segments),
  saw: saw ? JSON.stringify(saw) : null,
})

/** @param flags the rows of the document's, in its order */
export function adjudicationRow(
  incoming: Incoming,
  { translationId, flags }: Pick<Entry, 'translationId' | 'flags'>,
  { a, b, choice, flag, author, at, comment }: ReadDecision,
): NewRow<'adjudication'> {
  const idOf = (number: number | null): string => (number === null ? '' : (flags[number]?.id ?? ''))
  return {
    id: newId(),
    translation_id: translationId,
    ...{ a_flag_id: idOf(a), b_flag_id: idOf(b), choice, flag_id: idOf(flag) },
    person_id: authorOf(incoming, author).id,
    at: timeOf(incoming, at),
    comment,
  }
}

export const judgementRow = ({ at }: Incoming, translationId: string, judgement: Judgement): NewRow<'judgement'> => ({
  translation_id: translationId,
  ...judgement,
  at,
})

/** When a translation came to be: not after what was done to it. */
const beganAt = (incoming: Incoming, { document, flags }: Entry): number =>
  Math.min(
    incoming.at,
    ...document.revisions.map(({ at }) => timeOf(incoming, at)),
    ...flags.map(flag => flag.created_at),
  )

/** Of flags alone: with revisions it is the revisions that say. */
export const isFlagged = ({ document, flags }: Entry): boolean => document.revisions.length === 0 && flags.length > 0

const lastOf = (flags: Entry['flags']): NewRow<'flag'> | undefined =>
  flags.reduce<NewRow<'flag'> | undefined>((last, flag) => (last && last.created_at > flag.created_at ? last : flag), undefined) // prettier-ignore

export const translationRow = (incoming: Incoming, articleId: string, entry: Entry): NewRow<'translation'> => {
  const { document, translationId } = entry
  return {
    id: translationId,
    article_id: articleId,
    system: document.system || incoming.options.system,
    language: document.language,
    mt_hash: document.mtHash,
    state: isFlagged(entry) ? 'in-review' : 'new',
    created_at: beganAt(incoming, entry),
    head_number: 0,
    head_hash: document.mtHash,
    head_text: document.text,
    corrections_number: 0,
    fixed: document.fixed ? 1 : 0,
  }
}

/** The queue shows the translation that was flagged last, or the first. */
export function articleRow(incoming: Incoming, { articleId, entries }: Group): NewRow<'article'> {
  const [first] = entries as [Entry]
  const flagged = entries.filter(isFlagged)
  const lastFlag = (entry: Entry): number => lastOf(entry.flags)?.created_at ?? 0
  const shown = flagged.reduce((best, entry) => (lastFlag(entry) > lastFlag(best) ? entry : best), flagged[0] ?? first)
  const last = flagged.length > 0 ? lastOf(shown.flags) : undefined
  const editor = last && [incoming.person, ...incoming.persons.values()].find(({ id }) => id === last.author_id)
  const open = openFlags(
    flagged.length === 0
      ? []
      : shown.flags.map(({ place, severity, dismissed_at }) => ({
          place,
          severity: severity as Severity,
          dismissed_at: dismissed_at ?? null,
        })),
  )
  const { document } = first
  return {
    id: articleId,
    title: document.title,
    title_key: sortKey(document.title),
    address: document.address,
    source_language: document.sourceLanguage || incoming.options.sourceLanguage,
    source_text: document.sourceText,
    created_at: incoming.at,
    archived_at: null,
    translation_id: shown.translationId,
    language: shown.document.language,
    words: shown.document.words,
    corrected: 0,
    flags_neutral: open.neutral,
    flags_minor: open.minor,
    flags_major: open.major,
    flags_critical: open.critical,
    flags_weight: flagsWeight(open),
    state: isFlagged(shown) ? 'in-review' : 'new',
    editor_id: editor?.id ?? null,
    editor_key: editor ? sortKey(editor.name) : '',
    touched_at: last?.created_at ?? incoming.at,
  }
}

export function eventRows(incoming: Incoming, { articleId, known, entries }: Group): NewRow<'event'>[] {
  const { person, at, file } = incoming
  const brought = known ? entries : entries.slice(0, 1)
  return [
    ...brought.map(({ translationId, document }) => ({
      id: newId(),
      article_id: articleId,
      translation_id: translationId,
      person_id: person.id,
      at,
      kind: known ? 'translation' : 'import',
      detail: JSON.stringify(known ? { system: document.system, filled: [] } : { file: file.name }),
    })),
    ...entries.filter(isFlagged).map(({ translationId, flags: [first] }) => ({
      id: newId(),
      article_id: articleId,
      translation_id: translationId,
      person_id: first?.author_id ?? person.id,
      at: first?.created_at ?? at,
      kind: 'state',
      detail: JSON.stringify({ from: 'new', to: 'in-review' }),
    })),
  ]
}

/** That it was set; and dismissed, where the file says so, which does not tell by whom: then it is the word of who brings it in. */
export const flagEventRows = ({ person, at }: Incoming, flag: NewRow<'flag'>): NewRow<'flag_event'>[] => {
  const { revision, span_from: from, span_to: to, words, category, severity, comment, suggestion } = flag
  const about = { flag_id: flag.id, translation_id: flag.translation_id }
  const detail = JSON.stringify({ revision, from, to, words, category, severity, comment, suggestion })
  const set = { ...about, id: newId(), person_id: flag.author_id, at: flag.created_at, kind: 'set', detail }
  if (flag.dismissed_at === null) return [set]
  const reason = JSON.stringify({ reason: flag.dismissed_reason })
  return [set, { ...about, id: newId(), person_id: person.id, at, kind: 'dismiss', detail: reason }]
}
