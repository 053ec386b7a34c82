import type { Span } from '../../text/span.ts'
import type { Entry } from './entries.ts'

/** What of the entries the rail shows, and in which order. */
export interface Filter {
  readonly show: 'all' | 'findings' | 'changes' | 'proposed' | 'flags' | 'open' | 'fixed'
  readonly order: 'text' | 'severity'
}

const weight = { neutral: 1, minor: 2, major: 3, critical: 4 } as const

/** @param proposed is an entry's category only proposed so far? */
export const chosen = (
  entries: readonly Entry[],
  filter: Filter,
  proposed: (entry: Entry) => boolean = () => false,
): readonly Entry[] => {
  const shown = entries.filter(e => {
    if (filter.show === 'all') return true
    if (filter.show === 'findings') return e.findings.length > 0
    if (filter.show === 'changes') return e.hunk
    if (filter.show === 'proposed') return proposed(e)
    if (e.flags.length === 0) return false
    return filter.show === 'flags' || (filter.show === 'open') === e.flagged
  })
  if (filter.order === 'text') return shown
  const rank = (e: Entry): number => (e.severity === null ? 0 : weight[e.severity] + (e.open ? 10 : 0))
  return shown.toSorted((x, y) => rank(y) - rank(x) || x.fromB - y.fromB)
}

/** The entry at a position of one text: the one whose words are there, else null. */
export const entryAt = (entries: readonly Entry[], side: 'a' | 'b', position: number): Entry | null => {
  let best: Entry | null = null
  for (const e of entries) {
    const [from, to] = side === 'a' ? [e.fromA, e.toA] : [e.fromB, e.toB]
    if (from > position || to < position || e.moved) continue
    if (best === null || to - from < (side === 'a' ? best.toA - best.fromA : best.toB - best.fromB)) best = e
  }
  return best
}

/** Of the changes in what was typed, perhaps at several places before this was asked, the one nearest to the caret. */
export const changeNear = (entries: readonly Entry[], typed: Span, caret: number): Entry | undefined => {
  const away = (e: Entry): number => Math.max(e.fromB - caret, caret - e.toB)
  return entries
    .filter(e => e.hunk && !e.moved && e.fromB <= typed.to && typed.from <= e.toB)
    .sort((x, y) => away(x) - away(y))[0]
}

/**
 * The next entry in a direction: from the current one where there is one, else from the caret.
 * @param by 1 or -1
 */
export const stepFrom = (
  shown: readonly Entry[],
  current: string | null,
  side: 'a' | 'b',
  caret: number,
  by: 1 | -1,
): Entry | null => {
  const at = shown.findIndex(e => e.key === current)
  if (at >= 0) return shown[at + by] ?? null
  const start = (e: Entry): number => (side === 'a' ? e.fromA : e.fromB)
  return (by > 0 ? shown.find(e => start(e) >= caret) : shown.findLast(e => start(e) < caret)) ?? null
}
