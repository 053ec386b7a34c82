import type { ChangeSet } from '@codemirror/state'
import { Problem } from '../../errors.ts'
import { diffParagraph } from '../diff/index.ts'
import { firstWhere } from '../first-where.ts'
import { applyChange, changeOf, editsOf, type Edit } from './edits.ts'
import { changeByLines } from './narrow.ts'

const breaksIn = (text: string): number => text.split('\n').length - 1

/** Where each line of a text begins. */
function startsOf(text: string): number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** An edit that puts in as many line ends as it takes away, cut at them: what it does to each of its lines. */
function cut({ from, insert }: Edit, removed: string): Edit[] {
  const coming = insert.split('\n')
  let at = from
  return removed.split('\n').map((line, i) => {
    const edit = { from: at, to: at + line.length, insert: coming[i] ?? '' }
    at += line.length + 1
    return edit
  })
}

/** The words that differ in a line that some edits change. */
function narrowLine(line: string, start: number, edits: readonly Edit[]): Edit[] {
  let [other, at] = ['', start]
  for (const { from, to, insert } of edits) {
    other += line.slice(at - start, from - start) + insert
    at = to
  }
  other += line.slice(at - start)
  return diffParagraph(line, other).map(hunk => ({
    from: start + hunk.fromA,
    to: start + hunk.toA,
    insert: other.slice(hunk.fromB, hunk.toB),
  }))
}

/**
 * The same change, of a text whose lines are the segments of a file, with each of its ranges within one line, and narrowed there to what
 * differs. A range that goes over line ends is cut at them, where it puts in as many as it takes away.
 * @throws Problem segments-fixed with the number of the paragraph, from 1, that would be split, joined to another, or moved
 */
export function narrowInSegments(change: ChangeSet, parent: string): ChangeSet {
  const starts = startsOf(parent)
  const lineOf = (offset: number): number => firstWhere(starts, start => start > offset) - 1
  const byLine = new Map<number, Edit[]>()
  for (const edit of editsOf(change)) {
    const removed = parent.slice(edit.from, edit.to)
    const line = lineOf(edit.from)
    if (breaksIn(removed) !== breaksIn(edit.insert)) throw new Problem('segments-fixed', { n: line + 1 })
    for (const [i, piece] of cut(edit, removed).entries()) {
      const known = byLine.get(line + i)
      if (known) known.push(piece)
      else byLine.set(line + i, [piece])
    }
  }
  const narrowed = [...byLine].flatMap(([line, edits]) => {
    const start = starts[line] ?? 0
    const end = line + 1 < starts.length ? (starts[line + 1] ?? 0) - 1 : parent.length
    return narrowLine(parent.slice(start, end), start, edits)
  })
  return changeOf(narrowed, parent.length)
}

/** What turns one text into another, segment by segment. @throws Problem segments-fixed where they have not equally many */
export function changeInSegments(a: string, b: string): ChangeSet {
  checkSegments(a, b)
  return changeByLines(a, b)
}

/** Refuses a text that has not as many segments as another. @throws Problem segments-fixed */
export function checkSegments(a: string, b: string): void {
  if (breaksIn(a) === breaksIn(b)) return
  const [before, after] = [a.split('\n'), b.split('\n')]
  throw new Problem('segments-fixed', { n: before.findIndex((line, i) => line !== after[i]) + 1 || before.length })
}

/**
 * The same change with each of its ranges within one segment, for one that was worked out of changes that keep them: a merge, an undo.
 * @throws Problem segments-fixed
 */
export function inSegments(change: ChangeSet, parent: string): ChangeSet {
  const goesOver = ({ from, to, insert }: Edit): boolean =>
    insert.includes('\n') || parent.slice(from, to).includes('\n')
  return editsOf(change).some(goesOver) ? changeInSegments(parent, applyChange(parent, change)) : change
}
