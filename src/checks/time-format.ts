/** `6 pm`, `18:00 Uhr`, `18.00 klockan`: times of day as English and German tell them. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

/** `kl. 18.30`, or a span of time, `18-20`. */
const time = String.raw`(?:(?<prefix>[Kk]l\.?|[Kk]lockan)\s)?(?:(?<start>\d{1,2})(?:[.:](?<startMinutes>[0-5]\d))?(?:\s?(?<startHalf>[AaPp])\.?\s?[Mm]\.?)?(?<to>\s?[-–]\s?|\s(?:till|och|bis|to)\s))?(?<hour>\d{1,2})(?:[.:](?<minutes>[0-5]\d))?`
/** A point after m belongs to the sentence where a capital or the end follows. */
const english = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:$€£])${time}\s?(?<half>[AaPp])\.?\s?[Mm](?:\.(?=\s\p{Ll}|[,;)])|(?![\p{L}\p{N}:/]|\.\p{L}|-\p{L}))`,
  'gu',
)
const german = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:-])${time}\s(?:Uhr|o['’]clock|uur|(?<swedish>klockan)(?=[.,;!?)]|\s(?:och|men|på|i|den|för|när|som|av|till)\s|$))(?![\p{L}\p{N}])`,
  'gmu',
)
/** Without minutes, `18 klockan` may be eighteen clocks; after one of these it is a time. */
const cue = /(?:vid|från|till|före|efter|runt|omkring|cirka|ca|mellan|och|um|at)\s$/iu

/** Most texts have none of it, and are not gone through. */
const mentioned = /\d\s?(?:[AaPp]\.?\s?[Mm]|Uhr|o['’]clock|uur|klockan)(?!\p{L})/u

const clock = (hour: number, minutes: string | undefined): string =>
  minutes === undefined ? String(hour) : `${String(hour).padStart(2, '0')}.${minutes}`

/** As Swedish says it; null where the hours are none. */
function said({
  prefix,
  start,
  startMinutes,
  startHalf,
  to,
  hour,
  minutes,
  half,
}: Partial<Record<string, string>>): string | null {
  const end = Number(hour)
  if (half !== undefined && (end < 1 || end > 12)) return null
  if (end > 24 || Number(start ?? 0) > 24) return null
  const of24 = (twelve: number, of = half): number =>
    of === undefined ? twelve : (twelve % 12) + (of.toLowerCase() === 'p' ? 12 : 0)
  // from 10 to 2 pm: the first is before noon
  const early = startHalf === undefined && half !== undefined && Number(start) > end
  const first = early ? Number(start) : of24(Number(start), startHalf ?? half)
  const span =
    start === undefined
      ? ''
      : `${clock(first, startMinutes)}${/[-–]/.test(to ?? '') ? '–' : (to ?? '').replace(/to|bis/, 'till')}`
  return `${prefix ?? 'klockan'} ${span}${clock(of24(end), minutes)}`
}

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
    'Öppet [14-16 Uhr→klockan 14–16] och [8-10 pm→klockan 20–22], från [9 till 17.30 Uhr→klockan 9 till 17.30].',
    'Öppet [10 am-6 pm→klockan 10–18] och från [9:30 a.m. to 5 pm→klockan 09.30 till 17].',
    'Polisen larmades [18:00 Uhr→klockan 18.00], vid [7 Uhr→klockan 7] och omkring [18.30 klockan→klockan 18.30].',
    'Öppet till [5 pm→klockan 17]. Dörrarna öppnas [kl. 11 am→kl. 11] varje dag.',
    'Han kom kl. 18:00 och gick klockan 18.30; hon köpte 18 klockor.',
    'I går kl. 12.30 var det 5 PM-nyheter och 10 m.',
  ],
  *find(reading): Iterable<Found> {
    const { text } = reading
    if (!mentioned.test(text)) return
    const found: Found[] = []
    for (const match of [...text.matchAll(english), ...text.matchAll(german)]) {
      const groups = match.groups ?? {}
      const fix = said(groups)
      if (fix === null || isVerbatim(reading, match.index)) continue
      const clear = groups['swedish'] === undefined || groups['minutes'] !== undefined
      if (!clear && !cue.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
      found.push({ from: match.index, to: match.index + match[0].length, fixes: [fix] })
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
