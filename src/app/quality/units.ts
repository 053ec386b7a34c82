/** What is drawn again for an interval: articles, or sentences of one article; of very many, so many groups of them. */
import { Random } from '../../metrics/statistics/random.ts'
import type { Units } from '../../metrics/statistics/units.ts'

/**
 * Above so many units, they are dealt into so many groups by lot, and groups are drawn: an interval by 250 of them is as wide as one by all
 * within some five per cent (the error of a deviation estimated from n is 1 ÷ √2n), in a fraction of the time.
 */
export const mostUnits = 250
const seed = 20_201

/** So many places in an order drawn by lot, always the same: dealt one by one, they come into groups by lot. */
export function shuffledPlaces(count: number): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, n) => n)
  const lots = new Uint32Array(count)
  new Random(seed).fill(lots)
  for (let n = count - 1; n > 0; n--) {
    const other = lots[n]! % (n + 1)
    const kept = places[n]!
    places[n] = places[other]!
    places[other] = kept
  }
  return places
}

/** The numbers at these places, those of one group added up. @param groupOf the group of each place, from 0 to below `count` */
export const addedUp = (
  columns: readonly Float64Array[],
  places: Uint32Array,
  groupOf: Uint32Array,
  count: number,
): Units => ({
  count,
  columns: columns.map(column => {
    const sums = new Float64Array(count)
    for (let i = 0; i < places.length; i++) sums[groupOf[i]!]! += column[places[i]!]!
    return sums
  }),
})

/** Units in an order drawn by lot, in so many groups at most. */
export function dealt({ count, columns }: Units, most = mostUnits): Units {
  if (count <= most) return { count, columns }
  return addedUp(
    columns,
    Uint32Array.from({ length: count }, (_, n) => n),
    Uint32Array.from({ length: count }, (_, n) => n % most),
    most,
  )
}
