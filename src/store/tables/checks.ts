/** The tables of checks: what became of their findings, and how they are set. */
import type { Generated } from 'kysely'

/** A finding that a person says is none. */
export interface DismissalTable {
  id: string
  check_id: string
  /** where it was dismissed; null where that article has been purged */
  article_id: string | null
  translation_id: string | null
  /** here (by its context), article, always */
  scope: string
  /** how many places earlier in the text read just so */
  nth: number
  /** of the finding; '' where that was not told */
  category: string
  severity: string
  person_id: string
  at: number
  withdrawn_at: number | null
  words: string
  before_text: string
  after_text: string
  reason: string
  /** the pair or the term that the finding spoke of; '' where none */
  about: Generated<string>
}

/** What was done to a check, or to one of its findings: every step is kept. */
export interface CheckActTable {
  id: string
  check_id: string
  /** accept, dismiss, withdraw, set */
  kind: string
  article_id: string | null
  translation_id: string | null
  /** that accepted a fix */
  revision: number | null
  person_id: string
  at: number
  /** that were found */
  words: string
  /** what stands there now, where a fix was accepted */
  fix: string
  /** JSON: reason and scope of a dismissal, settings before and after */
  detail: string
  /** the pair or the term that the finding spoke of; '' where none */
  about: Generated<string>
}

/** How many findings of a check stand open in an article, as counted for the queue. */
export interface CheckCountTable {
  article_id: string
  check_id: string
  findings: number
}

/** What the house has decided about a check; without a row it is as the check says. */
export interface CheckSettingTable {
  check_id: string
  /** 0/1 */
  enabled: number
  /** of all its findings; '' where it is as the check says */
  severity: string
  reason: string
  person_id: string
  at: number
}
