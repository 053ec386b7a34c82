/** The paragraphs of a text beside those of another, asked for by their place in the first. */
import type { Hunk, Row, TextDiff } from '../diff/index.ts'
import { firstWhere } from '../first-where.ts'
import { fold } from '../fold.ts'
import type { Span } from '../span.ts'

/** Paragraphs less alike than this were put beside each other only because nothing else was left for them. */
const alike = 0.25
const fewWords = 3

/** Paragraphs of a with what stands for them in b, and what changed within. */
export interface Beside {
  readonly row: Row
  readonly hunks: readonly Hunk[]
  /** whether they are the same paragraphs, changed or not; else nothing within can be told */
  readonly sure: boolean
}

const wordsOf = (text: string): readonly string[] => fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Dice's coefficient over the words of both, as multisets. */
function wordsInCommon(a: string, b: string): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  const counts = new Map<string, number>()
  for (const word of wordsA) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of wordsB) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  // of a heading of two words nothing may be left
  return Math.min(wordsA.length, wordsB.length) < fewWords ? 1 : (2 * common) / (wordsA.length + wordsB.length)
}

export class RowsOfA {
  private readonly a: string
  private readonly b: string
  private readonly rows: readonly Row[]
  private readonly hunks: readonly Hunk[]
  private readonly known = new Map<Row, Beside>()

  constructor(a: string, b: string, diff: TextDiff) {
    this.a = a
    this.b = b
    this.hunks = diff.hunks
    this.rows = diff.rows.filter(row => row.kind !== 'inserted').toSorted((x, y) => x.fromA - y.fromA || x.toA - y.toA)
  }

  /** The paragraphs that hold a span of a; null where it goes beyond them. */
  holding({ from, to }: Span): Beside | null {
    const after = firstWhere(this.rows, row => row.fromA > from)
    const row = this.rows[after - 1]
    return row && row.toA >= to ? this.beside(row) : null
  }

  private beside(row: Row): Beside {
    const known = this.known.get(row)
    if (known) return known
    const inside =
      row.kind === 'moved'
        ? (row.hunks ?? [])
        : this.hunks
            .slice(
              firstWhere(this.hunks, hunk => hunk.toA >= row.fromA),
              firstWhere(this.hunks, hunk => hunk.fromA > row.toA),
            )
            .filter(hunk => hunk.fromB >= row.fromB && hunk.toB <= row.toB)
    const sure =
      row.kind === 'same' ||
      (row.kind !== 'removed' &&
        wordsInCommon(this.a.slice(row.fromA, row.toA), this.b.slice(row.fromB, row.toB)) >= alike)
    const beside = { row, hunks: inside, sure }
    this.known.set(row, beside)
    return beside
  }
}
