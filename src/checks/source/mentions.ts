/** The facts that a sentence states, in order. */
import { dateAt, monthFirst, weekdayAt, type Read } from './dates.ts'
import { figuresAt } from './figures.ts'
import type { Language } from './language.ts'
import { matchAt, pieceFrom, readLine, type Line } from './line.ts'
import { currencyBefore, measuredAt } from './measures.ts'
import { mention, numberKey, numberMention, type Mention } from './mention.ts'
import { numeralAt } from './numerals.ts'
import { inRanges } from './ranges.ts'
import { maybeHour, spokenTimeAt, timeAt } from './times.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

const phone = /(?:\+ ?[0-9]|0[0-9])[0-9 ()/-]{4,20}[0-9]/y
const decade = /([0-9]{2}|[0-9]{3}0)(?:['’]?s|er|ern|ers|er-jahren?|-?tall?(?:et|ets|s)?|['’]?erne)(?!\p{L})/uy
const century =
  /([0-9]{1,2})(?:\.|st|nd|rd|th|:?[ea])?[ -]?(?:jahrhunderts?|centur(?:y|ies)|århund(?:ra|re)(?:de|t)?(?:t|ts)?)(?!\p{L})/uy
const ordinal = /(?:st|nd|rd|th|:?[ea])(?![\p{L}])/uy

/** `6-foot-6`, `6ft 6in` */
const feetAndInches = /[ -]?([0-9]{1,2})(?:in| inches|″|")?(?![0-9.,])/y

/** What stands before a figure and means that it is part of a name, a road, a version: `B75`, `v2`. */
const isGlued = (line: Line, index: number): boolean => {
  const piece = line.pieces[index]
  return piece?.glued === true && line.pieces[index - 1]?.kind === 'word'
}

/** Telephone numbers, and what begins with a nought: only the figures count, however they are grouped. */
function codeAt(line: Line, index: number): Read | null {
  const piece = line.pieces[index]
  if (!piece) return null
  const plus = line.pieces[index - 1]?.text === '+' && piece.glued ? 1 : 0
  const from = piece.from - plus
  const found = matchAt(phone, line.lower, from)
  const digits = found?.[0].replace(/[^0-9]/g, '') ?? ''
  if (!found || digits.length < 6) return null
  const key = `c:${digits}`
  const to = from + found[0].length
  return {
    mention: mention({ from, to, kind: 'number', strength: 'figure', keys: [key], key }),
    next: pieceFrom(line, to, index),
  }
}

function periodAt(line: Line, index: number): Read | null {
  const piece = line.pieces[index]
  if (!piece) return null
  const inDecade = matchAt(decade, line.lower, piece.from)
  const inCentury = matchAt(century, line.lower, piece.from)
  const found = inCentury ?? inDecade
  if (!found) return null
  const value = Number(found[1])
  const year = value < 100 ? value + 1900 : value
  const keys = inCentury ? [`century:${value}`] : [`decade:${year}`]
  if (!inCentury && year % 100 === 0) keys.push(`century:${year / 100 + 1}`)
  // ”ett 20-tal personer” are about twenty, and a man in his 40s ”i 40-årsåldern”
  if (!inCentury && value < 100) keys.push(numberKey(value))
  const to = piece.from + found[0].length
  return {
    mention: mention({ from: piece.from, to, kind: 'date', strength: 'figure', keys, key: keys[0] ?? null }),
    next: pieceFrom(line, to, index),
  }
}

function numberAt(line: Line, index: number, vocabulary: Vocabulary): Read {
  const piece = line.pieces[index] as Line['pieces'][number]
  const figures = figuresAt(line.lower, piece.from, vocabulary.language)
  const money = currencyBefore(line, index, vocabulary)
  const measured = measuredAt(line, figures.to, index, vocabulary, money !== null)
  const time = isGlued(line, index)
    ? null
    : timeAt(line, index, vocabulary.language, money !== null || measured.kind !== null)
  if (time) return time
  const half = matchAt(/ ?½/y, line.lower, figures.to)?.[0].length ?? 0
  const inches = measured.units[0]?.id === 'foot' ? matchAt(feetAndInches, line.lower, measured.unitAt?.to ?? 0) : null
  const add = (half > 0 ? 0.5 : 0) + Number(inches?.[1] ?? 0) / 12
  const values = figures.values.map(value => (value + add) * measured.factor)
  const written = line.lower.slice(figures.from, figures.to)
  const strict = figures.strict === null ? null : numberKey((figures.strict + add) * measured.factor)
  const keys = values.length === 0 ? [`c:${written}`] : values.map(numberKey)
  const more = measured.scaleAt === null ? unsaidScales(line.lower, figures.to, values[0], vocabulary.language) : []
  const after = figures.to + (matchAt(ordinal, line.lower, figures.to)?.[0].length ?? 0)
  const kind = money?.kind ?? measured.kind ?? 'number'
  return {
    mention: mention({
      from: figures.from,
      to: measured.scaleAt?.to ?? figures.to + half,
      kind,
      strength: 'figure',
      keys: [...keys, ...(maybeHour(line, index) && kind === 'number' ? hours(values[0]) : []), ...more],
      key: values.length === 0 ? (keys[0] ?? null) : strict,
      value: values[0] ?? null,
      units: money ? [money.unit] : measured.units,
      unitAt: money ? null : measured.unitAt,
      scaleAt: measured.scaleAt,
    }),
    next: pieceFrom(line, inches ? (measured.unitAt?.to ?? 0) + inches[0].length : after, index),
  }
}

/** `1.5m people`, `20k followers`: metres, or millions; and what the words after a number mean in a language that is not known. */
function unsaidScales(lower: string, at: number, value: number | undefined, language: Language): string[] {
  if (value === undefined) return []
  if (language === 'other') return [1e3, 1e6, 1e9, 1e12].map(factor => numberKey(value * factor))
  const sign = language === 'en' ? /^[mk](?![a-z0-9])/.exec(lower.slice(at, at + 2))?.[0] : undefined
  return sign === undefined ? [] : [numberKey(value * (sign === 'm' ? 1e6 : 1e3))]
}

const hours = (value: number | undefined): string[] =>
  value !== undefined && Number.isInteger(value) && value <= 12
    ? [`t:${value * 60}`, `t:${((value + 12) * 60) % 1440}`]
    : []

/** `½`, `¾` alone. */
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }

