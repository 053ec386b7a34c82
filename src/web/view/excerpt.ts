import { wordsAround } from '../../text/around.ts'
import { sliceOf, type Span } from '../../text/span.ts'
import { seen } from './seen.ts'

export interface Excerpt {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Words with what stands around them in their paragraph, as a page shows them. @param most UTF-16 code units on each side */
export function excerptAround(text: string, span: Span, most?: number): Excerpt {
  const { before, after } = wordsAround(text, span, most)
  return { before: seen(before), words: seen(sliceOf(text, span)), after: seen(after) }
}
