/** The characters and the words of a segment, as chrF and chrF++ count them. */
import { isSpace, splitWords } from '../words.ts'

/** @returns the code points, those of spaces only if they count */
export function charactersOf(text: string, spaces: boolean): Int32Array {
  const points = new Int32Array(text.length)
  let n = 0
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) as number
    if (point > 0xffff) at += 1
    if (spaces || !isSpace(point)) points[n++] = point
  }
  return points.subarray(0, n)
}

/** Python's `string.punctuation`. */
const punctuation: ReadonlySet<string> = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~')

/**
 * Words, of which one sign of punctuation is cut off: at the end, else at the beginning (Popović 2017, `chrF++.py`; from `(hej)` comes
 * `(hej` and `)`).
 */
export function wordsOf(text: string): readonly string[] {
  return splitWords(text).flatMap(word =>
    word.length === 1
      ? [word]
      : punctuation.has(word.charAt(word.length - 1))
        ? [word.slice(0, -1), word.slice(-1)]
        : punctuation.has(word.charAt(0))
          ? [word.slice(0, 1), word.slice(1)]
          : [word],
  )
}
