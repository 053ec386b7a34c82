import type { Severity } from '../../mqm/annotation.ts'
import type { Row } from './rows.ts'
import type { Starts } from './row-starts.ts'

/** A flag as it stands over the texts on the desk now. */
export interface PlacedFlag {
  readonly id: string
  readonly severity: Severity
  readonly status: 'open' | 'fixed' | 'orphaned' | 'dismissed'
  /** in the machine's text, where it was set there */
  readonly a: { readonly from: number; readonly to: number } | null
  /** in the corrected text as it stands, where its words still have a place */
  readonly b: { readonly from: number; readonly to: number } | null
}

/** One thing on the rail: what was changed, what was flagged, or both on the same words. */
export interface Entry {
  readonly key: string
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
  /** was something changed here? */
  readonly hunk: boolean
  readonly moved: boolean
  readonly flags: readonly string[]
  readonly severity: Severity | null
  readonly open: boolean
}

interface Open {
  fromA: number
  toA: number
  fromB: number
  toB: number
  hunk: boolean
  moved: boolean
  flags: PlacedFlag[]
}

/** Every hunk of the rows, in text order, in whole-text offsets. */
const hunksOf = (rows: readonly Row[], starts: Starts): Open[] => {
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
      })
  })
  return found
}

const meets = (from: number, to: number, span: { readonly from: number; readonly to: number }): boolean =>
  from === to || span.from === span.to ? from <= span.to && span.from <= to : from < span.to && span.from < to

const order: readonly Severity[] = ['neutral', 'minor', 'major', 'critical']

const settle = (open: Open): Entry => {
  const worst = open.flags.filter(f => f.status === 'open' || f.status === 'orphaned')
  const shown = worst.length > 0 ? worst : open.flags
  const severity = shown.reduce<Severity | null>(
    (s, f) => (s === null || order.indexOf(f.severity) > order.indexOf(s) ? f.severity : s),
    null,
  )
  const { fromA, toA, fromB, toB, hunk, moved } = open
  const flags = open.flags.map(f => f.id)
  const key = flags.length > 0 ? `f${flags.join()}` : `h${fromA}-${toA}-${fromB}`
  return { key, fromA, toA, fromB, toB, hunk, moved, flags, severity, open: worst.length > 0 }
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

/**
 * The rail's entries: a hunk and the flags on its words are one. A flag without a hunk stands by itself, in text order.
 * @param rowOfA, rowOfB which row a position stands in
 */
export const entriesOf = (
  rows: readonly Row[],
  starts: Starts,
  flags: readonly PlacedFlag[],
  rowOf: (side: 'a' | 'b', position: number) => number,
): readonly Entry[] => {
  const hunks = hunksOf(rows, starts)
  const alone: Open[] = []
  for (const flag of flags) {
    const hit = findHunk(hunks, flag)
    if (hit !== undefined) {
      hit.flags.push(flag)
      continue
    }
    const a =
      flag.a ??
      (flag.b && {
        from: across(rows, starts, rowOf('b', flag.b.from), 'b', flag.b.from),
        to: across(rows, starts, rowOf('b', flag.b.to), 'b', flag.b.to),
      })
    const b =
      flag.b ??
      (flag.a && {
        from: across(rows, starts, rowOf('a', flag.a.from), 'a', flag.a.from),
        to: across(rows, starts, rowOf('a', flag.a.to), 'a', flag.a.to),
      })
    if (a === null || b === null) {
      // its words are gone and it never stood in the machine's text: told at the end, where it hides nothing
      const [endA, endB] = [Math.max(0, (starts.a.at(-1) ?? 1) - 1), Math.max(0, (starts.b.at(-1) ?? 1) - 1)]
      alone.push({ fromA: endA, toA: endA, fromB: endB, toB: endB, hunk: false, moved: false, flags: [flag] })
      continue
    }
    const same = alone.find(o => o.fromA === a.from && o.toA === a.to && o.fromB === b.from)
    if (same !== undefined) same.flags.push(flag)
    else alone.push({ fromA: a.from, toA: a.to, fromB: b.from, toB: b.to, hunk: false, moved: false, flags: [flag] })
  }
  return [...hunks, ...alone].sort((x, y) => x.fromB - y.fromB || x.fromA - y.fromA).map(settle)
}

/** The hunk on a flag's words; hunks stand in order on the corrected side, so the search there is by halves. */
const findHunk = (hunks: readonly Open[], flag: PlacedFlag): Open | undefined => {
  const { a, b } = flag
  if (a !== null) {
    const hit = hunks.find(h => !h.moved && meets(h.fromA, h.toA, a))
    if (hit !== undefined) return hit
  }
  return b === null ? undefined : hunks.find(h => !h.moved && meets(h.fromB, h.toB, b))
}
