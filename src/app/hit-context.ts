import { splitsPair, type Span } from '../text/span.ts'

/** How much is shown on each side of a place, in UTF-16 code units. */
const around = 70

/** What stands before and after a place in its paragraph; cut at a space, with an ellipsis, where that is long. */
export function hitContext(text: string, { from, to }: Span): { readonly before: string; readonly after: string } {
  // one more than is shown tells that there is more; the paragraph may be the whole text, with a place in every word
  const near = text.slice(Math.max(0, from - around - 1), from)
  const start = from - near.length + near.lastIndexOf('\n') + 1
  const [rest = ''] = text.slice(to, to + around + 1).split('\n', 1)
  const end = to + rest.length
  return { before: tail(text, start, from), after: head(text, to, end) }
}

function tail(text: string, start: number, from: number): string {
  if (from - start <= around) return text.slice(start, from)
  const cut = splitsPair(text, from - around) ? from - around + 1 : from - around
  const part = text.slice(cut, from)
  const space = part.search(/\s/)
  return `…${space < 0 || space > around / 2 ? part : part.slice(space)}`
}

function head(text: string, to: number, end: number): string {
  if (end - to <= around) return text.slice(to, end)
  const cut = splitsPair(text, to + around) ? to + around - 1 : to + around
  const part = text.slice(to, cut)
  const space = part.search(/\s\S*$/)
  return `${space < around / 2 ? part : part.slice(0, space + 1)}…`
}
