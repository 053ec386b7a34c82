import type { ChangeSet } from '@codemirror/state'
import type { Span } from './span.ts'

/** A revision's change, as it stands on a path of revisions. */
export interface Change {
  readonly number: number
  readonly change: ChangeSet
}

/** Which revision a passage comes from; 0 is the machine. */
export interface Origin extends Span {
  readonly revision: number
}

/**
 * A text told by where its pieces come from, three numbers a piece: the revision that wrote it and 0, or -1 and the offset
 * it is copied from; and its length. Flat, because a long life has hundreds of thousands of pieces on the way.
 */
type Pieces = number[]
const copied = -1

/** Adds a piece, to the one before where they belong together. */
function add(pieces: Pieces, revision: number, from: number, length: number): void {
  if (length === 0) return
  const last = pieces.length - 3
  const follows =
    last >= 0 &&
    pieces[last] === revision &&
    (revision !== copied || (pieces[last + 1] as number) + (pieces[last + 2] as number) === from)
  if (follows) pieces[last + 2] = (pieces[last + 2] as number) + length
  else pieces.push(revision, from, length)
}

function piecesOf({ number, change }: Change): Pieces {
  const pieces: Pieces = []
  let at = 0
  change.iterChangedRanges((fromA, toA, fromB, toB) => {
    add(pieces, copied, at, fromA - at)
    add(pieces, number, 0, toB - fromB)
    at = toA
  })
  add(pieces, copied, at, change.length - at)
  return pieces
}

/** The pieces of two changes that follow one another. Copies go forward only, so one pass over both is enough. */
function compose(first: Pieces, second: Pieces): Pieces {
  const result: Pieces = []
  let piece = 0
  let start = 0
  for (let at = 0; at < second.length; at += 3) {
    const [revision, from, length] = [second[at] as number, second[at + 1] as number, second[at + 2] as number]
    if (revision !== copied) {
      add(result, revision, 0, length)
      continue
    }
    const to = from + length
    for (let done = from; done < to;) {
      const size = first[piece + 2] as number
      if (start + size <= done) {
        start += size
        piece += 3
        continue
      }
      const end = Math.min(start + size, to)
      const source = first[piece] as number
      add(result, source, source === copied ? (first[piece + 1] as number) + done - start : 0, end - done)
      done = end
    }
  }
  return result
}

/** Pair by pair: 10,000 changes one by one take seconds, as a balanced tree milliseconds. */
function composeAll(changes: readonly Change[]): Pieces {
  let level = changes.map(piecesOf)
  while (level.length > 1) {
    const next: Pieces[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [first, second] = [level[at] as Pieces, level[at + 1]]
      next.push(second ? compose(first, second) : first)
    }
    level = next
  }
  return level[0] ?? []
}

/**
 * Who wrote what: the text at the end of a path (`pathTo`), from its start to its end without a gap, each passage with the
 * revision it comes from. A replaced word belongs to whom replaced it.
 * @param length0 length of the text the path starts from
 */
export function blame(path: readonly Change[], length0: number): Origin[] {
  const pieces = path.length === 0 ? [copied, 0, length0] : composeAll(path)
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
