import type { Severity } from '../mqm/annotation.ts'
import type { CategoryId } from '../mqm/typology.ts'

/** What a file gives a new article. Texts have passed the entry rules of `text/entry.ts`; `text` may be empty. */
export interface Imported {
  /** the document's own title; empty where it has none */
  readonly title: string
  readonly text: string
  /** the document's own word on its language (ISO 639-1), or empty */
  readonly language: string
}

/** A revision as it is exported. `change` is the canonical ChangeSet JSON of `@codemirror/state`, from `number - 1` to `number`. */
export interface ExportedRevision {
  readonly number: number
  readonly author: string
  /** epoch milliseconds, here and below */
  readonly at: number
  readonly summary: string
  readonly change: unknown
  /** SHA-256 of the text, hex */
  readonly hash: string
  readonly wordsAdded: number
  readonly wordsRemoved: number
  readonly restores: number | null
  readonly undoes: number | null
  readonly mergedFrom: number | null
  readonly reasons: readonly unknown[]
}

export interface ExportedFlag {
  readonly id: string
  readonly author: string
  readonly layer: string
  /** the revision whose text the span is of; 0 is the machine translation */
  readonly revision: number
  readonly from: number
  readonly to: number
  readonly words: string
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
  readonly suggestion: string
  readonly at: number
  /** open, fixed, orphaned or dismissed, at the time of the export */
  readonly status: string
  readonly fixedBy: number | null
  readonly dismissedReason: string
}

/** An article with the one translation that is taken away. */
export interface ExportedArticle {
  readonly title: string
  readonly address: string
  readonly sourceLanguage: string
  readonly sourceText: string
  readonly createdAt: number
  readonly exportedAt: number
  readonly system: string
  readonly language: string
  readonly state: string
  readonly mtText: string
  /** the corrected text: that of the head revision */
  readonly text: string
  readonly revisions: readonly ExportedRevision[]
  readonly flags: readonly ExportedFlag[]
}

/** One file format: what it reads, what it writes, or both. */
export interface Format {
  readonly id: string
  /** its name, the same in every language */
  readonly label: string
  /** without the point; the first is the one that is written */
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** Bytes of a file, and its name, to the text of an article. Throws a Problem where they are not text, or not text of this format. */
  readonly read?: (bytes: Uint8Array, name?: string) => Imported
  readonly write?: (article: ExportedArticle) => string
}
