/** What is drawn again for an interval: articles, or sentences of one article; of very many, so many groups of them. */
import { Random } from '../../metrics/statistics/random.ts'
import { unitsOf, type Units } from '../../metrics/statistics/units.ts'

/**
 * Above so many units, they are dealt into so many groups by lot, and groups are drawn: an interval by 400 of them is as wide as one by all
 * within some four per cent (the error of a deviation estimated from n is 1 ÷ √2n), in a fraction of the time.
 */
export const mostUnits = 400
const seed = 20_201

/** The sums of each group of units, dealt by lot; the units themselves where they are few. */
export function dealt(rows: readonly (readonly number[])[], most = mostUnits): Units {
  if (rows.length <= most) return unitsOf(rows)
  const places = Uint32Array.from(rows, (_, n) => n)
  const lots = new Uint32Array(rows.length)
  new Random(seed).fill(lots)
  places.sort((a, b) => lots[a]! - lots[b]! || a - b)
  const groups = Array.from({ length: most }, () => new Array<number>(rows[0]!.length).fill(0))
  for (const [n, place] of places.entries()) {
    const group = groups[n % most]!
    for (const [i, number] of rows[place]!.entries()) group[i]! += number
  }
  return unitsOf(groups)
}
