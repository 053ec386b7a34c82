/** The tables of articles: texts, revisions, flags, and what is typed. */
import type { Generated } from 'kysely'

export interface PersonTable {
  id: string
  name: string
  /** folded name: two spellings of one name are one person */
  name_folded: string
  created_at: number
}

/** Title, address, source; and, denormalised from the translation last worked on, what the queue sorts and filters by. */
export interface ArticleTable {
  id: string
  title: string
  title_key: string
  address: string
  source_language: string
  source_text: string
  created_at: number
  archived_at: number | null
  /** translation last worked on */
  translation_id: string
  language: string
  words: number
  /** share of the MT's words that were changed, in thousandths */
  corrected: number
  flags_neutral: number
  flags_minor: number
  flags_major: number
  flags_critical: number
  /** open flags weighed: critical 25, major 5, minor 1; what the queue sorts flags by */
  flags_weight: number
  state: string
  editor_id: string | null
  editor_key: string
  touched_at: number
  /** open findings of the head's text, by severity */
  findings_neutral: Generated<number>
  findings_minor: Generated<number>
  findings_major: Generated<number>
  findings_critical: Generated<number>
  /** weighed as flags are; -1 where they could not be, or have not yet been counted */
  findings_weight: Generated<number>
  /** version of the checks and of the house's settings at the count; '' where it is to be made again */
  findings_version: Generated<string>
}

/** Folded title and texts, for search by substring: in parts, so that a save rewrites no more than its corrections. */
export interface ArticleSearchTable {
  article_id: string
  /** `fixed`: title, source and MTs; else a translation's id: the paragraphs its MT has not */
  part: string
  text_folded: string
}

/** By a few of these a text is recognised when it comes again: see `text/prints.ts`. */
export interface ArticlePrintTable {
  article_id: string
  print: number
}

/** One machine translation of an article by one system. */
export interface TranslationTable {
  id: string
  article_id: string
  system: string
  language: string
  /** SHA-256 of the MT text: the same text twice is told */
  mt_hash: string
  state: string
  created_at: number
  head_number: number
  head_hash: string
  head_text: string
  /** the head that its corrections were derived for; -1 where they are to be derived anew */
  corrections_number: Generated<number>
  /** 0 where it is to be measured anew */
  measured: Generated<number>
  /** 1 where the lines of its texts are segments of a file, none of which may be split, joined or moved */
  fixed: Generated<number>
  /** how many findings stood open in the text when it was approved; null where it is not, or nobody knows */
  approved_open: Generated<number | null>
  /** of these, how many were certain: see `app/gate/certain.ts` */
  approved_certain: Generated<number | null>
}

/** Revision n ≥ 1 of a translation (revision 0 is the MT, the snapshot 0). */
export interface RevisionTable {
  translation_id: string
  number: number
  author_id: string
  created_at: number
  summary: string
  /** canonical ChangeSet JSON from number - 1 to number */
  change: string
  /** SHA-256 of the text, hex */
  hash: string
  words_added: number
  words_removed: number
  /** JSON: `Reason[]` */
  reasons: string
  /** the revision this one brings back, or null */
  restores: number | null
  /** the revision this one undoes, or null */
  undoes: number | null
  /** the revision the author had started from, where the save was merged; else null */
  merged_from: number | null
  /** SHA-256 of the author's idempotency key with what was asked under it, unique */
  save_key: string
}

/** Whole text of revision 0 and of every 200th. */
export interface SnapshotTable {
  translation_id: string
  number: number
  text: string
}

export interface FlagTable {
  id: string
  translation_id: string
  layer: string
  author_id: string
  /** the revision whose text the span is of; never changed by an edit of the text */
  revision: number
  span_from: number
  span_to: number
  /** the words flagged */
  words: string
  category: string
  severity: string
  comment: string
  suggestion: string
  created_at: number
  updated_at: number
  dismissed_at: number | null
  dismissed_reason: string
  withdrawn_at: number | null
  version: number
  /** derived place in the head revision, kept so that a save need not replay: see `text/place.ts` */
  place: string
}

/** What happened to a flag: every step is kept. */
export interface FlagEventTable {
  id: string
  flag_id: string
  translation_id: string
  person_id: string
  at: number
  /** set, edit, dismiss, reopen, withdraw, confirm-place */
  kind: string
  /** JSON of what changed: before and after */
  detail: string
}

/** State changes and the like, on the same timeline as the revisions. */
export interface EventTable {
  id: string
  article_id: string
  translation_id: string
  person_id: string
  at: number
  /** state, import, translation, details, archive, unarchive */
  kind: string
  /** JSON */
  detail: string
}

/** What is typed and not yet saved: one a translation, browser and tab. */
export interface DraftTable {
  translation_id: string
  browser: string
  tab: string
  base_number: number
  /** canonical ChangeSet JSON from the base */
  change: string
  /** JSON: flags on unsaved words */
  flags: string
  /** JSON: why passages of it read as they do */
  reasons: Generated<string>
  updated_at: number
}

/** What is left of a purged article. */
export interface TombstoneTable {
  article_id: string
  person_id: string
  at: number
}

/** A small house value: corpus loaded, settings. */
export interface SettingTable {
  name: string
  value: string
}
