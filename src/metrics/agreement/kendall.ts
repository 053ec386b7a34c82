/** How many pairs of equal neighbours a sorted list has: n equal ones have n · (n − 1) ÷ 2. */
function ties<T>(sorted: readonly T[], isSame: (one: T, other: T) => boolean): number {
  let [sum, run] = [0, 0]
  for (const [i, each] of sorted.entries()) {
    run = i > 0 && isSame(sorted[i - 1]!, each) ? run + 1 : 0
    sum += run
  }
  return sum
}

/** Sorts in place; @returns how many pairs stood the wrong way round. */
function inversions(values: Float64Array, spare: Float64Array, from: number, to: number): number {
  if (to - from < 2) return 0
  const middle = (from + to) >> 1
  let count = inversions(values, spare, from, middle) + inversions(values, spare, middle, to)
  let [left, right] = [from, middle]
  for (let at = from; at < to; at++) {
    const takesLeft = right >= to || (left < middle && values[left]! <= values[right]!)
    if (!takesLeft) count += middle - left
    spare[at] = takesLeft ? values[left++]! : values[right++]!
  }
  values.set(spare.subarray(from, to), from)
  return count
}

/**
 * Kendall's τ-b (1945, Biometrika 33) of pairs of values: of two pairs, how much oftener both values rise than the one falls while the other rises; what
 * is equal counts for neither. In n · log n steps (Knight 1966, JASA 61). Null where the values of a side are all the same.
 */
export function kendallTau(pairs: readonly (readonly [number, number])[]): number | null {
  const sorted = pairs.toSorted(([a, b], [c, d]) => a - c || b - d)
  const all = (pairs.length * (pairs.length - 1)) / 2
  const tiedA = ties(sorted, ([a], [c]) => a === c)
  const tiedBoth = ties(sorted, ([a, b], [c, d]) => a === c && b === d)
  const values = Float64Array.from(sorted, ([, b]) => b)
  const discordant = inversions(values, new Float64Array(values.length), 0, values.length)
  const tiedB = ties([...values], (b, d) => b === d)
  if (all === tiedA || all === tiedB) return null
  // the pairs that are tied in neither are concordant or discordant
  const apart = all - tiedA - tiedB + tiedBoth
  return (apart - 2 * discordant) / Math.sqrt((all - tiedA) * (all - tiedB))
}
