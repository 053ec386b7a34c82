/** Indices of characters (Unicode code points, as Python counts) ↔ our offsets, which are UTF-16 code units. */
import { firstWhere } from '../../text/first-where.ts'
import type { Span } from '../../text/span.ts'

const astral = /[\ud800-\udbff][\udc00-\udfff]/

/** Where each character of a text begins, and at last where the text ends; null where every character is one unit. */
const startsOf = (text: string): readonly number[] | null => {
  if (!astral.test(text)) return null
  let at = 0
  const starts = Array.from(text, character => (at += character.length) - character.length)
  return [...starts, at]
}

export interface Characters {
  readonly count: number
  /** the offset at which a character begins; the end of the text for what comes after the last */
  readonly offset: (index: number) => number
  /** the number of characters before an offset */
  readonly index: (offset: number) => number
}

export function charactersOf(text: string): Characters {
  const starts = startsOf(text)
  if (!starts) return { count: text.length, offset: index => Math.min(index, text.length), index: offset => offset }
  return {
    count: starts.length - 1,
    offset: index => starts[index] ?? text.length,
    index: offset =>
      Math.min(
        firstWhere(starts, start => start >= offset),
        starts.length - 1,
      ),
  }
}

/** Are these indices of UTF-16 units, as the annotation tools count in the browser? Only where they go beyond the last character can that be told. */
export const countsUnits = (characters: Characters, text: string, ends: readonly number[]): boolean =>
  characters.count < text.length && ends.some(end => end > characters.count) && ends.every(end => end <= text.length)

/** A span whose last character is `end`; what goes beyond the text ends with it. Null where it is none, or turned round. */
export function spanOf({ offset, count }: Characters, start: unknown, end: unknown): Span | null {
  const [first, last] = [Number(start), Number(end)]
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 0 || last < first) return null
  return { from: offset(Math.min(first, count)), to: offset(Math.min(last + 1, count)) }
}
