import type { Group } from './lines.ts'
import { range } from './pairing.ts'
import type { Similarity } from './similarity.ts'

/** So much of a paragraph must be found in its neighbour's pair to have been split from it, or joined to it. */
const CONTAINED = 0.6

/** Which paragraphs have found their place, by line: 1 if so. */
export interface Placed {
  readonly a: Uint8Array
  readonly b: Uint8Array
}

export function place(group: Group, placed: Placed): void {
  placed.a.fill(1, group.fromA, group.toA)
  placed.b.fill(1, group.fromB, group.toB)
}

/**
 * Splits and merges: a paragraph left over beside a changed pair joins it (the pair is altered in place) where most of
 * its words are found among those of the other text's paragraph that the pair has no use for. Blank lines between come
 * with it.
 */
export function attachParts(pair: Group, similarity: Similarity, placed: Placed): void {
  for (const direction of [1, -1] as const) {
    if (pair.toB - pair.fromB === 1) extend(pair, 'a', direction, similarity, placed)
    if (pair.toA - pair.fromA === 1) extend(pair, 'b', direction, similarity, placed)
  }
}

function extend(pair: Group, side: 'a' | 'b', direction: 1 | -1, similarity: Similarity, placed: Placed): void {
  const mass = (line: number): number => (side === 'a' ? similarity.massA(line) : similarity.massB(line))
  const isFree = (line: number): boolean => placed[side][line] === 0
  for (;;) {
    let line = edge(pair, side, direction)
    while (isFree(line) && mass(line) === 0) line += direction
    if (!isFree(line)) return
    const larger = extended(pair, side, direction, line)
    const gained = commonOf(larger, similarity) - commonOf(pair, similarity)
    if (gained < CONTAINED * mass(line)) return
    Object.assign(pair, larger)
    place(pair, placed)
  }
}

const commonOf = (group: Group, similarity: Similarity): number =>
  similarity.common(range(group.fromA, group.toA), range(group.fromB, group.toB))

/** The first line beyond the pair. */
function edge(pair: Group, side: 'a' | 'b', direction: 1 | -1): number {
  if (side === 'a') return direction > 0 ? pair.toA : pair.fromA - 1
  return direction > 0 ? pair.toB : pair.fromB - 1
}

function extended(pair: Group, side: 'a' | 'b', direction: 1 | -1, line: number): Group {
  if (side === 'a') return direction > 0 ? { ...pair, toA: line + 1 } : { ...pair, fromA: line }
  return direction > 0 ? { ...pair, toB: line + 1 } : { ...pair, fromB: line }
}
