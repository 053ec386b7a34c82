/** Where what stands in a text and is none of its characters stands after corrections. Pure; the desk shows by it what a file is written by. */
import { firstWhere } from './first-where.ts'
import type { Edit } from './change.ts'
import type { Span } from './span.ts'

/** As much of a mark (`formats/document.ts`) as tells where it belongs. */
export interface Markable extends Span {
  readonly id: string
  readonly kind: 'pair' | 'point' | 'raw'
}

/** A mark in the corrected text. `gone`: the words that it stood around, or in, are no more; it stands where they were. */
export interface Placed<M extends Markable> extends Span {
  readonly mark: M
  readonly gone: boolean
  /** has a person put it there? Then it may stand otherwise among its like than it did. */
  readonly asked?: true
}

const isLetter = (text: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(text)
const visible = (text: string): number => text.replace(/\s/gu, '').length

/** Where offsets of a text stand after sorted, disjoint edits. */
class Moved {
  readonly #text: string
  readonly #edits: readonly Edit[]
  /** how far what follows edit i has moved, at i + 1 */
  readonly #shifts: readonly number[]

  constructor(text: string, edits: readonly Edit[]) {
    this.#text = text
    this.#edits = edits
    let shift = 0
    this.#shifts = [0, ...edits.map(({ from, to, insert }) => (shift += insert.length - (to - from)))]
  }

  /** The first edit that ends at `at` or later. */
  #next(at: number): number {
    return firstWhere(this.#edits, ({ to }) => to >= at)
  }

  /** Those that touch a range, its edges included. */
  touching({ from, to }: Span): Edit[] {
    const found: Edit[] = []
    for (let i = this.#next(from); i < this.#edits.length; i++) {
      const edit = this.#edits[i] as Edit
      if (edit.from > to) break
      found.push(edit)
    }
    return found
  }

  /** An offset after the edits; `after`: behind what is put in at that very place, or in whose midst it stood. */
  at(offset: number, after: boolean): number {
    let i = this.#next(offset)
    let result = offset + (this.#shifts[i] ?? 0)
    for (; i < this.#edits.length; i++) {
      const { from, to, insert } = this.#edits[i] as Edit
      const before = this.#shifts[i] ?? 0
      if (from > offset) break
      if (to > offset) return from + before + (after && from < offset ? insert.length : 0)
      if (from === to && !after) return result
      result = offset + (this.#shifts[i + 1] ?? 0)
    }
    return result
  }

  isLineStart = (at: number): boolean => at === 0 || this.#text[at - 1] === '\n'
  isLineEnd = (at: number): boolean => at === this.#text.length || this.#text[at] === '\n'
  slice = ({ from, to }: Span): string => this.#text.slice(from, to)
}

/** What is put in at the edge of a word and goes on with it belongs to the word. */
const growsWord = (moved: Moved, at: number, { from, to, insert }: Edit, side: 'start' | 'end'): boolean =>
  from === to && from === at &&
  (side === 'end'
    ? isLetter(moved.slice({ from: at - 1, to: at })) && isLetter(insert.slice(0, 1))
    : isLetter(moved.slice({ from: at, to: at + 1 })) && isLetter(insert.slice(-1))) // prettier-ignore

function placePair<M extends Markable>(mark: M, moved: Moved): Placed<M> {
  const { from, to } = mark
  const touching = moved.touching(mark)
  if (touching.length === 0) return { mark, from: moved.at(from, false), to: moved.at(to, false), gone: false }
  const swallowed = touching.find(edit => edit.from <= from && edit.to >= to && (edit.from < from || edit.to > to))
  if (swallowed) {
    // most of the words that were replaced were its own: what replaced them is its own too
    const own = visible(moved.slice(mark)) * 2 >= visible(moved.slice(swallowed)) && visible(swallowed.insert) > 0
    const start = moved.at(swallowed.from, false)
    return own
      ? { mark, from: start, to: start + swallowed.insert.length, gone: false }
      : { mark, from: start, to: start, gone: true }
  }
  const wholeLine = moved.isLineStart(from) && moved.isLineEnd(to)
  const takesStart = wholeLine || touching.some(edit => growsWord(moved, from, edit, 'start'))
  const takesEnd = wholeLine || touching.some(edit => growsWord(moved, to, edit, 'end'))
  const start = moved.at(from, !takesStart)
  const end = Math.max(start, moved.at(to, takesEnd))
  return { mark, from: start, to: end, gone: start === end && from < to }
}

function placePoint<M extends Markable>(mark: M, moved: Moved): Placed<M> {
  const { from } = mark
  const isTrailer = mark.kind === 'raw' && moved.isLineEnd(from) && !moved.isLineStart(from)
  // a reference to a note stays behind its word when that gets an ending
  const isBehindWord =
    mark.kind === 'point' &&
    !isLetter(moved.slice({ from, to: from + 1 })) &&
    moved.touching(mark).some(edit => growsWord(moved, from, edit, 'end'))
  const at = moved.at(from, isTrailer || isBehindWord)
  return { mark, from: at, to: at, gone: moved.touching(mark).some(edit => edit.from < from && edit.to > from) }
}

/** A way of writing characters lasts as long as they are untouched. */
function placeRaw<M extends Markable>(mark: M, moved: Moved): Placed<M> | null {
  const { from, to } = mark
  if (from === to) return placePoint(mark, moved)
  const touched = moved.touching(mark).some(edit => edit.from < to && edit.to > from)
  if (touched) return null
  const start = moved.at(from, true)
  return { mark, from: start, to: start + to - from, gone: false }
}

/**
 * Where the marks of a text stand after edits. What is put in beside a pair stays outside of it, unless it makes a word of it longer or the
 * pair holds the whole line; a pair whose words were replaced as a whole holds what replaced them.
 * @param edits of `text`, sorted and disjoint @param placed where a person has put marks, in the corrected text; that holds
 */
export function placeMarks<M extends Markable>(
  text: string,
  marks: readonly M[],
  edits: readonly Edit[],
  placed: ReadonlyMap<string, Span> = new Map(),
): Placed<M>[] {
  const moved = new Moved(text, edits)
  return marks.flatMap(mark => {
    const asked = placed.get(mark.id)
    if (asked) return [{ mark, from: asked.from, to: asked.to, gone: false, asked: true as const }]
    const found =
      mark.kind === 'raw'
        ? placeRaw(mark, moved)
        : mark.kind === 'pair'
          ? placePair(mark, moved)
          : placePoint(mark, moved)
    return found ? [found] : []
  })
}
