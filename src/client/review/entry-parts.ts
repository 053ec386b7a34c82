import type { Severity } from '../../mqm/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { Row } from './rows.ts'
import type { Starts } from './row-starts.ts'

/** A flag as it stands over the texts on the desk now. */
export interface PlacedFlag {
  readonly id: string
  readonly category: string
  readonly severity: Severity
  readonly status: 'open' | 'fixed' | 'orphaned' | 'dismissed'
  /** in the machine's text, where it was set there */
  readonly a: Span | null
  /** in the corrected text as it stands, where its words still have a place */
  readonly b: Span | null
}

/** A finding in the corrected text as it stands on the desk now. */
export interface PlacedFinding {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly severity: Severity
  readonly category: string
}

/** An entry that is being put together. */
export interface Open {
  fromA: number
  toA: number
  fromB: number
  toB: number
  hunk: boolean
  moved: boolean
  flags: PlacedFlag[]
  findings: PlacedFinding[]
}

/** Every hunk of the rows, in text order, in whole-text offsets. */
export const hunksOf = (rows: readonly Row[], starts: Starts): Open[] => {
  const found: Open[] = []
  rows.forEach((row, i) => {
    const [a, b] = [starts.a[i] as number, starts.b[i] as number]
    if (row.kind === 'moved-here')
      found.push({
        fromA: row.other?.from ?? a,
        toA: row.other?.to ?? a,
        fromB: b,
        toB: b + row.b,
        hunk: true,
        moved: true,
        flags: [],
        findings: [],
      })
    if (row.kind === 'moved-away' || row.kind === 'moved-here') return
    for (const h of row.hunks)
      found.push({
        fromA: a + h.fromA,
        toA: a + h.toA,
        fromB: b + h.fromB,
        toB: b + h.toB,
        hunk: true,
        moved: false,
        flags: [],
        findings: [],
      })
  })
  return found
}

/** The place in one text that stands beside a position of the other, by the rows and what is unchanged in them. */
export const across = (
  rows: readonly Row[],
  starts: Starts,
  row: number,
  side: 'a' | 'b',
  position: number,
): number => {
  const other = side === 'a' ? 'b' : 'a'
  const r = rows[row]
  if (r === undefined) return 0
  const local = position - (starts[side][row] as number)
  let shift = 0
  for (const h of r.hunks) {
    const [from, to, length] = side === 'a' ? [h.fromA, h.toA, h.toB] : [h.fromB, h.toB, h.toA]
    if (local < from) break
    if (local < to) return (starts[other][row] as number) + (side === 'a' ? h.fromB : h.fromA)
    shift = length - to
  }
  return (starts[other][row] as number) + Math.max(0, Math.min(r[other] < 0 ? 0 : r[other], local + shift))
}
