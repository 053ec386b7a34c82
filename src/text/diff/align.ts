import { exactPartners } from './exact.ts'
import { gapsBetween, groupsOf, type Group, type Lines } from './lines.ts'
import { findMoves } from './moves.ts'
import { gapsWithin, pairAlike, pairHardlyAlike, pairRest, range } from './pairing.ts'
import { attachParts, place, type Placed } from './parts.ts'
import { Sequences } from './sequence.ts'
import { Similarity } from './similarity.ts'
import type { WordDiff } from './words.ts'

/** Which paragraphs lie beside which, in order on both sides; line of b → line of a where one moved; their tokens. */
export interface Alignment {
  readonly groups: readonly Group[]
  readonly moves: ReadonlyMap<number, number>
  readonly startA: Int32Array
  readonly startB: Int32Array
}

/**
 * Aligns the paragraphs of two texts: those that stay; then those that changed, by their words; what was split off or
 * joined; slight lines between; what moved; and last what stands in the same place. Only paragraphs that did not stay
 * are cut into words.
 */
export function alignLines(a: Lines, b: Lines, words: WordDiff): Alignment {
  const partner = exactPartners(a, b)
  const groups = groupsOf(partner)
  const placed: Placed = { a: new Uint8Array(a.count), b: new Uint8Array(b.count) }
  for (const group of groups) place(group, placed)
  const startA = cut(a, placed.a, words.a)
  const startB = cut(b, placed.b, words.b)
  const gaps = gapsBetween(groups, a.count, b.count)
  const [first] = gaps
  if (!first || (gaps.length === 1 && isOneToOne(first))) {
    add(gaps, groups)
    return { groups, moves: new Map(), startA, startB }
  }

  const similarity = new Similarity(words.a, startA, words.b, startB, words.vocabulary)
  const changed: Group[] = []
  for (const gap of gaps) pairAlike(gap, similarity, changed)
  for (const group of changed) place(group, placed)
  for (const group of changed) attachParts(group, similarity, placed)
  add(changed, groups)

  const slight = new Int32Array(a.count).fill(-1)
  const sequences = new Sequences(a.id, b.id, slight)
  for (const gap of gapsBetween(groups, a.count, b.count)) sequences.match(gap.fromA, gap.toA, gap.fromB, gap.toB)
  const between = groupsOf(slight)
  for (const group of between) place(group, placed)
  add(between, groups)

  const moves = findMoves(a, free(placed.a), b, free(placed.b), similarity)
  add(restGroups(a, b, groups, moves, similarity), groups)
  return { groups, moves, startA, startB }
}

const isOneToOne = (gap: Group): boolean => gap.toA - gap.fromA === 1 && gap.toB - gap.fromB === 1

/** Groups of what is left in each gap, in which nothing moved away or to it. */
function restGroups(
  a: Lines,
  b: Lines,
  groups: readonly Group[],
  moves: ReadonlyMap<number, number>,
  similarity: Similarity,
): Group[] {
  const moved = new Set(moves.values())
  const found: Group[] = []
  const stays = (gap: Group): boolean =>
    !range(gap.fromA, gap.toA).some(i => moved.has(i)) && !range(gap.fromB, gap.toB).some(j => moves.has(j))
  const size = (lines: Lines) => (at: number) => lines.to[at]! - lines.from[at]!
  for (const gap of gapsBetween(groups, a.count, b.count).filter(stays)) {
    const inside: Group[] = []
    if (isOneToOne(gap)) inside.push(gap)
    else pairHardlyAlike(gap, similarity, inside)
    found.push(...inside)
    for (const rest of gapsWithin(gap, inside)) {
      const linesA = range(rest.fromA, rest.toA).filter(i => similarity.massA(i) > 0)
      const linesB = range(rest.fromB, rest.toB).filter(j => similarity.massB(j) > 0)
      found.push(...pairRest(linesA, linesB, size(a), size(b)))
    }
  }
  return found
}

function add(more: readonly Group[], groups: Group[]): void {
  for (const group of more) groups.push(group)
  groups.sort((left, right) => left.fromA - right.fromA)
}

function cut(lines: Lines, placed: Uint8Array, tokens: WordDiff['a']): Int32Array {
  const start = new Int32Array(lines.count + 1)
  for (let at = 0; at < lines.count; at++) {
    start[at] = tokens.count
    if (placed[at] === 0) tokens.add(lines.from[at]!, lines.to[at]!)
  }
  start[lines.count] = tokens.count
  return start
}

function free(placed: Uint8Array): number[] {
  const lines: number[] = []
  placed.forEach((is, at) => {
    if (is === 0) lines.push(at)
  })
  return lines
}
