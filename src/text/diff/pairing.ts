import { heaviestChain } from './chain.ts'
import { gapsBetween, type Group } from './lines.ts'
import type { Similarity } from './similarity.ts'

/** Paragraphs less alike than this are not the same paragraph changed. */
const ALIKE = 0.3
/** … unless nothing else is left to pair them with. */
const HARDLY_ALIKE = 0.12
/**
 * Pairs changed paragraphs within a gap by the monotone alignment that keeps most of their words. The gaps left, being
 * smaller, are tried once more.
 */
export function pairAlike(gap: Group, similarity: Similarity, groups: Group[]): void {
  pair(gap, similarity, groups, ALIKE, 2)
}

function pair(gap: Group, similarity: Similarity, groups: Group[], least: number, times: number): void {
  const linesA = range(gap.fromA, gap.toA).filter(i => similarity.massA(i) > 0)
  const linesB = range(gap.fromB, gap.toB).filter(j => similarity.massB(j) > 0)
  if (linesA.length === 0 || linesB.length === 0) return
  const chain = heaviestChain(similarity.candidates(linesA, linesB, least))
  const found = chain.map(({ i, j }) => ({ fromA: i, toA: i + 1, fromB: j, toB: j + 1 }))
  groups.push(...found)
  if (times <= 1 || found.length === 0) return
  for (const rest of within(gap, found)) pair(rest, similarity, groups, least, times - 1)
}

/** The gaps between groups inside a gap that have paragraphs on both sides. */
function within(gap: Group, groups: readonly Group[]): Group[] {
  const { fromA, fromB } = gap
  const inside = groups.map(each => shift(each, -fromA, -fromB))
  return gapsBetween(inside, gap.toA - fromA, gap.toB - fromB)
    .map(each => shift(each, fromA, fromB))
    .filter(each => each.toA > each.fromA && each.toB > each.fromB)
}

const shift = (group: Group, a: number, b: number): Group => ({
  fromA: group.fromA + a,
  toA: group.toA + a,
  fromB: group.fromB + b,
  toB: group.toB + b,
})

/**
 * What is left in a gap after everything else: as many paragraphs on both sides are beside each other in order (one
 * rewritten is still that one); else those that are alike at all.
 */
export function pairRest(linesA: readonly number[], linesB: readonly number[], similarity: Similarity): Group[] {
  const pairs =
    linesA.length === linesB.length
      ? linesA.map((i, at) => ({ i, j: linesB[at]! }))
      : heaviestChain(similarity.candidates(linesA, linesB, HARDLY_ALIKE))
  return pairs.map(({ i, j }) => ({ fromA: i, toA: i + 1, fromB: j, toB: j + 1 }))
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}
