/** A half-open range of a text, in UTF-16 code units, as CodeMirror counts them. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

export const sliceOf = (text: string, span: Span): string => text.slice(span.from, span.to)
