import type { Lines } from './lines.ts'
import type { Similarity } from './similarity.ts'

/** A moved paragraph may have been changed too, if it stayed as alike as this … */
const STILL_ALIKE = 0.55
/** … and weighs enough not to be alike by chance (see Similarity; a word used once on either side weighs 1). */
const LEAST_MASS = 4
const LEAST_MASS_EXACT = 1.2

/**
 * Paragraphs that left their place and stand elsewhere in b: line of b → line of a. Among those without a partner, the
 * identical ones that are left once on either side, then by greatest likeness.
 */
export function findMoves(
  a: Lines,
  leftA: readonly number[],
  b: Lines,
  leftB: readonly number[],
  similarity: Similarity,
): Map<number, number> {
  const moves = new Map<number, number>()
  if (leftA.length === 0 || leftB.length === 0) return moves
  const taken = new Set<number>()
  const inA = once(a, leftA)
  for (const [id, j] of once(b, leftB)) {
    const i = inA.get(id) ?? -1
    if (i < 0 || j < 0 || similarity.massA(i) < LEAST_MASS_EXACT) continue
    moves.set(j, i)
    taken.add(i)
  }
  const restA = leftA.filter(i => !taken.has(i) && similarity.massA(i) >= LEAST_MASS)
  const restB = leftB.filter(j => !moves.has(j) && similarity.massB(j) >= LEAST_MASS)
  const candidates = similarity.candidates(restA, restB, STILL_ALIKE)
  for (const { i, j } of candidates.sort((left, right) => right.weight - left.weight)) {
    if (taken.has(i) || moves.has(j)) continue
    moves.set(j, i)
    taken.add(i)
  }
  return moves
}

/** id → the one line that has it, or -1 where several do */
function once(lines: Lines, left: readonly number[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const at of left) found.set(lines.id[at]!, found.has(lines.id[at]!) ? -1 : at)
  return found
}
