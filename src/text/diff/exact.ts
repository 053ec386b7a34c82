import { heaviestChain, type Candidate } from './chain.ts'
import { gapsBetween, groupsOf, isSlight, type Lines } from './lines.ts'
import { Sequences } from './sequence.ts'

/**
 * The paragraphs that stay as they are and in order: `partner[i] = j`, else -1. First equal ends; then those that occur
 * once on either side, the longest text of them that is in order (patience anchors, weighted by length, so that of two
 * paragraphs that changed places the shorter one is said to have moved); then the rest between these, identical ones in
 * long runs by their neighbours. Slight lines wait: a blank one would part what belongs together.
 */
export function exactPartners(a: Lines, b: Lines): Int32Array {
  const partner = new Int32Array(a.count).fill(-1)
  let start = 0
  let endA = a.count
  let endB = b.count
  while (start < endA && start < endB && a.id[start] === b.id[start]) partner[start] = start++
  while (endA > start && endB > start && a.id[endA - 1] === b.id[endB - 1]) partner[--endA] = --endB
  if (start === endA || start === endB) return partner
  for (const { i, j } of heaviestChain(onceEach(a, b, start, endA, endB))) partner[i] = j
  const [idsA, idsB] = slightApart(a, b)
  const sequences = new Sequences(idsA, idsB, partner)
  for (const gap of gapsBetween(groupsOf(partner), a.count, b.count)) {
    sequences.match(gap.fromA, gap.toA, gap.fromB, gap.toB)
  }
  return partner
}

function onceEach(a: Lines, b: Lines, start: number, endA: number, endB: number): Candidate[] {
  const inB = new Map<number, number>()
  for (let j = start; j < endB; j++) inB.set(b.id[j]!, inB.has(b.id[j]!) ? -1 : j)
  const inA = new Map<number, number>()
  for (let i = start; i < endA; i++) inA.set(a.id[i]!, inA.has(a.id[i]!) ? -1 : i)
  const candidates: Candidate[] = []
  for (const [id, i] of inA) {
    const j = inB.get(id) ?? -1
    if (i >= 0 && j >= 0 && !isSlight(a, i)) candidates.push({ i, j, weight: 1 + a.to[i]! - a.from[i]! })
  }
  return candidates
}

/** The ids, with each slight line given one of its own, so that none equals another. */
function slightApart(a: Lines, b: Lines): [Int32Array, Int32Array] {
  let own = -1
  const apart = (lines: Lines): Int32Array => lines.id.map((id, at) => (isSlight(lines, at) ? own-- : id))
  return [apart(a), apart(b)]
}
