import type { Severity } from '../mqm/annotation.ts'
import type { CategoryId } from '../mqm/typology.ts'
import type { Edit } from '../text/change.ts'
import type { CsvStyle } from '../text/csv-style.ts'
import type { Span } from '../text/span.ts'
import type { Annotator, Judgement, Mapping, Reading } from './document.ts'
import type { Warning } from './fault.ts'
import type { Limits } from './limits.ts'

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
  /** where it stands in the corrected text; null where its words are gone */
  readonly place: Span | null
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

/** What was decided of two annotators' flags on what may be the same error. */
export interface ExportedDecision {
  /** ids of their flags; '' where one of them has none there */
  readonly a: string
  readonly b: string
  /** a, b, other (a version that is neither), none (no error) */
  readonly choice: string
  /** id of the flag of the shared layer that was agreed on; '' where there is none */
  readonly flag: string
  readonly person: string
  readonly at: number
  /** why */
  readonly comment: string
}

/** A hunk between the MT and the corrected text, with what is known of it; sorted by `from`, disjoint in both texts. */
export interface ExportedCorrection extends Span {
  /** `from`, `to`: in the MT; these in the corrected text */
  readonly fromB: number
  readonly toB: number
  readonly before: string
  readonly after: string
  readonly author: string
  readonly at: number
  readonly category: CategoryId
  readonly severity: Severity
}

/** An article with the one translation that is taken away. */
export interface ExportedArticle {
  readonly title: string
  /** the title is the first line of the text, and was never anything else: a page has it once */
  readonly titleIsFirstLine: boolean
  readonly address: string
  readonly sourceLanguage: string
  readonly sourceText: string
  readonly createdAt: number
  readonly exportedAt: number
  readonly system: string
  readonly language: string
  /** new, in-review, corrected, approved */
  readonly state: string
  readonly mtText: string
  /** the corrected text: that of the head revision */
  readonly text: string
  readonly revisions: readonly ExportedRevision[]
  readonly flags: readonly ExportedFlag[]
  /** as far as it is known; one a layer. Others may have set flags too. */
  readonly annotators: readonly Annotator[]
  readonly judgements: readonly Judgement[]
  /** the latest last: of a pair that was decided again, the last one holds */
  readonly decisions: readonly ExportedDecision[]
  readonly corrections: readonly ExportedCorrection[]
  /** the lines of its texts are segments of a file: source, MT and corrected text have as many, and each belongs to its like */
  readonly fixed: boolean
  /** it came as Markdown: lines begin with the signs of their blocks, `## `, `- ` */
  readonly isMarkdown?: boolean | undefined
}

/** A file as it came. */
export interface Original {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mapping: Mapping | undefined
}

/** What has become of one document of a file. */
export interface Outgoing {
  /** which of the documents that reading the file gives */
  readonly number: number
  readonly article: ExportedArticle
  /** what turns the MT into the corrected text, sorted and disjoint; none goes over the end of a line where the lines are fixed */
  readonly edits: readonly Edit[]
  /** marks that a person has put elsewhere: their ids, and where they are to stand in the corrected text */
  readonly placed: ReadonlyMap<string, Span>
}

export interface Written {
  readonly bytes: Uint8Array
  readonly warnings: readonly Warning[]
}

export interface ReadContext {
  /** what the sender calls the file; its ending counts where the bytes do not tell */
  readonly name: string
  readonly limits: Limits
  /** of a table: how a person says that it is to be read; guessed where undefined */
  readonly mapping?: Mapping | undefined
}

/** The beginning of a file, for telling what it is. */
export interface Head {
  readonly bytes: Uint8Array
  /** without the point, small letters; '' where the name has none */
  readonly extension: string
  /** the first 4,000 characters, decoded as well as can be; '' where that is no text */
  readonly start: string
  /** of the root element, where it is XML: local name, namespace and attribute `version`, else null */
  readonly root: { readonly name: string; readonly namespace: string; readonly version: string } | null
}

/** What whoever asks for a new file may choose of it. */
export interface WriteOptions {
  /** of CSV; commas where it is not said */
  readonly csv?: CsvStyle | undefined
}

type Awaitable<T> = T | Promise<T>

/** What a format is for, as menus group it: text to publish, the corrections to be seen, other programs of translators, figures and research. */
export const purposes = ['text', 'changes', 'translation', 'data'] as const
export type Purpose = (typeof purposes)[number]

/** One file format: what it reads, what it writes anew, whose files it writes back corrected, or all of these. */
export interface Format {
  readonly id: string
  /** its name, the same in every language */
  readonly label: string
  /** without the point; the first is the one that is written */
  readonly extensions: readonly string[]
  readonly mediaType: string
  readonly purpose: Purpose
  /** Do the bytes say that they are this format? Where no format says so, the ending decides. */
  readonly isIt?: (head: Head) => boolean
  /** Throws a Problem (`FormatError`, or those of `text/`) where it is not of this format, or not text. Nothing is fetched, nothing written. */
  readonly read?: (bytes: Uint8Array, context: ReadContext) => Awaitable<Reading>
  /** its rows are annotators', and means are made of them: it holds what each found, or what they agreed on */
  readonly byAnnotator?: true
  /** a new file of one article */
  readonly write?: (article: ExportedArticle) => Awaitable<string | Uint8Array>
  /** a new file of any number of articles; a format has this or `write` */
  readonly writeAll?: (articles: readonly ExportedArticle[], options?: WriteOptions) => Awaitable<string | Uint8Array>
  /** The file that was imported, with what was corrected in it and nothing else changed. */
  readonly patch?: {
    /** id of the format that has read it */
    readonly of: string
    readonly make: (original: Original, outgoing: readonly Outgoing[]) => Awaitable<Written>
  }
}
