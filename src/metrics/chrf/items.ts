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

/** Python's `string.punctuation`: all of ASCII that is seen and no letter or digit. */
const isPunctuation = (unit: number): boolean =>
  (unit >= 0x21 && unit <= 0x2f) ||
  (unit >= 0x3a && unit <= 0x40) ||
  (unit >= 0x5b && unit <= 0x60) ||
  (unit >= 0x7b && unit <= 0x7e)

/**
 * Words, of which one sign of punctuation is cut off: at the end, else at the beginning (Popović 2017, `chrF++.py`; from `(hej)` comes
 * `(hej` and `)`).
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  for (const word of splitWords(text)) {
    const last = word.length - 1
    if (last > 0 && isPunctuation(word.charCodeAt(last))) words.push(word.slice(0, last), word.slice(last))
    else if (last > 0 && isPunctuation(word.charCodeAt(0))) words.push(word.slice(0, 1), word.slice(1))
    else words.push(word)
  }
  return words
}
