import type { Group, Lines } from './lines.ts'
import type { Hunk } from './types.ts'

/**
 * The hunks of a gap, each paragraph taken with its line break. Where the gap is at the end of a text, the last line
 * has none: then each is taken with the break before it. What moved is apart from what was removed or inserted.
 */
export function gapHunks(
  gap: Group,
  a: Lines,
  b: Lines,
  leaves: (i: number) => boolean,
  arrives: (j: number) => boolean,
  hunks: Hunk[],
): void {
  // as if both texts ended with a line break
  const start = (lines: Lines, at: number): number => lines.from[at] ?? lines.text.length + 1
  const back = gap.toA === a.count && gap.toB === b.count ? 1 : 0
  const runsA = runs(gap.fromA, gap.toA, leaves)
  const runsB = runs(gap.fromB, gap.toB, arrives)
  const startA = start(a, gap.fromA)
  const startB = start(b, gap.fromB)
  const endA = start(a, gap.toA)
  const endB = start(b, gap.toB)
  if (back > 0 && (startA === 0 || startB === 0)) {
    hunks.push({ fromA: 0, toA: a.text.length, fromB: 0, toB: b.text.length })
  } else if (runsA.length === 1 && runsB.length === 1 && !leaves(gap.fromA) && !arrives(gap.fromB)) {
    // the break after the last line stays
    hunks.push({ fromA: startA, toA: endA - 1, fromB: startB, toB: endB - 1 })
  } else {
    for (const [from, to] of runsA) {
      hunks.push({ fromA: start(a, from) - back, toA: start(a, to) - back, fromB: startB - back, toB: startB - back })
    }
    for (const [from, to] of runsB) {
      hunks.push({ fromA: endA - back, toA: endA - back, fromB: start(b, from) - back, toB: start(b, to) - back })
    }
  }
}

/** The stretches of lines for which `is` answers the same. */
function runs(from: number, to: number, is: (line: number) => boolean): [from: number, to: number][] {
  const found: [number, number][] = []
  for (let at = from; at < to; at++) {
    const last = found[found.length - 1]
    if (last && is(last[0]) === is(at)) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}
