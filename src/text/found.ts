import { wordAfter, wordBefore } from './word-edges.ts'
import { fold } from './fold.ts'
import type { Span } from './span.ts'

/** Where `words` stand in `text` as whole words. */
function* placesOf(words: string, text: string): Generator<Span> {
  const [startsWithWord, endsWithWord] = [wordAfter(words, 0), wordBefore(words, words.length)]
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length
    if (startsWithWord && wordBefore(text, from)) continue
    if (endsWithWord && wordAfter(text, to)) continue
    yield { from, to }
  }
}

/**
 * Where the words of an orphaned flag stand again: to the letter, or, where they nowhere do, but for case, spaces, quotes and
 * dashes. Whole words only, in the text's order, at most `limit`. Offered to a person, never taken by themselves.
 */
export function findAgain(words: string, text: string, limit: number): Span[] {
  if (words.trim() === '' || limit < 1) return []
  const exact = [...placesOf(words, text).take(limit)]
  if (exact.length > 0) return exact
  const folded = fold(text)
  return [...placesOf(fold(words).text, folded.text).take(limit)].map(({ from, to }) => ({
    from: folded.toOriginal(from),
    to: folded.toOriginal(to),
  }))
}
