import type { ChangeDesc, ChangeSet } from '@codemirror/state'
import type { Span } from './span.ts'

/** A revision's change, as it stands on a path of revisions. */
export interface Change {
  readonly number: number
  readonly change: ChangeSet
}

/** As much of a change as is asked here: which ranges, not what was written there. */
export interface Numbered {
  readonly number: number
  readonly change: ChangeDesc
}

/** Which revision a passage comes from; 0 is the machine. */
export interface Origin extends Span {
  readonly revision: number
}

/**
 * Texts told by where their pieces come from, three numbers a piece: the revision that wrote it and 0, or -1 and the offset it
 * is copied from; and its length. All texts of one level of the tree lie in one array, each from its start: a long life has a
 * million pieces on the way.
 */
interface Level {
  readonly pieces: Int32Array
  readonly starts: readonly number[]
}
const copied = -1

/** Adds a piece at `end`, to the one before where they belong together; gives the new end. */
function add(pieces: Int32Array, start: number, end: number, revision: number, from: number, length: number): number {
  if (length === 0) return end
  if (end > start && pieces[end - 3] === revision) {
    const joined = (pieces[end - 1] as number) + length
    if (revision !== copied || (pieces[end - 2] as number) + joined === from + length) {
      pieces[end - 1] = joined
      return end
    }
  }
  pieces[end] = revision
  pieces[end + 1] = from
  pieces[end + 2] = length
  return end + 3
}

/** Each change as pieces of the text it applies to. */
function leaves(path: readonly Numbered[]): Level {
  let ranges = 0
  for (const { change } of path) change.iterChangedRanges(() => ranges++)
  const pieces = new Int32Array(3 * (2 * ranges + path.length))
  const starts = [0]
  let end = 0
  for (const { number, change } of path) {
    const start = end
    let at = 0
    change.iterChangedRanges((fromA, toA, fromB, toB) => {
      end = add(pieces, start, end, copied, at, fromA - at)
      end = add(pieces, start, end, number, 0, toB - fromB)
      at = toA
    })
    end = add(pieces, start, end, copied, at, change.length - at)
    starts.push(end)
  }
  return { pieces, starts }
}

/**
 * The text at `second`, told by the one before it at `first`, told by where that came from. Copies go forward only, so one pass
 * over both is enough, and no more pieces come of it than both have.
 */
function compose(from: Int32Array, first: number, second: number, last: number, to: Int32Array, start: number): number {
  let end = start
  let piece = first
  let passed = 0
  for (let at = second; at < last; at += 3) {
    const revision = from[at] as number
    if (revision !== copied) {
      end = add(to, start, end, revision, 0, from[at + 2] as number)
      continue
    }
    let done = from[at + 1] as number
    const stop = done + (from[at + 2] as number)
    while (done < stop) {
      const next = passed + (from[piece + 2] as number)
      if (next <= done) {
        passed = next
        piece += 3
        continue
      }
      const until = next < stop ? next : stop
      const source = from[piece] as number
      const offset = source === copied ? (from[piece + 1] as number) + done - passed : 0
      end = add(to, start, end, source, offset, until - done)
      done = until
    }
  }
  return end
}

/** Pair by pair: 10,000 changes one by one take seconds, as a balanced tree milliseconds. */
function halved({ pieces, starts }: Level, into: Int32Array): Level {
  const next = [0]
  let end = 0
  for (let at = 0; at + 1 < starts.length; at += 2) {
    const [first, second, last] = [starts[at] as number, starts[at + 1] as number, starts[at + 2]]
    if (last === undefined) {
      into.set(pieces.subarray(first, second), end)
      end += second - first
    } else end = compose(pieces, first, second, last, into, end)
    next.push(end)
  }
  return { pieces: into, starts: next }
}

function composed(path: readonly Numbered[]): Int32Array {
  let level = leaves(path)
  let spare: Int32Array = new Int32Array(level.pieces.length)
  while (level.starts.length > 2) {
    const used = level.pieces
    level = halved(level, spare)
    spare = used
  }
  return level.pieces.subarray(0, level.starts[1])
}

/**
 * Who wrote what: the text at the end of a path (`pathTo`), from its start to its end without a gap, each passage with the
 * revision it comes from. A replaced word belongs to whom replaced it.
 * @param length0 length of the text the path starts from
 */
export function blame(path: readonly Numbered[], length0: number): Origin[] {
  const pieces = path.length === 0 ? [copied, 0, length0] : composed(path)
  const origins: Origin[] = []
  let at = 0
  for (let piece = 0; piece < pieces.length; piece += 3) {
    const revision = Math.max(0, pieces[piece] as number)
    const to = at + (pieces[piece + 2] as number)
    const last = origins.at(-1)
    if (to === at) continue
    if (last?.revision === revision) origins[origins.length - 1] = { from: last.from, to, revision }
    else origins.push({ from: at, to, revision })
    at = to
  }
  return origins
}

/**
 * What became of the text a path starts from: each passage of it with the revision that took it away, 0 where it stands to the end.
 * @param length1 length of the text at the end of the path
 */
export const takenAway = (path: readonly Numbered[], length1: number): Origin[] =>
  blame(
    path.toReversed().map(({ number, change }) => ({ number, change: change.invertedDesc })),
    length1,
  )
