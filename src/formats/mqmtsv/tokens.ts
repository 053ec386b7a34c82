/** Tokens of a segment, as Anthea counts them: words, signs, and the spaces between them; put together they are the text. */
import type { Span } from '../../text/span.ts'

export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []

/** First and last of the tokens that a span touches, from 0; null where it is empty. */
export function tokenSpan(tokens: readonly string[], { from, to }: Span): readonly [number, number] | null {
  let at = 0
  let first = -1
  let last = -1
  for (const [i, token] of tokens.entries()) {
    const end = at + token.length
    if (end > from && at < to) {
      if (first < 0) first = i
      last = i
    }
    at = end
  }
  return first < 0 ? null : [first, last]
}
