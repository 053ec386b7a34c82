import { severities as all, type Severity } from '../../mqm/annotation.ts'
import type { Span } from '../../text/span.ts'
import { joinFindings } from './entry-findings.ts'
import { across, hunksOf, type Open, type PlacedFinding, type PlacedFlag } from './entry-parts.ts'
import type { Row } from './rows.ts'
import type { Starts } from './row-starts.ts'

/** One thing on the rail: what was changed, what was flagged, what a check has found, or some of these on the same words. */
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
  readonly findings: readonly string[]
  /** the worst of what is open; else of its flags */
  readonly severity: Severity | null
  /** has it a flag that is open? */
  readonly flagged: boolean
  /** does anything here wait for an answer: an open flag, a finding? */
  readonly open: boolean
}

const meets = (from: number, to: number, span: Span): boolean =>
  from === to || span.from === span.to ? from <= span.to && span.from <= to : from < span.to && span.from < to

const worstOf = (severities: readonly Severity[]): Severity | null => all.findLast(s => severities.includes(s)) ?? null

const settle = (open: Open): Entry => {
  const waiting = open.flags.filter(f => f.status === 'open' || f.status === 'orphaned')
  const asked = [...waiting, ...open.findings]
  const { fromA, toA, fromB, toB, hunk, moved } = open
  const flags = open.flags.map(f => f.id)
  const findings = open.findings.map(f => f.id)
  const key = flags.length > 0 ? `f${flags.join()}` : hunk ? `h${fromA}-${toA}` : `c${findings.join()}`
  return {
    ...{ key, fromA, toA, fromB, toB, hunk, moved, flags, findings },
    severity: worstOf((asked.length > 0 ? asked : open.flags).map(f => f.severity)),
    flagged: waiting.length > 0,
    open: asked.length > 0,
  }
}

const standing = (a: Span, b: Span, flag: PlacedFlag): Open => ({
  fromA: a.from,
  toA: a.to,
  fromB: b.from,
  toB: b.to,
  hunk: false,
  moved: false,
  flags: [flag],
  findings: [],
})

/**
 * The rail's entries: a hunk, the flags and the findings on its words are one. What has no hunk stands by itself, in text order.
 * @param rowOf which row a position stands in @param findings in text order
 */
export const entriesOf = (
  rows: readonly Row[],
  starts: Starts,
  flags: readonly PlacedFlag[],
  rowOf: (side: 'a' | 'b', position: number) => number,
  findings: readonly PlacedFinding[] = [],
): readonly Entry[] => {
  const hunks = hunksOf(rows, starts)
  const alone: Open[] = []
  const inMt = (b: Span): Span => ({
    from: across(rows, starts, rowOf('b', b.from), 'b', b.from),
    to: across(rows, starts, rowOf('b', b.to), 'b', b.to),
  })
  const inCorrected = (a: Span): Span => ({
    from: across(rows, starts, rowOf('a', a.from), 'a', a.from),
    to: across(rows, starts, rowOf('a', a.to), 'a', a.to),
  })
  for (const flag of flags) {
    const hit = findHunk(hunks, flag)
    if (hit !== undefined) {
      hit.flags.push(flag)
      continue
    }
    const a = flag.a ?? (flag.b && inMt(flag.b))
    const b = flag.b ?? (flag.a && inCorrected(flag.a))
    if (a === null || b === null) {
      // its words are gone and it never stood in the machine's text: told at the end, where it hides nothing
      const [endA, endB] = [Math.max(0, (starts.a.at(-1) ?? 1) - 1), Math.max(0, (starts.b.at(-1) ?? 1) - 1)]
      alone.push(standing({ from: endA, to: endA }, { from: endB, to: endB }, flag))
      continue
    }
    const same = alone.find(o => o.fromA === a.from && o.toA === a.to && o.fromB === b.from)
    if (same !== undefined) same.flags.push(flag)
    else alone.push(standing(a, b, flag))
  }
  joinFindings(hunks, alone, findings, inMt)
  return distinct([...hunks, ...alone].sort((x, y) => x.fromB - y.fromB || x.fromA - y.fromA).map(settle))
}

/** Several insertions at one place of the machine's text are told apart by their order; nothing else has the key of another. */
const distinct = (entries: readonly Entry[]): readonly Entry[] => {
  const times = new Map<string, number>()
  return entries.map(entry => {
    const n = times.get(entry.key) ?? 0
    times.set(entry.key, n + 1)
    return n === 0 ? entry : { ...entry, key: `${entry.key}.${n}` }
  })
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
