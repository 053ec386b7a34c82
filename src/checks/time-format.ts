/** `6 pm`, `18:00 Uhr`, `18.00 klockan`: times of day as English and German tell them. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

const english =
  /(?<![\p{L}\p{N}.,:$€£])(?:([Kk]l\.?|[Kk]lockan)\s)?(\d{1,2})(?:[.:]([0-5]\d))?\s?([AaPp])\.?\s?[Mm](?:\.(?=\s\p{Ll}|[,;)])|(?![\p{L}\p{N}:/]|\.\p{L}|-\p{L}))/gu
/** A point after m belongs to the sentence where a capital or the end follows. */
const german =
  /(?<![\p{L}\p{N}.,:-])(?:(kl\.?|klockan)\s)?(\d{1,2})(?:[.:]([0-5]\d))?\s(?:Uhr|o['’]clock|uur|klockan(?=[.,;!?)]|\s(?:och|men|på|i|den|för|när|som|av|till)\s|$))(?![\p{L}\p{N}])/gimu
/** Without minutes, `18 klockan` may be eighteen clocks; after one of these it is a time. */
const cue = /(?:vid|från|till|före|efter|runt|omkring|cirka|ca|mellan|och|um|at)\s$/iu

/** Most texts have none of it, and are not gone through. */
const mentioned = /\d\s?(?:[ap]\.?\s?m|uhr|o['’]clock|uur|klockan)(?!\p{L})/iu

const said = (prefix: string | undefined, hour: number, minutes: string | undefined): string =>
  `${prefix ?? 'klockan'} ${String(hour).padStart(minutes === undefined ? 1 : 2, '0')}${minutes === undefined ? '' : `.${minutes}`}`

export const timeFormat: Check = {
  id: 'time-format',
  family: 'typography',
  category: 'locale-conventions/time-format',
  severity: 'minor',
  confidence: 0.96,
  title: { sv: 'Utländskt klockslag', en: 'Foreign time of day' },
  why: {
    sv: 'På svenska anges klockslag med 24 timmar och ”klockan” före: klockan 18.30 (Svenska skrivregler, kapitlet om siffror).',
    en: 'Swedish tells the time by 24 hours with “klockan” before it: klockan 18.30 (Svenska skrivregler).',
  },
  examples: [
    'Mötet började [6 pm→klockan 18] och slutade [9:30 p.m.→klockan 21.30] i går.',
    'Polisen larmades [18:00 Uhr→klockan 18.00], vid [7 Uhr→klockan 7] och omkring [18.30 klockan→klockan 18.30].',
    'Öppet till [5 pm→klockan 17]. Dörrarna öppnas [kl. 11 am→kl. 11] varje dag.',
    'Han kom kl. 18:00 och gick klockan 18.30; hon köpte 18 klockor.',
    'I går kl. 12.30 var det 5 PM-nyheter och 10 m.',
  ],
  *find(reading): Iterable<Found> {
    const { text } = reading
    if (!mentioned.test(text)) return
    const found: Found[] = []
    for (const match of text.matchAll(english)) {
      const [whole, prefix, hours = '', minutes, half] = match
      const hour = Number(hours)
      if (hour < 1 || hour > 12 || isVerbatim(reading, match.index)) continue
      const fixes = [said(prefix, (hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0), minutes)]
      found.push({ from: match.index, to: match.index + whole.length, fixes })
    }
    for (const match of text.matchAll(german)) {
      const [whole, prefix, hours = '', minutes] = match
      if (Number(hours) > 24) continue
      const clear = minutes !== undefined || !whole.endsWith('klockan')
      if (!clear && !cue.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
      found.push({ from: match.index, to: match.index + whole.length, fixes: [said(prefix, Number(hours), minutes)] })
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
