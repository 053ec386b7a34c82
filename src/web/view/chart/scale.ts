/** From numbers to places on paper. Every chart is reckoned here and drawn by a view, so that it stands there without a script. */

/** Charts are drawn this wide, in units that are pixels on a phone; on a wide screen they stand beside each other. */
export const chartWidth = 360

/** @param low below `high` @param range where numbers from `low` to `high` stand; may run backwards, as heights do */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  return value => round(from + ((value - low) / (high - low)) * (to - from))
}

/** Places to a tenth of a unit: finer is not seen, and makes a page longer. */
export const round = (place: number): number => Math.round(place * 10) / 10

/** A letter of a row's words is some this wide, in the widest of our fonts. */
const letter = 7

/** Words cut to what has room in a width; where they are cut, that is seen, and all of them are in the table. */
export function fitted(words: string, width: number): string {
  const letters = [...words]
  const most = Math.max(1, Math.floor(width / letter))
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** How wide words are, at most. */
export const widthOf = (words: string): number => [...words].length * letter

/** The step of 1, 2 or 5 times a power of ten that makes at most so many parts of a length. */
function stepOf(length: number, most: number): number {
  const rough = length / Math.max(1, most)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10
  return step * power
}

/** No figure is told so finely that a difference of this is seen. */
const unseen = 1e-4

export interface Axis {
  readonly ticks: readonly number[]
  readonly domain: readonly [number, number]
  /** decimals that tell one tick from the next */
  readonly digits: number
}

/**
 * An axis on which all numbers have room, from a round number to a round number, with some four ticks.
 * @param bounds numbers that it does not go beyond, as 0 and 100 where nothing is
 */
export function axisOf(
  numbers: readonly number[],
  { least, most }: { readonly least?: number; readonly most?: number } = {},
  parts = 4,
): Axis {
  const [min, max] = numbers.length === 0 ? [0, 1] : [Math.min(...numbers), Math.max(...numbers)]
  // one number alone, or all alike but for how a machine reckons: as much room above as below
  const slack = max - min < unseen ? Math.max(Math.abs(min) * 0.05, 0.5) : 0
  const step = stepOf(max - min + 2 * slack, parts)
  const from = Math.floor((min - slack) / step + 1e-9)
  const to = Math.ceil((max + slack) / step - 1e-9)
  const low = least === undefined ? from : Math.max(from, Math.ceil(Math.min(least, min) / step - 1e-9))
  const high = most === undefined ? to : Math.min(to, Math.floor(Math.max(most, max) / step + 1e-9))
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const ticks = Array.from({ length: Math.max(1, high - low) + 1 }, (_, n) =>
    Number(((low + n) * step).toFixed(digits)),
  )
  return { ticks, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], digits }
}
