/** Wordings that a text is checked against: those of the house's termbase, and those that the memory has. */
import type { Severity } from '../mqm/annotation.ts'
import type { CategoryId } from '../mqm/typology.ts'
import type { PartOfSpeech } from '../text/term.ts'

/** Preferred wording, with the variants it replaces. */
export interface Term {
  readonly preferred: string
  readonly variants: readonly string[]
  /** where it is an entry of the house's termbase; what a finding of it is about */
  readonly id?: string
  readonly partOfSpeech?: PartOfSpeech
  /** its own forms, in the order of `phrases/own-forms.ts`; empty where the dictionary knows them */
  readonly inflection?: readonly string[]
  /** in which it holds; '' everywhere */
  readonly domain?: string
  readonly category?: CategoryId
  readonly severity?: Severity
}

/** A wording as the memory has it: the one variant was corrected to the preferred one before. Its `id` is that of the pair. */
export interface Remembered extends Term {
  /** how likely it is right here, between 0 and 1 */
  readonly confidence: number
  /** how often it was corrected so, and in how many articles; how often that was declined since */
  readonly corrections: number
  readonly articles: number
  readonly declined: number
  /** who corrected it so last, or has made a rule of it */
  readonly by: string
  /** a person has made a rule of it */
  readonly pinned: boolean
  /** words of which one must stand in the same paragraph or in the heading; none where it holds everywhere */
  readonly near: readonly string[]
  /** what stood around it where it was corrected, where it holds only in places like them; null everywhere */
  readonly alike: readonly { readonly before: string; readonly after: string }[] | null
}
