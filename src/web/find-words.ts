import type { Span } from '../text/span.ts'

/** Where the n-th of the words stands in a range of a text; null where it does not. */
export function findWords(text: string, range: Span, words: string, n: number): Span | null {
  let at = range.from - 1
  for (let i = 0; i < n; i++) {
    at = text.indexOf(words, at + 1)
    if (at < 0 || at + words.length > range.to) return null
  }
  return { from: at, to: at + words.length }
}
