/** Days, months and years: 17. Juni 2025 · June 17, 2025 · 17/6 2025 · 17.06.2025 · 2025-06-17. */
import type { Span } from '../../text/span.ts'
import { matchAt, pieceFrom, type Line } from './line.ts'
import { mention, numberKey, numberMention, type Mention } from './mention.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Read {
  readonly mention: Mention
  /** the piece after it */
  readonly next: number
}

interface Part extends Span {
  readonly value: number
}

const inside = (value: number, least: number, most: number): boolean => value >= least && value <= most
const isDay = (value: number): boolean => inside(value, 1, 31)
const isMonth = (value: number): boolean => inside(value, 1, 12)
const isYear = (value: number): boolean => inside(value, 1000, 2100)

const monthMention = ({ from, to, value }: Part): Mention =>
  mention({ from, to, kind: 'date', strength: 'word', keys: [`m:${value}`], key: `m:${value}` })

const whole = (span: Span, day: Part | null, month: Part, year: Part | null): Mention => {
  const key = `d:${year?.value ?? ''}-${month.value}-${day?.value ?? ''}`
  const numbers = [day, year].filter(part => part !== null)
  const parts = [monthMention(month), ...numbers.map(part => numberMention(part, part.value, 'figure'))]
  return mention({ ...span, kind: 'date', strength: 'figure', keys: [key], key, parts })
}

const iso = /([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])/y
const pointed =
  /([0-9]{1,2})\. ?([0-9]{1,2})\.(?:(?! ?[0-9]|\p{L})| ?([0-9]{4}|[0-9]{2})(?![0-9]|[.,][0-9])|(?= [0-9]))/uy
const slashed = /([0-9]{1,2})\/([0-9]{1,2})(?:[/ ]([0-9]{4})(?![0-9])|\/([0-9]{2}))?(?![0-9/])/y

const fullYear = (year: string): number =>
  year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)

function numeric(line: Line, index: number, from: number, vocabulary: Vocabulary): Read | null {
  const done = (length: number, dates: (readonly [number, number, number | null])[], loose = false): Read | null => {
    const valid = dates.filter(([day, month]) => isDay(day) && isMonth(month))
    if (valid.length === 0) return null
    const keys = valid.map(([day, month, year]) => `d:${year ?? ''}-${month}-${day}`)
    const span = { from, to: from + length }
    const parts = [...line.lower.slice(from, span.to).matchAll(/[0-9]+/g)].map(match =>
      numberMention({ from: from + match.index, to: from + match.index + match[0].length }, Number(match[0]), 'figure'),
    )
    const strength = loose ? 'loose' : 'figure'
    const read = mention({ ...span, kind: 'date', strength, keys, key: keys[0] ?? null, parts: loose ? [] : parts })
    return { mention: read, next: pieceFrom(line, span.to, index) }
  }
  const [byDash, byPoint, bySlash] = [iso, pointed, slashed].map(pattern => matchAt(pattern, line.lower, from))
  if (byDash) return done(byDash[0].length, [[Number(byDash[3]), Number(byDash[2]), Number(byDash[1])]])
  if (byPoint && vocabulary.language !== 'en') {
    const year = byPoint[3] === undefined ? null : fullYear(byPoint[3])
    const read = done(byPoint[0].length, [[Number(byPoint[1]), Number(byPoint[2]), year]])
    // ”version 2.4.” at the end of a sentence is no day
    const number = numberKey(Number(`${byPoint[1]}.${byPoint[2]}`))
    return read && year === null
      ? { ...read, mention: { ...read.mention, keys: [...read.mention.keys, number] } }
      : read
  }
  if (bySlash) {
    const written = bySlash[3] ?? bySlash[4]
    const year = written === undefined ? null : fullYear(written)
    const [first, second] = [Number(bySlash[1]), Number(bySlash[2])]
    const american = [second, first, year] as const
    const british = [first, second, year] as const
    return done(
      bySlash[0].length,
      vocabulary.language === 'en' ? [american, british] : [british, american],
      bySlash[0] === '24/7',
    )
  }
  return null
}

