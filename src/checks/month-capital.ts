/** Months and weekdays with a capital, as English and German write them. */
import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { isYear, months as names } from './words/calendar.ts'

const months = new Set(names)
/** Names too, of a planet and of people; `August` and `June` are no Swedish months. */
const alsoNames = new Set(['mars', 'maj', 'april', 'juni', 'juli'])

const weekday =
  /^(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ens|ar|arna|s)?(?:s?(?:kväll|natt|morgon|eftermiddag|förmiddag|middag)\p{Ll}{0,4})?$/u

const dayParts = new Set(['Morgon', 'Förmiddag', 'Eftermiddag', 'Kväll', 'Natt'])

const parts = new Set('början slutet mitten'.split(' '))
const prepositions = new Set('i under sedan till före efter från mellan förra nästa sen senaste'.split(' '))

const isDay = (token: Token | undefined): boolean => /^(?:[12]?\d|3[01])(?::e|\.)?$/.test(token?.text ?? '')

/** Is it a month that is named here, and nobody of that name? */
function isMonth({ tokens }: Reading, token: Token): boolean {
  const [before, earlier, after] = [tokens[token.index - 1], tokens[token.index - 2], tokens[token.index + 1]]
  const dated =
    isDay(before) ||
    (before?.text === '.' && isDay(earlier)) ||
    isYear(after?.text) ||
    (after?.text === ',' && isYear(tokens[token.index + 2]?.text))
  if (dated || !alsoNames.has(token.lower) || after?.lower === 'månad') return true
  if (before?.lower === 'i' && parts.has(earlier?.lower ?? '')) return true
  return token.lower !== 'mars' && token.lower !== 'maj' && prepositions.has(before?.lower ?? '')
}

/** Part of a name: `Svarta Måndagen`, `Kvällsöppet Torsdag`. */
const inName = (reading: Reading, token: Token): boolean =>
  [reading.tokens[token.index - 1], reading.tokens[token.index + 1]].some(
    (near, i) =>
      near?.kind === 'word' &&
      near.sentence === token.sentence &&
      (i === 0 || near.spaced) &&
      /^\p{Lu}/u.test(near.text) &&
      !near.opens &&
      !(months.has(near.lower) || weekday.test(near.lower)) &&
      !(i === 1 && reading.word(near).name),
  )

export const monthCapital: Check = {
  id: 'month-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.97,
  title: { sv: 'Stor bokstav i månad eller veckodag', en: 'Capital in a month or weekday' },
  why: {
    sv: 'Månader och veckodagar skrivs med liten begynnelsebokstav på svenska (Svenska skrivregler, kapitlet om stor och liten bokstav).',
    en: 'Months and weekdays begin with a small letter in Swedish (Svenska skrivregler).',
  },
  examples: [
    'Den 17 [Juni→juni] 2025 och i [Oktober→oktober], på [Fredag→fredag] eller [Lördag Kväll→lördag kväll] eller [Måndagskvällen→måndagskvällen].',
    'I slutet av [Mars→mars] 2024, den 3 [Maj→maj].',
    'Juni var varm. Mars är en planet, och Maj Sjöwall skrev böcker.',
    'Vattnet på Mars studerades av April O’Neil.',
    'Efter Svarta Måndagen föll börsen. Öppet: Måndag–Fredag.',
    'Den 17 juni, en fredag.',
  ],
  *find(reading): Iterable<Found> {
    for (const token of reading.tokens) {
      if (token.opens || token.kind !== 'word' || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) continue
      if (months.has(token.lower) ? !isMonth(reading, token) : !weekday.test(token.lower)) continue
      const part = reading.tokens[token.index + 1]
      // English: On Saturday Evening
      const to = part !== undefined && dayParts.has(part.text) ? part.to : token.to
      if (to > token.to || !inName(reading, token))
        yield {
          from: token.from,
          to,
          fixes: [reading.text.slice(token.from, to).toLowerCase()],
          message: {
            sv: `Månader och veckodagar skrivs med liten bokstav på svenska: ”${token.lower}”.`,
            en: `Months and weekdays have a small letter in Swedish: “${token.lower}”.`,
          },
        }
    }
  },
}