function inWords(line: Line, index: number, vocabulary: Vocabulary): Read | null {
  const piece = line.pieces[index]
  const numeral = numeralAt(line, index, vocabulary)
  if (!piece || !numeral) return null
  const kinds = vocabulary.numerals.get(piece.text)
  const end = line.pieces[numeral.next - 1]?.to ?? piece.to
  const money = currencyBefore(line, index, vocabulary)
  const measured = measuredAt(line, end, index, vocabulary, money !== null)
  const scaled = measured.scaleAt !== null
  const values = numeral.values.map(value => value * measured.factor)
  return {
    mention: mention({
      from: piece.from,
      to: measured.scaleAt?.to ?? end,
      kind: measured.kind ?? 'number',
      strength: scaled ? 'word' : numeral.strength,
      keys: [...values.map(numberKey), ...(kinds?.has('loose') ? [numberKey(kinds.get('loose') ?? 0)] : [])],
      key: numberKey(values[0] ?? 0),
      value: values[0] ?? null,
      units: measured.units,
      unitAt: measured.unitAt,
      scaleAt: measured.scaleAt,
    }),
    next: Math.max(numeral.next, scaled ? measured.next : 0),
  }
}

function wordAt(line: Line, index: number, vocabulary: Vocabulary): Read | null {
  const piece = line.pieces[index]
  if (!piece || vocabulary.language === 'other') return null
  const found =
    spokenTimeAt(line, index, vocabulary) ?? monthFirst(line, index, vocabulary) ?? weekdayAt(line, index, vocabulary)
  if (found) return found
  const years = vocabulary.numerals.get(piece.text)?.get('decade')
  if (years !== undefined) {
    const keys = [`decade:${years}`, numberKey(years % 100)]
    return {
      mention: mention({ ...spanOf(piece), kind: 'date', strength: 'loose', keys, key: keys[0] ?? null }),
      next: index + 1,
    }
  }
  return inWords(line, index, vocabulary)
}

const spanOf = ({ from, to }: { from: number; to: number }): { from: number; to: number } => ({ from, to })

function signAt(line: Line, index: number): Read | null {
  const piece = line.pieces[index]
  const value = piece && fractions[piece.text]
  return piece === undefined || value === undefined
    ? null
    : { mention: numberMention(spanOf(piece), value, 'word'), next: index + 1 }
}

const figureAt = (line: Line, index: number, vocabulary: Vocabulary): Read =>
  (isGlued(line, index) ? null : (codeAt(line, index) ?? periodAt(line, index) ?? dateAt(line, index, vocabulary))) ??
  numberAt(line, index, vocabulary)

/** @param text a sentence @param offset of its first character in the whole text */
export function mentionsIn(text: string, offset: number, language: Language): Mention[] {
  const vocabulary = vocabularyOf(language)
  const line = readLine(text)
  const found: Mention[] = []
  for (let index = 0; index < line.pieces.length;) {
    const kind = line.pieces[index]?.kind
    const read =
      kind === 'figure'
        ? figureAt(line, index, vocabulary)
        : kind === 'word'
          ? wordAt(line, index, vocabulary)
          : signAt(line, index)
    if (read) found.push(read.mention)
    index = Math.max(read?.next ?? 0, index + 1)
  }
  return inRanges(found, line.lower).map(one => moved(one, offset))
}

const shift = <T extends { readonly from: number; readonly to: number } | null>(span: T, by: number): T =>
  span && { ...span, from: span.from + by, to: span.to + by }

const moved = (one: Mention, by: number): Mention => ({
  ...shift(one, by),
  unitAt: shift(one.unitAt, by),
  scaleAt: shift(one.scaleAt, by),
  parts: one.parts.map(part => moved(part, by)),
})