const ordinalEnding = /(?:\.|st|nd|rd|th|:?[ea])?(?: of| de)? /y
const notAnother = /(?![0-9]|[.,:][0-9]| ?%)/y
const yearAfter = /,? (?:of |år )?([0-9]{4})(?![0-9]|[.,:][0-9]| ?%)/y
const dayAfter = /\.? ([0-9]{1,2})(?:st|nd|rd|th|\.)?(?![0-9]|[.,:/][0-9]| ?%)/y

/** The month that a piece names. @param beside a day or a year stands by it */
function monthAt(line: Line, index: number, { months, abbreviations }: Vocabulary, beside: boolean): Part | null {
  const piece = line.pieces[index]
  if (piece?.kind !== 'word') return null
  const full = months.get(piece.text)
  const value = full ?? (beside ? abbreviations.get(piece.text) : undefined)
  if (value === undefined) return null
  const point = full === undefined && line.lower.charAt(piece.to) === '.' ? 1 : 0
  return { from: piece.from, to: piece.to + point, value }
}

function yearBy(line: Line, at: number): Part | null {
  const found = matchAt(yearAfter, line.lower, at)
  const value = Number(found?.[1])
  return found && isYear(value) ? { value, from: at + found[0].length - 4, to: at + found[0].length } : null
}

/** A date that begins with a figure. */
export function dateAt(line: Line, index: number, vocabulary: Vocabulary): Read | null {
  const piece = line.pieces[index]
  if (piece?.kind !== 'figure') return null
  const inFigures = numeric(line, index, piece.from, vocabulary)
  if (inFigures) return inFigures
  const value = Number(piece.text)
  const ending = isDay(value) && piece.text.length <= 2 ? matchAt(ordinalEnding, line.lower, piece.to) : null
  if (!ending) return null
  const month = monthAt(line, pieceFrom(line, piece.to + ending[0].length, index), vocabulary, true)
  if (!month) return null
  const year = yearBy(line, month.to)
  const to = year?.to ?? month.to
  const day = { value, from: piece.from, to: piece.to }
  return { mention: whole({ from: piece.from, to }, day, month, year), next: pieceFrom(line, to, index) }
}

/** English ”may” and ”march” are more often verbs. */
const monthBefore = /^(?:in|of|since|by|until|till|from|last|next|this|early|late|mid|every|during|between|and|to)$/
const doubtful = new Set(['may', 'march', 'mars'])

/** A date that begins with a month, or a month alone. */
export function monthFirst(line: Line, index: number, vocabulary: Vocabulary): Read | null {
  const bare = monthAt(line, index, vocabulary, false)
  const month = bare ?? monthAt(line, index, vocabulary, true)
  if (!month) return null
  const after = vocabulary.language === 'en' ? matchAt(dayAfter, line.lower, month.to) : null
  const dayTo = month.to + (after?.[0].length ?? 0)
  const day = after && isDay(Number(after[1])) ? dayOf(after, month.to) : null
  const year = yearBy(line, day ? dayTo : month.to)
  const to = year?.to ?? (day ? dayTo : month.to)
  const next = pieceFrom(line, to, index)
  if (day || year) return { mention: whole({ from: month.from, to }, day, month, year), next }
  if (!bare || !matchAt(notAnother, line.lower, to)) return null
  const [piece, before] = [line.pieces[index], line.pieces[index - 1]?.text ?? '']
  if (piece && doubtful.has(piece.text) && vocabulary.language === 'en' && !(piece.capital && monthBefore.test(before)))
    return null
  return { mention: monthMention(month), next }
}

function dayOf(found: RegExpExecArray, at: number): Part {
  const from = at + found[0].indexOf(found[1] ?? '')
  return { value: Number(found[1]), from, to: from + (found[1]?.length ?? 0) }
}

/** A day of the week, alone or at the head of a longer word. */
export function weekdayAt(line: Line, index: number, { weekdays }: Vocabulary): Read | null {
  const piece = line.pieces[index]
  const found = weekdays.find(([name]) => piece?.text.startsWith(name))
  if (!piece || !found) return null
  const key = `w:${found[1]}`
  const span = { from: piece.from, to: piece.from + found[0].length }
  return { mention: mention({ ...span, kind: 'date', strength: 'word', keys: [key], key }), next: index + 1 }
}
