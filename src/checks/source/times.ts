/** Times of the day: 6 p.m. · 18 Uhr · kl. 18.00 · halb sieben · half past six · kvart över sex. */
import type { Span } from '../../text/span.ts'
import { matchAt, pieceFrom, type Line, type Piece } from './line.ts'
import { mention, numberKey, timeKey, type Mention } from './mention.ts'
import { numeralValue } from './compound-numeral.ts'
import type { Read } from './dates.ts'
import type { Language } from './language.ts'
import type { Vocabulary } from './vocabulary.ts'

const clock = /([0-9]{1,2})([:.h])([0-9]{2})(?::[0-9]{2})?(?![0-9]|[.,:][0-9])/y
const hourOnly = /([0-9]{1,2})(?![0-9]|[.,:/][0-9])/y

/** What after the figures makes them a time, and whether it is before or after noon. */
const marks: readonly (readonly [RegExp, 'am' | 'pm' | 'either'])[] = [
  [/ ?(?:a\.m\.|a\.m|am|f\.m\.|fm\.?)(?![\p{L}\p{N}])/uy, 'am'],
  [/ ?(?:p\.m\.|p\.m|pm|e\.m\.|em\.?)(?![\p{L}\p{N}])/uy, 'pm'],
  [/ ?(?:uhr|o['’]?clock|-tiden|:?-?tiden)(?![\p{L}\p{N}])/uy, 'either'],
]
/** The part of the day that follows: `18 Uhr abends`, `6 in the evening`, `6 på kvällen`. */
const dayparts: readonly (readonly [RegExp, 'am' | 'pm'])[] = [
  [
    / (?:in the morning|morgens|früh|vormittags|am (?:frühen )?morgen|på (?:morgonen|förmiddagen|morgenen|formiddagen)|om (?:morgenen|formiddagen)|i morse)(?!\p{L})/uy,
    'am',
  ],
  [
    / (?:in the (?:afternoon|evening)|at night|abends|nachmittags|am (?:späten )?(?:nachmittag|abend)|på (?:eftermiddagen|kvällen|ettermiddagen|kvelden)|om (?:eftermiddagen|aftenen))(?!\p{L})/uy,
    'pm',
  ],
]
const before = /^(?:klockan|kl|klokken|klokka|klokkan|kloka)$/
const at =
  /^(?:at|um|gegen|ab|bis|until|till|by|from|fra|från|zwischen|between|mellan|mellom|mellem|around|about|before|after|runt|vid)$/

const pad = (hour: number, half: 'am' | 'pm' | 'either'): number =>
  half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour

interface Marked {
  readonly half: 'am' | 'pm' | 'either'
  readonly to: number
}

function markAfter(line: Line, from: number): Marked | null {
  for (const [pattern, half] of marks) {
    const found = matchAt(pattern, line.lower, from)
    if (!found) continue
    const to = from + found[0].length
    const part = half === 'either' ? daypart(line, to) : null
    return part ?? { half, to }
  }
  return daypart(line, from)
}

function daypart(line: Line, from: number): Marked | null {
  for (const [pattern, half] of dayparts) {
    const found = matchAt(pattern, line.lower, from)
    if (found) return { half, to: from + found[0].length }
  }
  return null
}

const said = (line: Line, index: number): boolean => {
  const piece = line.pieces[index - 1]
  const word = piece?.text === '.' ? line.pieces[index - 2] : piece
  return word !== undefined && before.test(word.text)
}

/** A time that begins with a figure. @param measured a unit or a currency follows: then it is a number */
export function timeAt(line: Line, index: number, language: Language, measured: boolean): Read | null {
  const piece = line.pieces[index]
  if (piece?.kind !== 'figure' || measured) return null
  const full = matchAt(clock, line.lower, piece.from)
  const found = full ?? matchAt(hourOnly, line.lower, piece.from)
  if (!found) return null
  const [hour, minute] = [Number(found[1]), full ? Number(full[3]) : 0]
  const end = piece.from + found[0].length
  const mark = markAfter(line, end)
  const named = said(line, index)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  const certain = mark !== null || named || full?.[2] === ':' || full?.[2] === 'h'
  if (!certain && (!full || (language === 'en' && !maybeHour(line, index)))) return null
  const half = mark?.half ?? daypart(line, end)?.half ?? 'either'
  const twelve = half === 'either' && hour <= 12 && (language === 'en' || (!full && named))
  const key = timeKey(pad(hour, half) * 60 + minute)
  const keys = [key]
  if (twelve) keys.push(timeKey((hour + 12) * 60 + minute), timeKey((hour % 12) * 60 + minute))
  if (minute === 0) keys.push(numberKey(pad(hour, half)))
  if (minute === 0 && !found[0].startsWith('0')) keys.push(numberKey(hour))
  // ”12.30” can be a number all the same, and ”21:15” the result of a match
  if (full && !certain) keys.push(numberKey(hour + minute / 100))
  const span = { from: piece.from, to: end }
  const unitAt = mark && { from: end, to: mark.to }
  return { mention: { ...timeMention(span, keys, 'figure'), unitAt }, next: pieceFrom(line, mark?.to ?? end, index) }
}

const timeMention = (span: Span, keys: readonly string[], strength: 'figure' | 'word'): Mention =>
  mention({ ...span, kind: 'time', strength, keys, key: keys[0] ?? null })

/** `halb`, `half past`, `kvart över` … with how many minutes they add to the hour they name, by language. */
const spoken: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  en: [
    [/half[ -]past /y, 30],
    [/(?:a )?quarter past /y, 15],
    [/(?:a )?quarter to /y, -15],
  ],
  de: [
    [/halb /y, -30],
    [/viertel nach /y, 15],
    [/viertel vor /y, -15],
    [/dreiviertel /y, -15],
  ],
  sv: [
    [/halv /y, -30],
    [/kvart över /y, 15],
    [/kvart i /y, -15],
  ],
  nb: [
    [/halv /y, -30],
    [/kvart over /y, 15],
    [/kvart på /y, -15],
  ],
  da: [
    [/halv /y, -30],
    [/kvart over /y, 15],
    [/kvart i /y, -15],
  ],
  other: [],
}

/** A time in words, which need not say which half of the day: `halb sieben`, `sechs Uhr`, `klockan sex`, `noon`. */
export function spokenTimeAt(line: Line, index: number, vocabulary: Vocabulary): Read | null {
  const piece = line.pieces[index]
  if (piece?.kind !== 'word') return null
  for (const [pattern, minutes] of spoken[vocabulary.language]) {
    const found = matchAt(pattern, line.lower, piece.from)
    if (!found) continue
    const read = hourAt(line, pieceFrom(line, piece.from + found[0].length, index), minutes, piece, vocabulary)
    if (read) return read
  }
  const hour = numeralValue(piece.text, vocabulary)
  if (hour === null || !(hour <= 12 || hour === 24) || !Number.isInteger(hour)) return null
  return said(line, index) || markAfter(line, piece.to) ? hourAt(line, index, 0, piece, vocabulary) : null
}

function hourAt(line: Line, index: number, minutes: number, first: Piece, vocabulary: Vocabulary): Read | null {
  const piece = line.pieces[index]
  if (!piece) return null
  const hour = piece.kind === 'figure' ? Number(piece.text) : numeralValue(piece.text, vocabulary)
  if (hour === null || hour < 1 || hour > 12 || !Number.isInteger(hour)) return null
  const mark = markAfter(line, piece.to)
  const [early, late] = [(hour % 12) * 60 + minutes, ((hour % 12) + 12) * 60 + minutes].map(
    time => (time + 1440) % 1440,
  )
  const keys = mark?.half === 'pm' ? [late] : mark?.half === 'am' ? [early] : [early, late]
  const numbers = minutes === 0 ? [numberKey(hour)] : []
  return {
    mention: timeMention(
      { from: first.from, to: piece.to },
      [...keys.map(time => timeKey(time ?? 0)), ...numbers],
      'word',
    ),
    next: pieceFrom(line, mark?.to ?? piece.to, index),
  }
}

/** `at 6` in English, `um 6`, `från 18` may be hours. */
export const maybeHour = (line: Line, index: number): boolean => at.test(line.pieces[index - 1]?.text ?? '')
