import { diffByLines, diffParagraph, diffTexts, type Hunk } from '../../text/diff/index.ts'

/**
 * The rows of the desk: which paragraphs of the machine translation (a) stand beside which of the corrected text (b). A row knows
 * only its lengths, so that typing in one row leaves the others as they are; where it stands follows by adding up (`starts`).
 */
export interface Row {
  readonly kind: 'same' | 'changed' | 'removed' | 'inserted' | 'moved-away' | 'moved-here'
  /** length in a without the last line break; -1 where nothing of a stands here */
  readonly a: number
  readonly b: number
  /** offsets from the row's two beginnings; in a moved row only those of its own side count */
  readonly hunks: readonly Hunk[]
  /** of a moved row: where its words stand on the other side, when the page was opened */
  readonly other?: { readonly from: number; readonly to: number }
}

export type Read = (from: number, to: number) => string
type Part = { readonly row: Row; readonly at: number }

const whole = (a: string, b: string): Row => ({
  kind: a === b ? 'same' : 'changed',
  a: a.length,
  b: b.length,
  hunks: diffParagraph(a, b),
})
const removed = (a: number): Row => ({
  kind: 'removed',
  a,
  b: -1,
  hunks: a > 0 ? [{ fromA: 0, toA: a, fromB: 0, toB: 0 }] : [],
})
const inserted = (b: number): Row => ({
  kind: 'inserted',
  a: -1,
  b,
  hunks: b > 0 ? [{ fromA: 0, toA: 0, fromB: 0, toB: b }] : [],
})

/** Rows without a counterpart in the machine's text: one a paragraph. */
const insertedRows = (b: string): Row[] => b.split('\n').map(p => inserted(p.length))

const covers = (rows: readonly Row[], a: string, b: string): boolean => {
  let lengthA = -1
  let lengthB = -1
  for (const row of rows) {
    if (row.a >= 0) lengthA += row.a + 1
    if (row.b >= 0) lengthB += row.b + 1
  }
  return lengthA === a.length && lengthB === b.length
}

/**
 * Rows of two texts, in the order of both: a moved paragraph is taken apart, for each column keeps its own order.
 * Texts the diff gives no cover for become one row.
 * @param fixed paragraphs are segments: each stands beside its like
 */
export const rowsOf = (a: string, b: string, fixed = false): readonly Row[] => {
  const diff = fixed ? diffByLines(a, b) : diffTexts(a, b)
  let next = 0
  const own = (fromA: number, toA: number, fromB: number, toB: number): Hunk[] => {
    const found: Hunk[] = []
    while (next < diff.hunks.length && (diff.hunks[next]?.fromB ?? 0) < fromB) next++
    for (let i = next; i < diff.hunks.length; i++) {
      const h = diff.hunks[i] as Hunk
      if (h.fromB > toB) break
      if (h.toB > toB || h.fromA < fromA || h.toA > toA) return diffParagraph(a.slice(fromA, toA), b.slice(fromB, toB))
      found.push({ fromA: h.fromA - fromA, toA: h.toA - fromA, fromB: h.fromB - fromB, toB: h.toB - fromB })
    }
    return found
  }
  const away: Part[] = []
  const rest: { row: Row; at: number }[] = []
  let lastA = -1
  for (const r of diff.rows) {
    const textA = a.slice(r.fromA, r.toA)
    if (r.kind === 'removed') away.push({ row: removed(textA.length), at: r.fromA })
    else if (r.kind === 'inserted') rest.push({ row: inserted(r.toB - r.fromB), at: -1 })
    else if (r.kind === 'moved' || r.fromA <= lastA) {
      const hunks = diffParagraph(textA, b.slice(r.fromB, r.toB))
      const other = { from: r.fromB, to: r.toB }
      away.push({ row: { kind: 'moved-away', a: textA.length, b: -1, hunks, other }, at: r.fromA })
      rest.push({
        row: { kind: 'moved-here', a: -1, b: r.toB - r.fromB, hunks, other: { from: r.fromA, to: r.toA } },
        at: -1,
      })
    } else {
      const hunks = r.kind === 'same' ? [] : own(r.fromA, r.toA, r.fromB, r.toB)
      rest.push({ row: { kind: r.kind, a: textA.length, b: r.toB - r.fromB, hunks }, at: r.fromA })
      lastA = r.fromA
    }
  }
  away.sort((x, y) => x.at - y.at)
  const rows: Row[] = []
  let taken = 0
  const takeUntil = (at: number): void => {
    for (; taken < away.length && (away[taken] as Part).at < at; taken++) {
      rows.push((away[taken] as Part).row)
    }
  }
  for (const { row, at } of rest) {
    if (at >= 0) takeUntil(at)
    rows.push(row)
  }
  takeUntil(Infinity)
  return covers(rows, a, b) ? rows : [whole(a, b)]
}

/** Rows of a piece of the two texts that is being edited; without a piece of a, every paragraph of b is new. */
export const rowsOfPiece = (a: string | null, b: string, fixed = false): readonly Row[] =>
  a === null ? insertedRows(b) : rowsOf(a, b, fixed)

/** The same row after typing inside it. */
export const retyped = (row: Row, mt: Read, fromA: number, b: string): Row => {
  if (row.kind === 'inserted') return inserted(b.length)
  if (row.kind === 'moved-here' && row.other !== undefined)
    return { ...row, b: b.length, hunks: diffParagraph(mt(row.other.from, row.other.to), b) }
  return row.a < 0 ? { ...row, b: b.length } : whole(mt(fromA, fromA + row.a), b)
}
