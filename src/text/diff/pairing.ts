import { heaviestChain } from './chain.ts'
import { gapsBetween, type Group } from './lines.ts'
import type { Similarity } from './similarity.ts'

/** Paragraphs less alike than this are not the same paragraph changed … */
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

/** The same for what nothing else has a use for: those that are at all alike. */
export function pairHardlyAlike(gap: Group, similarity: Similarity, groups: Group[]): void {
  pair(gap, similarity, groups, HARDLY_ALIKE, 1)
}

function pair(gap: Group, similarity: Similarity, groups: Group[], least: number, times: number): void {
  const linesA = range(gap.fromA, gap.toA).filter(i => similarity.massA(i) > 0)
  const linesB = range(gap.fromB, gap.toB).filter(j => similarity.massB(j) > 0)
  if (linesA.length === 0 || linesB.length === 0) return
  const chain = heaviestChain(similarity.candidates(linesA, linesB, least))
  const found = chain.map(({ i, j }) => ({ fromA: i, toA: i + 1, fromB: j, toB: j + 1 }))
  groups.push(...found)
  if (times <= 1 || found.length === 0) return
  for (const rest of gapsWithin(gap, found)) pair(rest, similarity, groups, least, times - 1)
}

/** The gaps between groups inside a gap that have paragraphs on both sides. */
export function gapsWithin(gap: Group, groups: readonly Group[]): Group[] {
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
 * Paragraphs left in a gap after everything else. Where both sides have some, they are one rewritten as the other: they
 * lie beside each other in order, several beside one where their numbers differ. `linesA` and `linesB` hold words.
 */
export function pairRest(
  linesA: readonly number[],
  linesB: readonly number[],
  sizeA: (i: number) => number,
  sizeB: (j: number) => number,
): Group[] {
  if (linesA.length === 0 || linesB.length === 0) return []
  if (linesA.length < linesB.length) {
    return pairRest(linesB, linesA, sizeB, sizeA).map(({ fromA, toA, fromB, toB }) => ({
      fromA: fromB,
      toA: toB,
      fromB: fromA,
      toB: toA,
    }))
  }
  const wholeA = linesA.reduce((sum, i) => sum + sizeA(i), 0)
  const wholeB = linesB.reduce((sum, j) => sum + sizeB(j), 0)
  let [at, behindA, behindB] = [0, 0, 0]
  return linesB.map((j, index) => {
    const first = at
    behindB += sizeB(j)
    const others = linesB.length - index - 1
    do behindA += sizeA(linesA[at++]!)
    while (
      linesA.length - at > others &&
      (others === 0 || (behindA + sizeA(linesA[at]!) / 2) / wholeA < behindB / wholeB)
    )
    return { fromA: linesA[first]!, toA: linesA[at - 1]! + 1, fromB: j, toB: j + 1 }
  })
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}
