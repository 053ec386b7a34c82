/** What is known of a file that came in: told before it is imported, and kept beside it. */
import type { ProblemCode } from '../../errors.ts'
import type { Columns } from '../../formats/document.ts'
import type { Warning } from '../../formats/fault.ts'
import type { StageCounts } from '../../text/file-state.ts'
import type { Outcome } from '../terms/outcome.ts'
import type { Alike } from '../articles/alike.ts'
import type { DocumentSummary } from './summarise-reading.ts'

/** What a person says of all files of an import, where a file does not say it itself. */
export interface ImportOptions {
  /** the machine translation system; '' where nobody knows */
  readonly system: string
  /** BCP 47; '' where nobody knows */
  readonly sourceLanguage: string
  /** what becomes of terms: they come into the termbase as this, or stay out of it */
  readonly terms: 'leave' | 'proposed' | 'approved'
}

export const usualOptions: ImportOptions = { system: '', sourceLanguage: '', terms: 'proposed' }

/** Of a file's documents so many are told one by one. */
export const mostTold = 200

export interface Totals {
  readonly documents: number
  readonly segments: number
  readonly corrections: number
  readonly comments: number
  /** of files that came in before it was read: none */
  readonly stages?: StageCounts
  readonly terms: number
  /** documents without any translation: they become no articles */
  readonly empty: number
}

const noTotals: Totals = { documents: 0, segments: 0, corrections: 0, comments: 0, terms: 0, empty: 0 }

/** A document whose MT is there already. */
export interface Duplicate {
  /** which of the documents, from 0 */
  readonly document: number
  readonly articleId: string
  readonly title: string
}

/** Why a file is not read: a Problem, as it crosses threads and is kept. */
export interface Refusal {
  readonly code: ProblemCode
  readonly values: Readonly<Record<string, string | number>>
}

export interface AboutFile {
  /** the first ones, at most `mostTold` */
  readonly documents: readonly DocumentSummary[]
  readonly totals: Totals
  readonly warnings: readonly Warning[]
  /** of a table: how it was read */
  readonly columns: Columns | null
  readonly refused: Refusal | null
  /** the first ones, at most `mostTold`; `duplicated` says how many documents they are in all */
  readonly duplicates: readonly Duplicate[]
  readonly duplicated: number
  /** of a file with one text: the articles that it may be another translation of */
  readonly alike: readonly Alike[]
  /** as which it comes in: another translation of an article, by this system; null for a new article */
  readonly as: { readonly articleId: string; readonly system: string } | null
  /** what its terms would do to the termbase, or did; null where it has none */
  readonly terms: Readonly<Record<Outcome, number>> | null
}

export const nothingKnown: AboutFile = {
  documents: [],
  totals: noTotals,
  warnings: [],
  columns: null,
  refused: null,
  duplicates: [],
  duplicated: 0,
  alike: [],
  as: null,
  terms: null,
}
