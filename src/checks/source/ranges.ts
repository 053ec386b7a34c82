/** What a number takes over from its neighbour: `2 to 3 inches`, `between 6 and 8 p.m.`, `1950–53`. */
import { numberKey, timeKey, type Mention } from './mention.ts'

const link = /^ ?(?:-|–|—|to|till|til|and|und|och|og|bis|or|oder|eller|\/|av|of|von) ?$/
const dash = /^ ?[-–—/] ?$/

/** The hour that a number beside a time is. */
function asTime(number: Mention, time: Mention): Mention {
  const hour = number.value
  if (hour === null || !Number.isInteger(hour) || hour > 24 || number.units.length > 0) return number
  const late = time.keys.some(key => key.startsWith('t:') && Number(key.slice(2)) >= 720) && hour < 12
  return { ...number, keys: [...number.keys, timeKey(hour * 60), ...(late ? [timeKey((hour + 12) * 60)] : [])] }
}

/** The year that two figures after another year are. */
const asYear = (number: Mention, year: number): Mention => ({
  ...number,
  keys: [...number.keys, numberKey(Math.floor(year / 100) * 100 + (number.value ?? 0))],
})

const isYear = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && value >= 1000 && value <= 2100

/** The unit that the second of two numbers says for both. */
const asMeasured = (number: Mention, next: Mention): Mention =>
  number.value !== null && number.units.length === 0 && number.kind === 'number' && next.units.length > 0
    ? { ...number, kind: next.kind, units: next.units }
    : number

function between(one: Mention, before: Mention | undefined, after: Mention | undefined, lower: string): Mention {
  if (one.kind !== 'number' || one.value === null) return one
  const linkedAfter = after !== undefined && link.test(lower.slice(one.to, after.from))
  const textBefore = before === undefined ? '' : lower.slice(before.to, one.from)
  const next = !linkedAfter ? one : after.kind === 'time' ? asTime(one, after) : asMeasured(one, after)
  if (before?.kind === 'time' && link.test(textBefore)) return asTime(next, before)
  const short = one.to - one.from === 2
  if (short && dash.test(textBefore) && isYear(before?.value)) return asYear(next, before.value)
  return short && /^['’]$/.test(lower.charAt(one.from - 1)) ? asYear(asYear(next, 1900), 2000) : next
}

export const inRanges = (found: readonly Mention[], lower: string): Mention[] =>
  found.map((one, index) => between(one, found[index - 1], found[index + 1], lower))
