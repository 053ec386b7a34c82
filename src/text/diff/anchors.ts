/**
 * Patience anchors (Bram Cohen's patience diff, here on n-grams): runs of n tokens that occur exactly once on either
 * side are surely the same place, and the longest sequence of them that is in order on both sides splits a long
 * comparison into short ones. Three words in a row are hardly ever the same by chance, so wrong anchors are rare.
 */
export class Anchors {
  private keys = new Int32Array(0)
  /** position in a and b by slot: -1 not there, -2 there more than once */
  private inA = new Int32Array(0)
  private inB = new Int32Array(0)
  private slotOf = new Int32Array(0)

  /**
   * The anchors of n tokens in the two ranges, as pairs [i, j, i, j, …] in order, disjoint, or overlapping on one
   * diagonal.
   */
  find(n: number, a: Int32Array, fromA: number, toA: number, b: Int32Array, fromB: number, toB: number): number[] {
    const count = toA - fromA - n + 1
    if (count < 1 || toB - fromB < n) return []
    const mask = this.clear(count)
    const { keys, inA, inB, slotOf } = this
    for (let i = 0; i < count; i++) {
      const key = gram(a, fromA + i, n)
      let slot = key & mask
      while (inA[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
      inA[slot] = inA[slot] === -1 ? i : -2
      keys[slot] = key
      slotOf[i] = slot
    }
    for (let j = fromB; j + n <= toB; j++) {
      const key = gram(b, j, n)
      let slot = key & mask
      while (inA[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
      if (inA[slot] !== -1) inB[slot] = inB[slot] === -1 ? j : -2
    }
    const candidates: number[] = []
    for (let i = 0; i < count; i++) {
      const slot = slotOf[i]!
      if (inA[slot] !== i || inB[slot]! < 0) continue
      // the keys are hashes: two different n-grams may share one
      if (sameRun(a, fromA + i, b, inB[slot]!, n)) candidates.push(fromA + i, inB[slot]!)
    }
    return withoutOverlap(longestIncreasing(candidates), n)
  }

  private clear(count: number): number {
    let size = 16
    while (size < count * 2) size *= 2
    if (this.keys.length < size) {
      this.keys = new Int32Array(size)
      this.inA = new Int32Array(size)
      this.inB = new Int32Array(size)
      this.slotOf = new Int32Array(size)
    }
    this.inA.fill(-1, 0, size)
    this.inB.fill(-1, 0, size)
    return size - 1
  }
}

function gram(ids: Int32Array, at: number, n: number): number {
  let hash = 0
  for (let each = 0; each < n; each++) hash = Math.imul(hash ^ ids[at + each]!, 0x9e3779b1) + (hash >>> 13)
  return (hash ^ (hash >>> 15)) | 0
}

function sameRun(a: Int32Array, i: number, b: Int32Array, j: number, n: number): boolean {
  for (let each = 0; each < n; each++) if (a[i + each] !== b[j + each]) return false
  return true
}

/** The longest subsequence of the pairs (sorted by i, all different) in which j grows too; by patience sorting. */
function longestIncreasing(pairs: readonly number[]): number[] {
  const count = pairs.length >> 1
  const before = new Int32Array(count)
  const piles: number[] = []
  for (let at = 0; at < count; at++) {
    const j = pairs[2 * at + 1]!
    let low = 0
    let high = piles.length
    // mostly in order already: look at the last pile first
    if (high > 0 && pairs[2 * piles[high - 1]! + 1]! < j) low = high
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[2 * piles[middle]! + 1]! < j) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? piles[low - 1]! : -1
    piles[low] = at
  }
  const chain: number[] = []
  for (let at = piles.length > 0 ? piles[piles.length - 1]! : -1; at >= 0; at = before[at]!) chain.push(at)
  return chain.reverse().flatMap(at => [pairs[2 * at]!, pairs[2 * at + 1]!])
}

function withoutOverlap(pairs: readonly number[], n: number): number[] {
  const kept: number[] = []
  let endA = -1
  let endB = -1
  for (let at = 0; at < pairs.length; at += 2) {
    const i = pairs[at]!
    const j = pairs[at + 1]!
    if ((i < endA || j < endB) && i - j !== endA - endB) continue
    kept.push(i, j)
    endA = i + n
    endB = j + n
  }
  return kept
}
