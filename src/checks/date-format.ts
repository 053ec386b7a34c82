/** `17. juni`, `June 17, 2025`, `17th juni`, `17.06.2025`: dates as German and English write them. */
import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { isYear, monthIn, months } from './words/calendar.ts'

const day = /^(?:0?[1-9]|[12]\d|3[01])$/
const ordinal = /^(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$/i
const numeric = /^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)$/
/** Without a year, after `den` or a weekday: `den 17.06.` */
const short = /^(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])$/
const dated = /^(?:den|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)$/
const slashes = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/g

interface Part {
  readonly value: string
  /** index of the token after it */
  readonly end: number
}

const dayOf = ({ tokens }: Reading, at: number): (Part & { readonly foreign: boolean }) | null => {
  const token = tokens[at]
  if (token === undefined) return null
  const [, number] = ordinal.exec(token.text) ?? []
  if (number !== undefined)
    return { value: String(Number(number)), end: at + (tokens[at + 1]?.text === 'of' ? 2 : 1), foreign: true }
  if (token.kind !== 'number' || !day.test(token.text)) return null
  const point = tokens[at + 1]?.text === '.' && tokens[at + 1]?.spaced === false
  return { value: String(Number(token.text)), end: at + (point ? 2 : 1), foreign: point }
}

/** A year that follows, after a comma or not. */
const yearOf = ({ tokens }: Reading, at: number): (Part & { readonly comma: boolean }) | null => {
  const comma = tokens[at]?.text === ','
  const token = tokens[comma ? at + 1 : at]
  return token !== undefined && isYear(token.text) ? { value: token.text, end: token.index + 1, comma } : null
}

function dateAt(reading: Reading, token: Token): Found | null {
  const { tokens } = reading
  const first = dayOf(reading, token.index)
  const monthFirst = first === null ? monthIn.get(token.lower) : undefined
  if (first === null && monthFirst === undefined) return null
  if (first !== null) {
    const word = tokens[first.end]
    const month = word === undefined ? undefined : monthIn.get(word.lower)
    if (word === undefined || month === undefined) return null
    const after = yearOf(reading, first.end + 1)
    // capitals alone are another check's
    const foreign = first.foreign || month !== word.lower || after?.comma === true
    return foreign ? made(reading, token, after?.end ?? first.end + 1, `${first.value} ${month}`, after) : null
  }
  const second = dayOf(reading, token.index + 1)
  if (second === null || monthFirst === undefined) return null
  const after = yearOf(reading, second.end)
  if (after === null && !ordinal.test(tokens[token.index + 1]?.text ?? '')) return null
  return made(reading, token, after?.end ?? second.end, `${second.value} ${monthFirst}`, after)
}

const made = ({ tokens }: Reading, from: Token, end: number, date: string, after: Part | null): Found => ({
  from: from.from,
  to: tokens[end - 1]?.to ?? from.to,
  fixes: [after === null ? date : `${date} ${after.value}`],
})

const inWords = (dayNumber: number, month: number, yearNumber: string): string | null =>
  dayNumber > 31 || month > 12 || month < 1 || dayNumber < 1
    ? null
    : `${dayNumber} ${months[month - 1] ?? ''} ${yearNumber}`.trim()

/** `17.06.2025`, and `den 17.06.` */
function inFigures({ tokens }: Reading, token: Token): Found | null {
  if (token.kind !== 'number') return null
  const whole = numeric.exec(token.text)
  const before = tokens[token.index - 1]
  const part = whole === null && dated.test(before?.lower ?? '') ? short.exec(token.text) : null
  const match = whole ?? part
  const words = match === null ? null : inWords(Number(match[1]), Number(match[2]), match[3] ?? '')
  if (words === null) return null
  const [point, next] = [tokens[token.index + 1], tokens[token.index + 2]]
  // the point of the month, unless it ends the sentence as well
  const pointed = part !== null && point?.text === '.' && !point.spaced && next?.sentence === token.sentence
  return { from: token.from, to: pointed ? point.to : token.to, fixes: [words], confidence: 0.8 }
}

export const dateFormat: Check = {
  id: 'date-format',
  family: 'typography',
  category: 'locale-conventions/date-format',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Utländskt datum', en: 'Foreign date' },
  why: {
    sv: 'Svenska datum skrivs 17 juni 2025: utan punkt efter dagen, utan komma, med dagen först och liten bokstav i månaden, eller 2025-06-17 (Svenska skrivregler, kapitlet om siffror).',
    en: 'Swedish dates are written 17 juni 2025: no point after the day, no comma, the day first and a small letter in the month, or 2025-06-17 (Svenska skrivregler).',
  },
  examples: [
    'Den [17. juni→17 juni] kom han, och den [3.Juli 2024→3 juli 2024] gick han.',
    'Det hände [June 17, 2025→17 juni 2025], [juni 17, 2025→17 juni 2025] och [17 juni, 2025→17 juni 2025].',
    'På [17th of May→17 maj] firas Norge, och [October 3rd→3 oktober] Tyskland.',
    'Senast [17.06.2025→17 juni 2025] eller [06/17/2025→17 juni 2025].',
    'På lördag [14.06.→14 juni] eller den [03.07→3 juli] börjar det.',
    'Den 17 juni 2025, 2025-06-17 och 17/6 2025 är rätt.',
    'I juni 17 personer. Det var i maj. 17 juni kom de.',
    'Han bodde i huset 1917. Juni var varm.',
  ],
  *find(reading): Iterable<Found> {
    const { text, tokens } = reading
    const found: Found[] = []
    let done = 0
    for (const token of tokens) {
      if (token.from < done || token.kind === 'sign') continue
      const one = inFigures(reading, token) ?? dateAt(reading, token)
      if (one === null || isVerbatim(reading, token.from)) continue
      found.push(one)
      done = one.to
    }
    for (const match of text.matchAll(slashes)) {
      const [a, b] = [Number(match[1]), Number(match[2])]
      const words = a > 12 ? inWords(a, b, match[3] ?? '') : inWords(b, a, match[3] ?? '')
      if (words === null || isVerbatim(reading, match.index)) continue
      // whether the month or the day comes first cannot be told from 03/04/2025
      const fixes = a <= 12 && b <= 12 && a !== b ? [] : [words]
      found.push({ from: match.index, to: match.index + match[0].length, fixes })
    }
    yield* found.sort((x, y) => x.from - y.from)
  },
}
