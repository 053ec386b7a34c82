/** Two segments as chrF and chrF++ count them: their characters, and their words. */
import { isSpace } from '../words.ts'
import type { Sequences } from './ngrams.ts'

/** The characters of both, and where among them words stand. */
export interface Segments extends Sequences {
  /** where each word begins and ends: first the reference's, then the hypothesis's */
  readonly bounds: Int32Array
  /** how many bounds are the reference's, and how many there are in all */
  readonly middleBound: number
  readonly endBound: number
}

/** Python's `string.punctuation`: all of ASCII that is seen and no letter or digit. */
const isPunctuation = (point: number): boolean =>
  (point >= 0x21 && point <= 0x2f) ||
  (point >= 0x3a && point <= 0x40) ||
  (point >= 0x5b && point <= 0x60) ||
  (point >= 0x7b && point <= 0x7e)

/** Where one sign of punctuation is cut off a word: at its end, else at its beginning; `from` where it has none, or is one. */
function cutOf(characters: Int32Array, from: number, end: number): number {
  if (end - from === 1) return from
  if (isPunctuation(characters[end - 1]!)) return end - 1
  return isPunctuation(characters[from]!) ? from + 1 : from
}

interface Room {
  readonly items: Int32Array
  readonly bounds: Int32Array
}

/** No more than two words, four bounds, of three characters: two and the space after them. */
const roomFor = (length: number): Room => ({ items: new Int32Array(length), bounds: new Int32Array(2 * length + 4) })

/** For two segments of up to 1,000 words: to make it anew takes as long as to read them. */
const kept = roomFor(16_384)

/**
 * Reads code points, those of spaces only if they count. Words are what stands between spaces, less one sign of punctuation, which is a word
 * of its own (Popović 2017, `chrF++.py`; from `(hej)` comes `(hej` and `)`). What is returned holds until the next call.
 */
export function readSegments(hypothesis: string, reference: string, spaces: boolean): Segments {
  const length = hypothesis.length + reference.length
  const { items, bounds } = length <= kept.items.length ? kept : roomFor(length)
  let [end, endBound] = [0, 0]
  const endWord = (from: number): void => {
    const cut = cutOf(items, from, end)
    bounds[endBound++] = from
    if (cut > from) {
      bounds[endBound++] = cut
      bounds[endBound++] = cut
    }
    bounds[endBound++] = end
  }
  const read = (text: string): void => {
    let from = end
    for (let at = 0; at < text.length; at += 1) {
      let point = text.charCodeAt(at)
      if (isSpace(point)) {
        if (end > from) endWord(from)
        if (spaces) items[end++] = point
        from = end
        continue
      }
      if (point >= 0xd800 && point < 0xdc00) {
        point = text.codePointAt(at)!
        if (point > 0xffff) at += 1
      }
      items[end++] = point
    }
    if (end > from) endWord(from)
  }
  read(reference)
  const [middle, middleBound] = [end, endBound]
  read(hypothesis)
  return { items, middle, end, bounds, middleBound, endBound }
}

function isSame(items: Int32Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (items[a + at] !== items[b + at]) return false
  return true
}

/** The words as numbers, equal where the words are; no text is made of them. */
export function numberWords({ items, bounds, middleBound, endBound }: Segments): Sequences {
  const numbers = new Int32Array(endBound / 2)
  // open addressing, at most half full: of each word, from 1, the first that reads so
  const mask = 2 ** (32 - Math.clz32(endBound)) - 1
  const firsts = new Int32Array(mask + 1)
  for (let word = 0; word < numbers.length; word += 1) {
    const from = bounds[2 * word]!
    const length = bounds[2 * word + 1]! - from
    let hash = length
    for (let at = from; at < from + length; at += 1) hash = Math.imul(hash ^ items[at]!, 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & mask
    for (; firsts[slot] !== 0; slot = (slot + 1) & mask) {
      const first = 2 * (firsts[slot]! - 1)
      if (bounds[first + 1]! - bounds[first]! === length && isSame(items, bounds[first]!, from, length)) break
    }
    if (firsts[slot] === 0) firsts[slot] = word + 1
    numbers[word] = firsts[slot]! - 1
  }
  return { items: numbers, middle: middleBound / 2, end: endBound / 2 }
}
