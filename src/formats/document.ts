/** What a file holds, whatever its format: texts, what stands in them that is no text, and what people did to them. */
import type { Severity } from '../mqm/annotation.ts'
import type { CategoryId } from '../mqm/typology.ts'
import type { PartOfSpeech, TermStatus } from '../text/term.ts'
import type { FileState } from '../text/file-state.ts'
import type { Span } from '../text/span.ts'
import type { Warning } from './fault.ts'

/**
 * Something of the file that stands in a text and is none of its characters: an inline code, a style, a link; `from` and `to` are UTF-16
 * offsets of `Document.text`.
 * - `pair`: stands around words, `open` before and `close` after them (`<g id="1">` … `</g>`, `**` … `**`)
 * - `point`: stands at one place (`<x id="2"/>`); `from === to`, `close` is empty
 * - `raw`: characters that the file writes in a way of its own (`&#229;` for å, a wrapped line for a space): `open` stands for them as
 *   long as they are untouched; `from === to` for what the file has and the text has not (indentation). Nobody sees it.
 */
export interface Mark extends Span {
  /** unique in the document, and the same whenever the file is read */
  readonly id: string
  readonly kind: 'pair' | 'point' | 'raw'
  readonly open: string
  readonly close: string
  /** what a person is shown for it, short: `<b>`, `{0}`, `fet`; empty where there is nothing to see */
  readonly label: string
  /** id of the innermost pair that it stands in; '' where there is none. Tells on which side of a `</g>` a code stands. */
  readonly within: string
  /** must stand in the file whatever becomes of its words: an inline code must, emphasis need not */
  readonly kept: boolean
  /** what a text without codes has in its place, before and behind its words: `%d`, `{name}`. Of what only formats there is none. */
  readonly plain?: readonly [before: string, behind: string]
}

/** What stands for a code of the source, in a text without codes. */
export interface SourceCode {
  /** UTF-16 offset of the source text */
  readonly at: number
  readonly text: string
}

/** A text as it was at some time after the MT, by whom and when (epoch ms; null where the file does not say). */
export interface ReadRevision {
  /** empty where the file does not say */
  readonly author: string
  readonly at: number | null
  readonly summary: string
  readonly text: string
}

/** A comment or an annotated error. `from`, `to`: in the text of `revision` (0 is the MT, n the n-th of `revisions`). */
export interface ReadFlag extends Span {
  readonly author: string
  /** `shared`, or the annotator's own where several annotate beside each other */
  readonly layer: string
  readonly at: number | null
  readonly revision: number
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
  readonly suggestion: string
  /** why it is none any more; undefined where it stands open, or the format does not say */
  readonly dismissedReason?: string
}

/** Someone who has looked for errors in the MT: where no flag of theirs stands, they found none. */
export interface Annotator {
  readonly author: string
  /** as that of their flags */
  readonly layer: string
  /** numbers of the lines that they have looked at, from 0, ascending; null where all */
  readonly segments: readonly number[] | null
  /** layers whose marks they could have seen before they began, or went on; none where they were blind, undefined where that is not known */
  readonly saw?: readonly string[]
}

/** How good an annotator finds a paragraph of the MT as a whole (ESA: Kocmi et al. 2024). */
export interface Judgement {
  /** as that of the annotator's flags */
  readonly layer: string
  /** line of the MT, from 0 */
  readonly paragraph: number
  /** 0 to 100; annotators here give whole numbers, files may have others */
  readonly score: number
}

/** What was decided of two annotators' flags on what may be the same error, by their numbers in `Document.flags`. */
export interface ReadDecision {
  /** null where one of them has none there */
  readonly a: number | null
  readonly b: number | null
  readonly choice: DecisionChoice
  /** what was agreed on; null where there is no error, or it was changed by a later decision */
  readonly flag: number | null
  /** who decided */
  readonly author: string
  readonly at: number | null
  /** why */
  readonly comment: string
}

/** The one's flag, the other's, a version that is neither, or no error. */
export const decisionChoices = ['a', 'b', 'other', 'none'] as const
export type DecisionChoice = (typeof decisionChoices)[number]

/** One machine translation of one article. Texts have passed `text/entry.ts`; a paragraph or segment a line, U+2028 a break inside it. */
export interface Document {
  /** documents of a file with the same key are translations of one article by different systems; '' where it stands for itself */
  readonly key: string
  /** empty where the file has none */
  readonly title: string
  readonly address: string
  readonly system: string
  /** BCP 47; empty where the file does not say */
  readonly sourceLanguage: string
  readonly language: string
  /** empty where there is none; line by line beside `text` where `fixed` */
  readonly sourceText: string
  /** the MT: revision 0 */
  readonly text: string
  /** the last one is the corrected text; each differs from the one before */
  readonly revisions: readonly ReadRevision[]
  readonly flags: readonly ReadFlag[]
  /** as far as the file tells; one a layer */
  readonly annotators: readonly Annotator[]
  /** one of each annotator and line at most */
  readonly judgements: readonly Judgement[]
  /** the latest last: of flags that were decided of again, it holds */
  readonly decisions: readonly ReadDecision[]
  /** the lines of the text are the file's segments: none may be split, joined or moved */
  readonly fixed: boolean
  /** sorted by `from`; of those at one place in the file's order */
  readonly marks: readonly Mark[]
  /** codes of the source that have a text, in its order: the source itself is words alone */
  readonly sourceCodes: readonly SourceCode[]
  /** of each line how far the file says that it had come, null where it does not say; empty where it says so of none, or the lines are not `fixed` */
  readonly states: readonly (FileState | null)[]
}

/** What most formats say nothing of. */
export const emptyDocument: Document = {
  key: '', title: '', address: '', system: '', sourceLanguage: '', language: '', sourceText: '', text: '', revisions: [], flags: [], annotators: [], judgements: [], decisions: [], fixed: false, marks: [], sourceCodes: [], states: [],
} // prettier-ignore

/** An entry of a termbase file. What is undefined the file does not say. */
export interface ReadTerm {
  readonly preferred: string
  readonly variants: readonly string[]
  readonly partOfSpeech?: PartOfSpeech | undefined
  readonly domain?: string | undefined
  readonly note?: string | undefined
  readonly status?: TermStatus | undefined
}

/** What a column of a table may be; `skip` is nothing to us. */
export const roles = [
  'skip', 'article', 'title', 'address', 'system', 'source', 'mt', 'corrected', 'author', 'category', 'severity', 'comment',
] as const // prettier-ignore
export type Role = (typeof roles)[number]

/** How a table is read: the role of each column, by its place; a line of JSON has its fields as columns, in the order of their coming. */
export interface Mapping {
  readonly roles: readonly Role[]
  /** is the first line a heading? */
  readonly heading: boolean
}

/** What a person is shown of a table, so that they can say what its columns are. */
export interface Columns extends Mapping {
  readonly names: readonly string[]
  /** the first rows, long fields cut */
  readonly sample: readonly (readonly string[])[]
}

/** All that was read of a file. */
export interface Reading {
  readonly documents: readonly Document[]
  readonly terms: readonly ReadTerm[]
  readonly warnings: readonly Warning[]
  /** of a table: how it was read */
  readonly columns?: Columns
}

/** A reading of one document, told by what it has; all else is empty. */
export const reading = (document: Partial<Document>, warnings: readonly Warning[] = []): Reading => ({
  documents: [{ ...emptyDocument, ...document }],
  terms: [],
  warnings,
})
