import type { Severity } from '../mqm/annotation.ts'
import type { CategoryId } from '../mqm/typology.ts'
import type { Span } from '../text/span.ts'
import type { Reading } from './reading.ts'
import type { Remembered, Term } from './wording.ts'

/** A sentence in the languages of the interface; checks carry their own words, so that a check is one file. */
export interface Said {
  readonly sv: string
  readonly en: string
}

/** What checks are grouped by on their page and in the settings. */
export const families = [
  'names',
  'untranslated',
  'words',
  'residue',
  'typography',
  'grammar',
  'calques',
  'source',
  'terms',
  'memory',
] as const
export type Family = (typeof families)[number]

/** Something a check has found. What is left out is as the check says. */
export interface Found extends Span {
  /** what to write instead of the span, best first; an empty string deletes it */
  readonly fixes: readonly string[]
  /** what is wrong just here, and why */
  readonly message?: Said
  readonly category?: CategoryId
  readonly severity?: Severity
  readonly confidence?: number
  /** the pair of the memory, or the term, that it speaks of */
  readonly about?: string
}

/**
 * One thing that may be wrong in a translation: data, and one function. Its examples are its test, its help page and its
 * documentation.
 */
export interface Check {
  /** stable, stored with what is accepted and dismissed: `month-capital` */
  readonly id: string
  readonly family: Family
  readonly category: CategoryId
  readonly severity: Severity
  /** how many of its findings are right, between 0 and 1: what ranks those that overlap */
  readonly confidence: number
  /** its name, as in a list */
  readonly title: Said
  /** what is wrong and why, for the editor; cites the authority where there is one (Svenska skrivregler, Språkrådet, SAOL) */
  readonly why: Said
  /**
   * Bad and good texts in the notation `Den 17 [Juni→juni] var …`: what the brackets hold must be found, and nothing else; the
   * fixes after the arrow, `|` between them, are those offered, in order. Without an arrow no fix is; without brackets the
   * text is good. Good examples count as much as bad ones.
   */
  readonly examples: readonly Example[]
  /** in the order of the text; must take a time linear in its length */
  find(reading: Reading): Iterable<Found>
}

/** A text alone, or with what it is checked against. */
export type Example =
  | string
  | {
      readonly text: string
      readonly source?: string
      readonly sourceLanguage?: string
      readonly terms?: readonly Term[]
      readonly memory?: readonly Remembered[]
    }

/** What a check reports to the outside, whole. */
export interface Finding extends Span {
  readonly check: string
  readonly text: string
  readonly category: CategoryId
  readonly severity: Severity
  readonly confidence: number
  readonly message: Said
  readonly fixes: readonly string[]
  readonly about?: string
}
