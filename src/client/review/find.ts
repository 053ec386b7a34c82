import type { Span } from '../../text/span.ts'

/** More places than anyone steps through; the count then says so by its "+". */
export const mostFound = 5000

/**
 * Where a query stands in a text, without overlaps.
 * @param matchCase false: å and Å are one, and so is any other letter's case
 */
export const findIn = (text: string, query: string, matchCase: boolean): readonly Span[] => {
  if (query === '') return []
  const pattern = new RegExp(
    query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ +/g, '[ \\u00a0\\u202f]+'),
    matchCase ? 'gu' : 'giu',
  )
  const spans: Span[] = []
  for (const match of text.matchAll(pattern)) {
    spans.push({ from: match.index, to: match.index + match[0].length })
    if (spans.length >= mostFound) break
  }
  return spans
}

/** A place of any column, for walking through all of them as they stand on the page. */
export interface Place<C> extends Span {
  readonly column: C
}

/**
 * Places of several columns in reading order: by row, and in a row by column.
 * @param rowOf which row a position of a column stands in
 */
export const inReadingOrder = <C>(
  columns: readonly { readonly column: C; readonly spans: readonly Span[] }[],
  rowOf: (column: C, position: number) => number,
): readonly Place<C>[] =>
  columns
    .flatMap(({ column, spans }, order) =>
      spans.map(span => ({ place: { ...span, column }, row: rowOf(column, span.from), order })),
    )
    .sort((x, y) => x.row - y.row || x.order - y.order || x.place.from - y.place.from)
    .map(({ place }) => place)
