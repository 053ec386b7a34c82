/** A fact as a text states it: a number, a sum, a date, a time. */
import type { Span } from '../../text/span.ts'
import type { Unit } from './vocabulary.ts'

/** Which check it belongs to. */
export type MentionKind = 'number' | 'percentage' | 'currency' | 'unit' | 'date' | 'time'

/**
 * How much it means that the other text lacks it. Figures are carried over; numbers as words may be put otherwise (`the two men`);
 * loose ones (`one`, `both`, `hundreds`) only ever explain a number on the other side.
 */
export type Strength = 'loose' | 'word' | 'figure'

/** Offsets are those of the whole text; without the unit. */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly strength: Strength
  /** Ways to understand it: two mentions are the same fact where they share one. */
  readonly keys: readonly string[]
  /** The one that the language's own rules give; null where it breaks them: `45.000` in Swedish. */
  readonly key: string | null
  /** of numbers, with their scale; null of dates and times */
  readonly value: number | null
  readonly units: readonly Unit[]
  /** the unit's own words; of a time what makes it one: `p.m.`, `Uhr` */
  readonly unitAt: Span | null
  /** `miljoner` in `4,2 miljoner` */
  readonly scaleAt: Span | null
  /** what a date or a score is put together of; where it is not found as a whole, its parts may be */
  readonly parts: readonly Mention[]
}

const nothing = { keys: [], key: null, value: null, units: [], unitAt: null, scaleAt: null, parts: [] } as const

export const mention = (fields: Span & Pick<Mention, 'kind' | 'strength'> & Partial<Mention>): Mention => ({
  ...nothing,
  ...fields,
})

export const numberKey = (value: number): string => `n:${Number(value.toPrecision(12))}`
/** @param minutes since midnight */
export const timeKey = (minutes: number): string => `t:${minutes % 1440}`

/** A number alone. */
export const numberMention = (span: Span, value: number, strength: Strength): Mention => {
  const key = numberKey(value)
  return mention({ ...span, kind: 'number', strength, keys: [key], key, value })
}
