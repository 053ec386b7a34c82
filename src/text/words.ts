import type { Span } from './span.ts'

/** What a word is, wherever words are counted. Global: take it through `matchAll`, or set `lastIndex`. */
const word = /[\p{L}\p{N}]+/gu

/** The words of a text, in order. */
export const words = (text: string): Span[] =>
  Array.from(text.matchAll(word), match => ({ from: match.index, to: match.index + match[0].length }))

export const countWords = (text: string): number => {
  let count = 0
  word.lastIndex = 0
  while (word.test(text)) count++
  return count
}
