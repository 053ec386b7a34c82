/**
 * Krippendorff's α: how far annotators agree beyond chance. 1: always; 0: as chance would have it; below: less than that.
 *
 * Krippendorff 2004, Content Analysis, chapter 11; 2011, Computing Krippendorff's Alpha-Reliability (the forms are those of its section D).
 */

/** A unit's values, one an annotator; null: the annotator has not judged it. */
export type Judgements<T> = readonly (T | null)[]

/** How far apart the values at two places are, squared, by how often each value comes. */
type Distance = (counts: readonly number[], c: number, k: number) => number

export const nominal: Distance = (_, c, k) => (c === k ? 0 : 1)

/** By how many values stand between the two, and half of their own. */
export const ordinal: Distance = (counts, c, k) => {
  let between = -((counts[c] ?? 0) + (counts[k] ?? 0)) / 2
  for (let g = Math.min(c, k); g <= Math.max(c, k); g++) between += counts[g] ?? 0
  return between ** 2
}

/** How often values come together in a unit: `[value, other value, times]`, each by its place; both ways round. */
export type Coincidence = readonly [c: number, k: number, times: number]

/** α of coincidences: each unit with m values has m · (m − 1) pairs, weighed so that all count m. */
export function alphaOf(coincidences: readonly Coincidence[], values: number, distance: Distance): number | null {
  const counts = Array.from({ length: values }, () => 0)
  for (const [c, , times] of coincidences) counts[c]! += times
  const total = counts.reduce((sum, count) => sum + count, 0)
  let [observed, expected] = [0, 0]
  for (const [c, k, times] of coincidences) observed += times * distance(counts, c, k)
  for (const [c, count] of counts.entries())
    if (count > 0) for (const [k, other] of counts.entries()) expected += count * other * distance(counts, c, k)
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected
}

interface Placed {
  /** of each unit the values that were given, by their places */
  readonly placed: readonly (readonly number[])[]
  readonly values: number
}

/**
 * Values by their places.
 * @param order all values, in their order; null where they have none
 * @throws RangeError for a value that is not in the order
 */
export function placesIn<T>(units: readonly Judgements<T>[], order: readonly T[] | null): Placed {
  const places = new Map(order?.map((value, place) => [value, place]))
  const placeOf = (value: T): number => {
    const known = places.get(value)
    if (known !== undefined) return known
    if (order) throw new RangeError(`${String(value)} has no place in the order`)
    places.set(value, places.size)
    return places.size - 1
  }
  const placed = units.map(unit => unit.filter(value => value !== null).map(placeOf))
  return { placed, values: places.size }
}

function alpha<T>(units: readonly Judgements<T>[], order: readonly T[] | null, distance: Distance): number | null {
  const { placed, values } = placesIn(units, order)
  const coincidences = placed
    // what nobody else has judged says nothing of agreement
    .filter(unit => unit.length > 1)
    .flatMap(unit =>
      unit.flatMap((c, i) => unit.flatMap((k, j): Coincidence[] => (i === j ? [] : [[c, k, 1 / (unit.length - 1)]]))),
    )
  return alphaOf(coincidences, values, distance)
}

/** α of values without an order. Null where there is nothing to agree on: no unit with two values, or all values the same. */
export const nominalAlpha = <T>(units: readonly Judgements<T>[]): number | null => alpha(units, null, nominal)

/**
 * α of values with an order. Null as `nominalAlpha`.
 * @param order all values, in their order
 * @throws RangeError for a value that is not in it
 */
export const ordinalAlpha = <T>(units: readonly Judgements<T>[], order: readonly T[]): number | null =>
  alpha(units, order, ordinal)
