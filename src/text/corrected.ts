/** A text as its corrections make it of another: what is one correction, and the way back to the text. */
import type { Hunk, TextDiff } from './diff/index.ts'
import type { Span } from './span.ts'

/** Words of a text and what stands for them: a hunk; `moved` where it is the leaving or the coming of a paragraph that was moved. */
export interface CorrectedHunk extends Hunk {
  readonly moved: boolean
}

const isPoint = ({ from, to }: Span): boolean => from === to

/** Insertions at one point are one: known by their place, they could not be told apart. */
function joined(hunks: readonly CorrectedHunk[]): CorrectedHunk[] {
  const result: CorrectedHunk[] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    if (last?.fromA === hunk.fromA && last.toA === hunk.toA && last.toB === hunk.fromB)
      result[result.length - 1] = { ...last, toB: hunk.toB, moved: last.moved || hunk.moved }
    else result.push(hunk)
  }
  return result
}

/**
 * The corrections between two texts: the hunks of their comparison, with what was changed within paragraphs that were moved. A moved
 * paragraph is gone from one place and come to another; what changed in it lies in the range that is gone, and is for
 * whoever asks what was corrected: it makes no text (see `applyCorrections`). Sorted by `fromA`; what was put in at the very edge of a moved paragraph is
 * not told apart.
 */
export function correctedHunks({ rows, hunks }: TextDiff): CorrectedHunk[] {
  const moved = rows.filter(row => row.kind === 'moved')
  if (moved.length === 0) return joined(hunks.map(hunk => ({ ...hunk, moved: false })))
  const leaving = new Map(moved.map(row => [row.fromA, row]))
  const coming = new Map(moved.map(row => [row.fromB, row]))
  const inner: CorrectedHunk[] = []
  const told = hunks.map(hunk => {
    const [rowA, rowB] = [
      leaving.get(hunk.fromA) ?? leaving.get(hunk.fromA + 1),
      coming.get(hunk.fromB) ?? coming.get(hunk.fromB + 1),
    ]
    const leaves = hunk.fromB === hunk.toB && rowA !== undefined && rowA.toA <= hunk.toA
    const comes = hunk.fromA === hunk.toA && rowB !== undefined && rowB.toB <= hunk.toB
    if (leaves)
      for (const row of moved)
        if (row.fromA >= hunk.fromA && row.toA <= hunk.toA)
          for (const change of row.hunks ?? []) inner.push({ ...change, moved: false })
    return { ...hunk, moved: leaves || comes }
  })
  const within = inner.filter(({ fromA, toA }) => !told.some(outer => onEdge(fromA, toA, outer)))
  return [...joined(told), ...within].sort(
    (a, b) => a.fromA - b.fromA || Number(a.fromA !== a.toA) - Number(b.fromA !== b.toA) || b.toA - a.toA,
  )
}

const onEdge = (from: number, to: number, outer: Hunk): boolean =>
  from === to && (from === outer.fromA || to === outer.toA)

/** A place in the first text, and the words that stand for it in the second. */
export interface Replaced extends Span {
  readonly after: string
}

/** Whether one lies within another, which then makes the text; at an edge a point lies beside it. */
const liesIn = (inner: Span, outer: Span): boolean =>
  inner.from >= outer.from &&
  inner.to <= outer.to &&
  !(isPoint(inner) && (inner.from === outer.from || inner.to === outer.to))

/** The text that corrections make of another, in whatever order they come. */
export function applyCorrections(text: string, corrections: readonly Replaced[]): string {
  const sorted = corrections.toSorted(
    (a, b) => a.from - b.from || Number(!isPoint(a)) - Number(!isPoint(b)) || b.to - a.to,
  )
  const parts: string[] = []
  let at = 0
  let last: Span | undefined
  for (const correction of sorted) {
    if (last && liesIn(correction, last)) continue
    parts.push(text.slice(at, correction.from), correction.after)
    at = correction.to
    if (!isPoint(correction)) last = correction
  }
  parts.push(text.slice(at))
  return parts.join('')
}
