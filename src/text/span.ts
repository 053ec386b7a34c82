/** A half-open range of a text, in UTF-16 code units, as CodeMirror counts them. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Would a cut at `at` part the two halves of one character (a surrogate pair)? */
export const splitsPair = (text: string, at: number): boolean =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))

export const sliceOf = (text: string, span: Span): string => text.slice(span.from, span.to)
