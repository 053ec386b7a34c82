/** Texts with `<v>…</v>` around what is marked in them. */
import type { Span } from '../../text/span.ts'

export interface Unmarked {
  /** without the marks */
  readonly text: string
  /** offsets in `text`; a mark that is not closed goes to the end */
  readonly spans: readonly Span[]
}

/** The marks, and their signs where a text has them as its own words. */
const sign = /<v>|<\/v>|&lt;(\/?)v&gt;/g

export function unmark(marked: string): Unmarked {
  if (!/<\/?v>|&lt;\/?v&gt;/.test(marked)) return { text: marked, spans: [] }
  const spans: Span[] = []
  let [text, at, open] = ['', 0, -1]
  const close = (): void => {
    if (open >= 0) spans.push({ from: open, to: text.length })
    open = -1
  }
  for (const match of marked.matchAll(sign)) {
    text += marked.slice(at, match.index)
    at = match.index + match[0].length
    if (match[0].startsWith('&')) text += `<${match[1]}v>`
    else {
      close()
      if (match[0] === '<v>') open = text.length
    }
  }
  text += marked.slice(at)
  close()
  return { text, spans }
}

/** What would be read as a mark, or part the columns. A tab becomes a space, as Anthea has it. */
const escape = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    .replaceAll('\n', '\u2028')
    .replace(/<(\/?)v>/g, '&lt;$1v&gt;')

/** @param span of `text`; null where nothing is to be marked */
export const mark = (text: string, span: Span | null): string =>
  span === null
    ? escape(text)
    : `${escape(text.slice(0, span.from))}<v>${escape(text.slice(span.from, span.to))}</v>${escape(text.slice(span.to))}`
