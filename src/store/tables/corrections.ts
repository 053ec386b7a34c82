/** The tables of what corrections teach: pairs, rulings, batches, terms. */
import type { Generated } from 'kysely'

/**
 * Words of an MT and what they are corrected to: what all corrections that read so have in common, and what the memory makes of it.
 * Counts are kept as corrections come and go; what a person has decided stays.
 */
export interface PairTable {
  id: string
  /** SHA-256 of both sides, unique */
  hash: string
  before_key: string
  after_key: string
  /** that stand now, and in how many articles */
  corrections: number
  articles: number
  first_at: number
  last_at: number
  /** of the latest of them */
  category: string
  severity: string
  /** by which a text's words lead here (`text/anchor.ts`); '' where the memory can make nothing of it */
  anchor: string
  /** learned, pinned, retired */
  status: string
  /** findings of it that were dismissed and stay so */
  declined: number
  /** reviewed articles in which the words were left as they are */
  kept: number
  /** how likely it is right elsewhere, in thousandths; 0 where it is silent */
  voice: number
  /** the voice that the articles have heard of; another where they are yet to be told */
  heard: Generated<number>
  /** the MT system that it is limited to; '' for all */
  system: string
  /** who decided about it last; null where it is as it was learned */
  person_id: string | null
  decided_at: number | null
  before_text: string
  after_text: string
  /** both sides, folded, a line each */
  text_folded: string
  /** what to write instead of `after_text`, where a person has edited it */
  instead: string | null
  /** JSON: words of which one must stand in the same paragraph; empty for everywhere */
  near: string
  note: string
}

/** A hunk between the MT and the head, as they stand: derived, and known by its place in the MT, which never changes. */
export interface CorrectionTable {
  id: string
  pair_id: string
  article_id: string
  translation_id: string
  mt_from: number
  mt_to: number
  /** that made it so, and by whom and when */
  revision: number
  person_id: string
  at: number
  category: string
  severity: string
  /** how the category is known: see `wire/correction.ts` */
  origin: string
  /** of the translation */
  system: string
  /** the check whose finding it mends, the flag that it answers, the batch that it came with; '' where none */
  check_id: string
  flag_id: string
  batch_id: string
  /** what stands around it in the MT */
  mt_before: string
  mt_after: string
}

/** What a person says of the category of a correction; the latest of a place holds while its words read so. Only ever added to. */
export interface RulingTable {
  id: string
  translation_id: string
  mt_from: number
  mt_to: number
  category: string
  severity: string
  person_id: string
  at: number
  /** what the correction put there */
  words: string
  comment: string
}

/** A correction to be made in many articles at once: looked for, chosen from, applied, undone. */
export interface BatchTable {
  id: string
  name: string
  /** pair, term, finding, words, again: where it came from; `about` is the id of that */
  kind: string
  about: string
  /** looking, ready, applied, undone, dropped */
  state: string
  person_id: string
  at: number
  category: string
  severity: string
  /** the article up to which was looked; how many were, and are to be */
  cursor: string
  looked: number
  to_look: number
  hits: number
  applied_by: string | null
  applied_at: number | null
  undone_by: string | null
  undone_at: number | null
  before_text: string
  after_text: string
  /** JSON: where is looked */
  scope: string
}

/** A place that a batch would change. */
export interface BatchHitTable {
  batch_id: string
  number: number
  article_id: string
  translation_id: string
  /** the revision whose text the span is of */
  base: number
  span_from: number
  span_to: number
  /** 0/1 */
  chosen: number
  /** '', applied, left (not chosen when it was applied), moved (the text had changed since the preview), conflict (at the undo) */
  outcome: string
  revision: number | null
  undone_revision: number | null
  /** what is wrong there; '' where it is what the batch says of all */
  category: string
  severity: string
  words: string
  fix: string
  /** what stands around it */
  before_text: string
  after_text: string
}

/** An entry of the house's termbase. */
export interface TermTable {
  id: string
  preferred_key: string
  domain: string
  /** approved, proposed, declined */
  status: string
  part_of_speech: string
  category: string
  severity: string
  /** who wrote it last */
  person_id: string
  created_at: number
  updated_at: number
  version: number
  preferred: string
  /** JSON: what it replaces */
  variants: string
  /** JSON: its own forms, where the dictionary does not know them */
  inflection: string
  note: string
  text_folded: string
}

/** What was done to pairs, terms and batches: every step is kept. */
export interface HouseActTable {
  id: string
  /** pair, term, batch */
  subject: string
  subject_id: string
  kind: string
  person_id: string
  at: number
  /** JSON: before and after */
  detail: string
}
