/** The index of the first of them at which `test` holds, where it holds for all after it; their number where it holds nowhere. */
export function firstWhere<T>(sorted: readonly T[], test: (each: T) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
