import { compareTexts } from './compare.ts'
import type { Hunk, Row, TextDiff } from './types.ts'
import { diffParagraph } from './words.ts'

/**
 * The differences of two texts whose lines belong to each other, as segments of a file do: line n stands beside line n however unlike
 * they are, none is moved, and no hunk goes over the end of a line. Texts of unequally many lines are compared like any others.
 */
export function diffByLines(a: string, b: string): TextDiff {
  const [before, after] = [a.split('\n'), b.split('\n')]
  if (before.length !== after.length) {
    const { rows, hunks } = compareTexts(a, b)
    return { rows, hunks }
  }
  const rows: Row[] = []
  const hunks: Hunk[] = []
  let [fromA, fromB] = [0, 0]
  for (const [i, line] of before.entries()) {
    const other = after[i] ?? ''
    const [toA, toB] = [fromA + line.length, fromB + other.length]
    if (line !== other)
      for (const hunk of diffParagraph(line, other))
        hunks.push({
          fromA: fromA + hunk.fromA,
          toA: fromA + hunk.toA,
          fromB: fromB + hunk.fromB,
          toB: fromB + hunk.toB,
        })
    rows.push({ kind: line === other ? 'same' : 'changed', fromA, toA, fromB, toB })
    fromA = toA + 1
    fromB = toB + 1
  }
  return { rows, hunks }
}
