/**
 * Krippendorff's α: how far annotators agree beyond chance. 1: always; 0: as chance would have it; below: less than that.
 *
 * Krippendorff 2004, Content Analysis, chapter 11; 2011, Computing Krippendorff's Alpha-Reliability (the forms are those of its section D).
 */

/** A unit's values, one an annotator; null: the annotator has not judged it. */
export type Judgements<T> = readonly (T | null)[]

/** How far apart the values at two places are, squared, by how often each value comes. */
type Distance = (counts: readonly number[], c: number, k: number) => number

const nominal: Distance = (_, c, k) => (c === k ? 0 : 1)

/** By how many values stand between the two, and half of their own. */
const ordinal: Distance = (counts, c, k) => {
  let between = -((counts[c] ?? 0) + (counts[k] ?? 0)) / 2
  for (let g = Math.min(c, k); g <= Math.max(c, k); g++) between += counts[g] ?? 0
  return between ** 2
}

/** By coincidences of values: each unit with m values has m · (m − 1) pairs, weighed so that all count m. */
function alpha(units: Iterable<readonly number[]>, values: number, distance: Distance): number | null {
  const counts = Array.from({ length: values }, () => 0)
  const coincidences = counts.map(() => counts.map(() => 0))
  for (const unit of units) {
    // what nobody else has judged says nothing of agreement
    if (unit.length < 2) continue
    for (const [i, c] of unit.entries()) {
      counts[c]!++
      for (const [j, k] of unit.entries()) if (i !== j) coincidences[c]![k]! += 1 / (unit.length - 1)
    }
  }
  let [total, observed, expected] = [0, 0, 0]
  for (const [c, count] of counts.entries()) {
    total += count
    for (const [k, other] of counts.entries()) {
      const apart = distance(counts, c, k)
      observed += coincidences[c]![k]! * apart
      expected += count * other * apart
    }
  }
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected
}

/** α of values without an order. Null where there is nothing to agree on: no unit with two values, or all values the same. */
export function nominalAlpha<T>(units: readonly Judgements<T>[]): number | null {
  const places = new Map<T, number>()
  const placed = units.map(unit =>
    unit
      .filter(value => value !== null)
      .map(value => {
        if (!places.has(value)) places.set(value, places.size)
        return places.get(value) ?? 0
      }),
  )
  return alpha(placed, places.size, nominal)
}

/**
 * α of values with an order. Null as `nominalAlpha`.
 * @param order all values, in their order
 * @throws RangeError for a value that is not in it
 */
export function ordinalAlpha<T>(units: readonly Judgements<T>[], order: readonly T[]): number | null {
  const places = new Map(order.map((value, place) => [value, place]))
  const placed = units.map(unit =>
    unit
      .filter(value => value !== null)
      .map(value => {
        const place = places.get(value)
        if (place === undefined) throw new RangeError(`${String(value)} has no place in the order`)
        return place
      }),
  )
  return alpha(placed, order.length, ordinal)
}
