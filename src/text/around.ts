/** The words around a place, for a line that shows it. */
import { splitsPair, type Span } from './span.ts'

/** How much is shown on each side of a place, in UTF-16 code units. */
const usual = 70

/** What stands before and after a place in its paragraph; cut at a space, with an ellipsis, where that is long. */
export function wordsAround(
  text: string,
  { from, to }: Span,
  most = usual,
): { readonly before: string; readonly after: string } {
  // one more than is shown tells that there is more; the paragraph may be the whole text, with a place in every word
  const near = text.slice(Math.max(0, from - most - 1), from)
  const start = from - near.length + near.lastIndexOf('\n') + 1
  const [rest = ''] = text.slice(to, to + most + 1).split('\n', 1)
  const end = to + rest.length
  return { before: tail(text, start, from, most), after: head(text, to, end, most) }
}

function tail(text: string, start: number, from: number, most: number): string {
  if (from - start <= most) return text.slice(start, from)
  const cut = splitsPair(text, from - most) ? from - most + 1 : from - most
  const part = text.slice(cut, from)
  const space = part.search(/\s/)
  return `…${space < 0 || space > most / 2 ? part : part.slice(space)}`
}

function head(text: string, to: number, end: number, most: number): string {
  if (end - to <= most) return text.slice(to, end)
  const cut = splitsPair(text, to + most) ? to + most - 1 : to + most
  const part = text.slice(to, cut)
  const space = part.search(/\s\S*$/)
  return `${space < most / 2 ? part : part.slice(0, space + 1)}…`
}
