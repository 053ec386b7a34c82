/** Where words stand, told by what stands around them: what keeps to its words while the text before and after is edited. */
import { splitsPair, type Span } from './span.ts'

/** Words with some of the text on either side of them. */
export interface Context {
  readonly before: string
  readonly words: string
  readonly after: string
  /** how many places earlier in the text read just so, context and all */
  readonly nth: number
}

/** How much of the text on each side is kept, in UTF-16 code units. */
const contextLength = 40

/** The context of a span of a text. */
export function contextOf(text: string, { from, to }: Span): Context {
  let start = Math.max(0, from - contextLength)
  if (splitsPair(text, start)) start += 1
  let end = Math.min(text.length, to + contextLength)
  if (splitsPair(text, end)) end -= 1
  const whole = text.slice(start, end)
  let nth = 0
  for (let at = text.indexOf(whole); at >= 0 && at < start; at = text.indexOf(whole, at + 1)) nth += 1
  return { before: text.slice(start, from), words: text.slice(from, to), after: text.slice(to, end), nth }
}
