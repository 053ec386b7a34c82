import { alignLines, type Alignment } from './align.ts'
import type { Frame } from './blocks.ts'
import { gapHunks } from './gaps.ts'
import { gapsBetween, linesOf, type Group, type Lines } from './lines.ts'
import type { Hunk, Row, TextDiff } from './types.ts'
import { WordDiff } from './words.ts'

/** A comparison, and how many tokens it marks before hunks are joined: what a shortest script is measured by. */
export interface Comparison extends TextDiff {
  readonly marked: number
}

/** Compares two texts: paragraphs first, words within them. See {@link TextDiff}. */
export function compareTexts(a: string, b: string): Comparison {
  if (a === b) return { rows: sameRows(a), hunks: [], marked: 0 }
  const [linesA, linesB] = linesOf(a, b)
  const words = new WordDiff(a, b)
  const alignment = alignLines(linesA, linesB, words)
  return new RowMaker(linesA, linesB, words, alignment).run()
}

function sameRows(text: string): Row[] {
  let from = 0
  return text.split('\n').map(line => {
    const to = from + line.length
    const row: Row = { fromA: from, toA: to, fromB: from, toB: to, kind: 'same' }
    from = to + 1
    return row
  })
}

/** Draws rows and hunks, in b's order, from an alignment. */
class RowMaker {
  private readonly rows: Row[] = []
  private readonly hunks: Hunk[] = []
  private readonly a: Lines
  private readonly b: Lines
  private readonly words: WordDiff
  private readonly alignment: Alignment
  private readonly movedA: ReadonlySet<number>
  /** tokens in paragraphs that are removed or inserted whole */
  private whole = 0

  constructor(a: Lines, b: Lines, words: WordDiff, alignment: Alignment) {
    this.a = a
    this.b = b
    this.words = words
    this.alignment = alignment
    this.movedA = new Set(alignment.moves.values())
  }

  run(): Comparison {
    const { groups } = this.alignment
    const gaps = gapsBetween(groups, this.a.count, this.b.count)
    let next = 0
    for (const group of groups) {
      const gap = gaps[next]
      if (gap && gap.toA === group.fromA && gap.toB === group.fromB) {
        this.gap(gap)
        next++
      }
      this.group(group)
    }
    if (next < gaps.length) this.gap(gaps[next]!)
    return { rows: this.rows, hunks: this.hunks, marked: this.words.marked + this.whole }
  }

  private group(group: Group): void {
    const frame = this.frame(group)
    const alone = group.toA - group.fromA === 1 && group.toB - group.fromB === 1
    const same = alone && this.a.id[group.fromA] === this.b.id[group.fromB]
    this.rows.push({ ...frame.chars, kind: same ? 'same' : 'changed' })
    if (!same) this.words.compare(frame, this.hunks)
  }

  private frame({ fromA, toA, fromB, toB }: Group): Frame {
    const { a, b } = this
    const { startA, startB } = this.alignment
    return {
      chars: { fromA: a.from[fromA]!, toA: a.to[toA - 1]!, fromB: b.from[fromB]!, toB: b.to[toB - 1]! },
      tokens: { fromA: startA[fromA]!, toA: startA[toA]!, fromB: startB[fromB]!, toB: startB[toB]! },
    }
  }

  /** Paragraphs without a partner in their place: removed, inserted, gone from here, come here. */
  private gap(gap: Group): void {
    const { a, b } = this
    const { moves, startA, startB } = this.alignment
    this.whole += startA[gap.toA]! - startA[gap.fromA]! + startB[gap.toB]! - startB[gap.fromB]!
    const atA = Math.min(a.from[gap.toA] ?? Infinity, a.text.length)
    const atB = Math.min(b.from[gap.fromB] ?? Infinity, b.text.length)
    for (let i = gap.fromA; i < gap.toA; i++) {
      if (!this.movedA.has(i)) {
        this.rows.push({ fromA: a.from[i]!, toA: a.to[i]!, fromB: atB, toB: atB, kind: 'removed' })
      }
    }
    for (let j = gap.fromB; j < gap.toB; j++) {
      const i = moves.get(j)
      if (i === undefined) this.rows.push({ fromA: atA, toA: atA, fromB: b.from[j]!, toB: b.to[j]!, kind: 'inserted' })
      else this.rows.push(this.movedRow(i, j))
    }
    gapHunks(
      gap,
      a,
      b,
      i => this.movedA.has(i),
      j => moves.has(j),
      this.hunks,
    )
  }

  private movedRow(i: number, j: number): Row {
    const frame = this.frame({ fromA: i, toA: i + 1, fromB: j, toB: j + 1 })
    const row: Row = { ...frame.chars, kind: 'moved', moved: frame.chars.fromA }
    if (this.a.id[i] === this.b.id[j]) return row
    const hunks: Hunk[] = []
    const before = this.words.marked
    this.words.compare(frame, hunks)
    this.words.marked = before
    return { ...row, hunks }
  }
}
