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
export const contextLength = 40

/** What stands before `at`: so many code units, or one less where a character would be cut in two. */
export function cutBefore(text: string, at: number, length: number): string {
  const start = Math.max(0, at - length)
  return text.slice(splitsPair(text, start) ? start + 1 : start, at)
}

/** What stands from `at` on, as `cutBefore`. */
export function cutAfter(text: string, at: number, length: number): string {
  const end = Math.min(text.length, at + length)
  return text.slice(at, splitsPair(text, end) ? end - 1 : end)
}

/** The context of a span of a text. */
export function contextOf(text: string, { from, to }: Span): Context {
  const [before, after] = [cutBefore(text, from, contextLength), cutAfter(text, to, contextLength)]
  const start = from - before.length
  const whole = text.slice(start, to + after.length)
  let nth = 0
  for (let at = text.indexOf(whole); at >= 0 && at < start; at = text.indexOf(whole, at + 1)) nth += 1
  return { before, words: text.slice(from, to), after, nth }
}
