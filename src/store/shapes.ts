/** The shape of every table: its key, its columns, which of them are long. What a backup is written and read by. */
import type { Schema } from './schema.ts'

export type Table = keyof Schema
export type Value = string | number | null
export type Values = readonly Value[]

interface Shape<T extends Table> {
  /** what the rows are ordered by: the primary key */
  readonly key: readonly (keyof Schema[T] & string)[]
  /** the other columns, long texts last */
  readonly rest: readonly (keyof Schema[T] & string)[]
  /** of these, the ones that may be long */
  readonly long: readonly (keyof Schema[T] & string)[]
  /** bytes: base64 in a backup */
  readonly binary?: readonly (keyof Schema[T] & string)[]
  /** numbers that need not be whole: all others are */
  readonly fractional?: readonly (keyof Schema[T] & string)[]
  /** the ones that older backups have not; they have defaults */
  readonly later?: readonly (keyof Schema[T] & string)[]
  /** older backups have no such table */
  readonly isNew?: true
}

/** In the order in which they refer to each other. A test compares the columns with the database's. */
export const shapes: { readonly [T in Table]: Shape<T> } = {
  setting: { key: ['name'], rest: ['value'], long: ['value'] },
  person: { key: ['id'], rest: ['name', 'name_folded', 'created_at'], long: [] },
  article: {
    key: ['id'],
    rest: [
      'title', 'title_key', 'address', 'source_language', 'created_at', 'archived_at', 'translation_id', 'language', 'words', 'corrected',
      'flags_neutral', 'flags_minor', 'flags_major', 'flags_critical', 'flags_weight', 'state', 'editor_id', 'editor_key', 'touched_at',
      'findings_neutral', 'findings_minor', 'findings_major', 'findings_critical', 'findings_weight', 'findings_version', 'source_text',
    ], // prettier-ignore
    long: ['source_text'],
    later: [
      'findings_neutral', 'findings_minor', 'findings_major', 'findings_critical', 'findings_weight', 'findings_version',
    ], // prettier-ignore
  },
  article_search: { key: ['article_id', 'part'], rest: ['text_folded'], long: ['text_folded'] },
  translation: {
    key: ['id'],
    rest: [
      'article_id',
      'system',
      'language',
      'mt_hash',
      'state',
      'created_at',
      'head_number',
      'head_hash',
      'corrections_number',
      'fixed',
      'measured',
      'approved_open',
      'approved_certain',
      'head_text',
    ],
    long: ['head_text'],
    later: ['corrections_number', 'fixed', 'measured', 'approved_open', 'approved_certain'],
  },
  snapshot: { key: ['translation_id', 'number'], rest: ['text'], long: ['text'] },
  revision: {
    key: ['translation_id', 'number'],
    rest: [
      'author_id', 'created_at', 'summary', 'hash', 'words_added', 'words_removed', 'restores', 'undoes', 'merged_from', 'save_key',
      'reasons', 'change',
    ], // prettier-ignore
    long: ['reasons', 'change'],
  },
  flag: {
    key: ['id'],
    rest: [
      'translation_id', 'layer', 'author_id', 'revision', 'span_from', 'span_to', 'category', 'severity', 'created_at', 'updated_at',
      'dismissed_at', 'dismissed_reason', 'withdrawn_at', 'version', 'place', 'comment', 'suggestion', 'words',
    ], // prettier-ignore
    long: ['words'],
  },
  flag_event: {
    key: ['id'],
    rest: ['flag_id', 'translation_id', 'person_id', 'at', 'kind', 'detail'],
    long: ['detail'],
  },
  event: {
    key: ['id'],
    rest: ['article_id', 'translation_id', 'person_id', 'at', 'kind', 'detail'],
    long: ['detail'],
  },
  draft: {
    key: ['translation_id', 'browser', 'tab'],
    rest: ['base_number', 'updated_at', 'flags', 'reasons', 'change'],
    long: ['flags', 'reasons', 'change'],
    later: ['reasons'],
  },
  dismissal: {
    key: ['id'],
    rest: [
      'check_id', 'article_id', 'translation_id', 'scope', 'nth', 'category', 'severity', 'person_id', 'at', 'withdrawn_at', 'words',
      'about', 'before_text', 'after_text', 'reason',
    ], // prettier-ignore
    long: ['words'],
    later: ['about'],
    isNew: true,
  },
  check_act: {
    key: ['id'],
    rest: [
      'check_id', 'kind', 'article_id', 'translation_id', 'revision', 'person_id', 'at', 'about', 'words', 'fix', 'detail',
    ], // prettier-ignore
    long: ['words', 'fix'],
    later: ['about'],
    isNew: true,
  },
  check_count: { key: ['article_id', 'check_id'], rest: ['findings'], long: [], isNew: true },
  check_setting: {
    key: ['check_id'],
    rest: ['enabled', 'severity', 'reason', 'person_id', 'at'],
    long: [],
    isNew: true,
  },
  pair: {
    key: ['id'],
    rest: [
      'hash', 'before_key', 'after_key', 'corrections', 'articles', 'first_at', 'last_at', 'category', 'severity', 'anchor', 'status',
      'declined', 'kept', 'voice', 'heard', 'system', 'person_id', 'decided_at', 'before_text', 'after_text', 'text_folded', 'instead', 'near',
      'note',
    ], // prettier-ignore
    long: ['before_text', 'after_text', 'text_folded'],
    isNew: true,
  },
  correction: {
    key: ['id'],
    rest: [
      'pair_id', 'article_id', 'translation_id', 'mt_from', 'mt_to', 'revision', 'person_id', 'at', 'category', 'severity', 'origin',
      'system', 'check_id', 'flag_id', 'batch_id', 'mt_before', 'mt_after',
    ], // prettier-ignore
    long: [],
    isNew: true,
  },
  ruling: {
    key: ['id'],
    rest: ['translation_id', 'mt_from', 'mt_to', 'category', 'severity', 'person_id', 'at', 'words', 'comment'],
    long: ['words'],
    isNew: true,
  },
  batch: {
    key: ['id'],
    rest: [
      'name', 'kind', 'about', 'state', 'person_id', 'at', 'category', 'severity', 'cursor', 'looked', 'to_look', 'hits', 'applied_by',
      'applied_at', 'undone_by', 'undone_at', 'before_text', 'after_text', 'scope',
    ], // prettier-ignore
    long: ['before_text', 'after_text'],
    isNew: true,
  },
  batch_hit: {
    key: ['batch_id', 'number'],
    rest: [
      'article_id', 'translation_id', 'base', 'span_from', 'span_to', 'chosen', 'outcome', 'revision', 'undone_revision', 'category', 'severity', 'words', 'fix',
      'before_text', 'after_text',
    ], // prettier-ignore
    long: ['words', 'fix'],
    isNew: true,
  },
  term: {
    key: ['id'],
    rest: [
      'preferred_key', 'domain', 'status', 'part_of_speech', 'category', 'severity', 'person_id', 'created_at', 'updated_at', 'version',
      'preferred', 'variants', 'inflection', 'note', 'text_folded',
    ], // prettier-ignore
    long: ['variants'],
    isNew: true,
  },
  house_act: {
    key: ['id'],
    rest: ['subject', 'subject_id', 'kind', 'person_id', 'at', 'detail'],
    long: ['detail'],
    isNew: true,
  },
  article_print: { key: ['article_id', 'print'], rest: [], long: [], isNew: true },
  import_job: { key: ['id'], rest: ['person_id', 'at', 'state', 'options'], long: [], isNew: true },
  file: {
    key: ['id'],
    rest: [
      'job_id', 'number', 'name', 'format', 'size', 'sha256', 'state', 'imported_documents', 'at', 'mapping', 'about',
    ], // prettier-ignore
    long: ['about'],
    isNew: true,
  },
  file_part: { key: ['file_id', 'number'], rest: ['bytes'], long: ['bytes'], binary: ['bytes'], isNew: true },
  file_claim: { key: ['file_id'], rest: ['claimant', 'until'], long: [], isNew: true },
  document: {
    key: ['translation_id'],
    rest: ['file_id', 'number', 'key', 'marks', 'states', 'source_codes'],
    long: ['marks', 'states', 'source_codes'],
    later: ['states', 'source_codes'],
    isNew: true,
  },
  annotator: {
    key: ['translation_id', 'layer'],
    rest: ['person_id', 'segments', 'saw'],
    long: ['segments'],
    later: ['saw'],
    isNew: true,
  },
  mark_place: {
    key: ['id'],
    rest: ['translation_id', 'mark', 'revision', 'span_from', 'span_to', 'person_id', 'at'],
    long: [],
    isNew: true,
  },
  measure: {
    key: ['translation_id'],
    rest: [
      'article_id', 'system', 'language', 'state', 'at', 'words', 'head_words', 'segments', 'annotators', 'judgement', 'stamp', 'sums', 'errors',
      'open', 'worst',
    ], // prettier-ignore
    long: ['errors', 'worst'],
    isNew: true,
  },
  annotation: {
    key: ['id'],
    rest: ['translation_id', 'person_id', 'layer', 'state', 'started_at', 'done_at', 'comment', 'shown_at', 'saw'],
    long: [],
    isNew: true,
  },
  annotation_look: { key: ['annotation_id', 'person_id'], rest: ['at'], long: [], isNew: true },
  judgement: {
    key: ['translation_id', 'layer', 'paragraph'],
    rest: ['score', 'at'],
    long: [],
    fractional: ['score'],
    isNew: true,
  },
  adjudication: {
    key: ['id'],
    rest: ['translation_id', 'a_flag_id', 'b_flag_id', 'choice', 'flag_id', 'person_id', 'at', 'comment'],
    long: [],
    isNew: true,
  },
  effort: {
    key: ['id'],
    rest: ['translation_id', 'person_id', 'started_at', 'updated_at', 'active_ms', 'open_ms', 'keystrokes'],
    long: [],
    isNew: true,
  },
  tombstone: { key: ['article_id'], rest: ['person_id', 'at'], long: [] },
}

export const tables = Object.keys(shapes) as readonly Table[]

/** The columns of a table, in the order of `rowsOf`. */
export const columnsOf = (table: Table): readonly string[] => [...shapes[table].key, ...shapes[table].rest]

/** Whether a value is of the kinds that a column may have: texts, whole numbers, and in some columns others. */
export function isValueOf(table: Table, column: string | undefined, value: unknown): value is Value {
  const fractional: readonly string[] = shapes[table].fractional ?? []
  if (column !== undefined && fractional.includes(column)) return value === null || Number.isFinite(value)
  return value === null || typeof value === 'string' || Number.isSafeInteger(value)
}

/** Whether a backup that was made before may lack the table. */
export const isLater = (table: Table): boolean => shapes[table].isNew === true

/** Whether these are the columns of a table, in order, but for some that older backups have not. */
export function areColumnsOf(table: Table, columns: readonly unknown[]): columns is readonly string[] {
  const { later } = shapes[table]
  const missing = columnsOf(table).filter(column => !columns.includes(column))
  const missable: readonly string[] = later ?? []
  const expected = columnsOf(table).filter(column => !missing.includes(column))
  return missing.every(column => missable.includes(column)) && JSON.stringify(columns) === JSON.stringify(expected)
}
