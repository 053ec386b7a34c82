/** Paragraphs as they are read: what stands in them, where in the source, and by which tracked changes. */
import type { Change } from './change.ts'

/** A range of the source of a part. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** An element around runs, inside of a paragraph: a hyperlink, a content control. */
export interface Container extends Range {
  readonly local: string
  /** its start tag, and its end tag */
  readonly start: Range
  readonly end: Range
  /** of a hyperlink where it leads, by the id of a relationship or by a bookmark; of a field its instruction */
  readonly code: { readonly relationship: string; readonly anchor: string; readonly instruction: string } | null
  /** as written, with its prefix */
  readonly name: string
}

/** Is it a tracked change: what stands in it was put in, taken away or moved? */
export const isTracked = ({ local }: Container): boolean => /^(?:ins|del|moveFrom|moveTo)$/.test(local)

export interface Run extends Range {
  readonly start: Range
  /** its properties (`w:rPr`); null where it has none */
  readonly properties: Range | null
  /** what sets its words apart for a reader, sorted: `b`, `i`, `u`, `sub` … */
  readonly look: readonly string[]
  /** id of its character style; '' where it has none */
  readonly style: string
  /** outermost first */
  readonly containers: readonly Container[]
  /** in their order; what is between them is white space */
  readonly atoms: Atom[]
}

/** A child of a run: words, a tab, a break; or something that has no text, as a picture. */
export interface Atom extends Range {
  readonly text: string
  readonly changes: readonly Change[]
  /** what it is where it is no words, and something to a reader */
  readonly code?: AtomCode | undefined
}

/** A part of a complex field (ECMA-376 part 1, 17.16.18); a reference to a note; a picture or the like that stands in the line. */
export type AtomCode =
  | { readonly kind: 'begin' | 'separate' | 'end' }
  | { readonly kind: 'instruction'; readonly text: string }
  | { readonly kind: 'footnote' | 'endnote' }
  | { readonly kind: 'object'; readonly label: string }

export interface Paragraph extends Range {
  readonly start: Range
  /** of what stands between its tags; both are `to` where it is `<w:p/>` */
  readonly inner: Range
  /** its properties (`w:pPr`); null where it has none */
  readonly properties: Range | null
  /** of its mark (`w:rPr` in them), a section's that ends here, what they were before: each null where there is none */
  readonly markProperties: Range | null
  readonly section: Range | null
  readonly before: Range | null
  readonly style: string
  readonly runs: readonly Run[]
  /** changes of the mark at its end: without it, it is one with the next */
  readonly mark: readonly Change[]
  /** does the next one stand right beside it, so that both can be one? */
  readonly joinsNext: boolean
  /** in a text box, a note */
  readonly aside: boolean
}

/** The text of a paragraph, of those atoms that are seen. */
export const textOf = (paragraph: Paragraph, isSeen: (atom: Atom) => boolean = () => true): string => {
  let text = ''
  for (const { atoms } of paragraph.runs) for (const atom of atoms) if (isSeen(atom)) text += atom.text
  return text
}
