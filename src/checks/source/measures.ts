/** What follows a number, or stands before it: its scale, its unit, its currency. */
import type { Span } from '../../text/span.ts'
import { pieceFrom, type Line } from './line.ts'
import type { Measure, Unit, Vocabulary } from './vocabulary.ts'

export interface Measured {
  readonly factor: number
  readonly scaleAt: Span | null
  readonly kind: Measure['kind'] | null
  /** several where the word is: pounds */
  readonly units: readonly Unit[]
  readonly unitAt: Span | null
  /** the piece after all of it */
  readonly next: number
}

/** `m` is a million of money, and a metre of everything else. */
const onlyOfMoney = /^(?:m|k|tn|t)$/

const skip = (line: Line, at: number): number => {
  const character = line.lower.charAt(at)
  return character === ' ' || (character === '-' && /\p{L}/u.test(line.lower.charAt(at + 1))) ? at + 1 : at
}

/** The currency right before a number: `€5`, `USD 5`, `kr. 5`. */
export function currencyBefore(line: Line, index: number, { before }: Vocabulary): Measure | null {
  const number = line.pieces[index]
  if (number === undefined || index === 0) return null
  const upTo = line.lower.slice(Math.max(0, number.from - 6), number.from).replace(/\.? ?$/, '')
  for (let length = Math.min(4, upTo.length); length > 0; length--) {
    const found = before.get(upTo.slice(-length))
    const rest = upTo.slice(0, -length)
    if (found && !(/^\p{L}/u.test(upTo.slice(-length)) && /[\p{L}\p{N}]$/u.test(rest))) return found
  }
  return null
}

/** @param at the offset after a number, @param index a piece not after it */
export function measuredAt(line: Line, at: number, index: number, vocabulary: Vocabulary, money: boolean): Measured {
  let [to, factor] = [at, 1]
  let scaleAt: Span | null = null
  let own: Measure | null = null
  // ”120 £ millioner”
  const sign = /[$€£]/.test(line.lower.charAt(skip(line, to))) ? skip(line, to) + 1 : to
  const inner = sign > to ? vocabulary.measures.at(line.lower, sign - 1) : null
  if (inner && vocabulary.scales.at(line.lower, skip(line, sign))) [to, own] = [sign, inner.means[0] ?? null]
  const scale = vocabulary.scales.at(line.lower, skip(line, to))
  if (scale && (money || !onlyOfMoney.test(line.lower.slice(skip(line, to), scale.to)))) {
    const [sense] = scale.means
    factor = sense?.factor ?? 1
    scaleAt = { from: skip(line, to), to: scale.to }
    to = scale.to
    const unit = { id: sense?.currency ?? '', dimension: '-', factor: 1 }
    if (unit.id !== '') own = { kind: 'currency', unit }
  }
  const found = vocabulary.measures.at(line.lower, skip(line, to))
  const means = own ? [own] : (found?.means ?? [])
  const unitAt = own ? scaleAt : found ? { from: skip(line, to), to: found.to } : null
  return {
    factor,
    scaleAt,
    kind: means.find(measure => measure.kind === 'currency')?.kind ?? means[0]?.kind ?? null,
    units: means.map(measure => measure.unit),
    unitAt,
    next: pieceFrom(line, unitAt?.to ?? to, index),
  }
}
