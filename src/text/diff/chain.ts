/** A possible pair of paragraphs and what it is worth. */
export interface Candidate {
  readonly i: number
  readonly j: number
  readonly weight: number
}

/**
 * The heaviest chain of candidates in which i and j both strictly grow: a monotone alignment that maximises the sum of
 * its weights. A prefix-maximum tree (Fenwick, 1994) over j makes it O(n log n); on a tie the earlier candidate stays.
 */
export function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((left, right) => left.i - right.i || right.j - left.j)
  let least = Infinity
  let most = 0
  for (const { j } of sorted) {
    least = Math.min(least, j)
    most = Math.max(most, j)
  }
  const size = sorted.length === 0 ? 0 : most - least + 1
  /** the index in `sorted` of the best chain's end among a stretch of j, or -1 */
  const tree = new Int32Array(size + 1).fill(-1)
  const total = new Float64Array(sorted.length)
  const before = new Int32Array(sorted.length).fill(-1)
  let end = -1
  sorted.forEach(({ j, weight }, at) => {
    let best = -1
    for (let node = j - least; node > 0; node -= node & -node) {
      const other = tree[node]!
      if (other >= 0 && (best < 0 || total[other]! > total[best]!)) best = other
    }
    before[at] = best
    total[at] = weight + (best < 0 ? 0 : total[best]!)
    for (let node = j - least + 1; node <= size; node += node & -node) {
      const other = tree[node]!
      if (other < 0 || total[at] > total[other]!) tree[node] = at
    }
    if (end < 0 || total[at] > total[end]!) end = at
  })
  const chain: Candidate[] = []
  for (; end >= 0; end = before[end]!) chain.push(sorted[end]!)
  return chain.reverse()
}
