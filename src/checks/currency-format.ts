/** `$5 million`, `€3.5 miljoner`, `5€`: signs of currencies where Swedish has words. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'
import { sceneOf } from './words/scene.ts'

const currencies: Readonly<Record<string, string>> = {
  $: 'dollar', '€': 'euro', '£': 'pund', '¥': 'yen', EUR: 'euro', USD: 'dollar', GBP: 'pund', CHF: 'schweiziska franc',
} // prettier-ignore

/** English and Swedish names of large numbers, as they are after one and after several. */
const scales: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:million|miljon|mn|m$)/i, 'miljon', 'miljoner'],
  [/^(?:billion|miljard|milliard|bn|mrd)/i, 'miljard', 'miljarder'],
  [/^(?:thousand|tusen|k$)/i, 'tusen', 'tusen'],
]

const number = String.raw`(\d{1,3}(?:[ \u00a0.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)`
const scale = String.raw`(miljon(?:er)?|miljard(?:er)?|tusen|millions?|milliard(?:er)?|billions?|thousand|bn|mn|mrd\.?|[mk])`
const before = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:US|AU|CA|NZ|HK)?([$€£¥])\s?|(EUR|USD|GBP|CHF) )${number}(?!\d)(?:[ \u00a0-]?${scale}(?![\p{L}\p{N}]))?(?!\p{L}|[-–/]\d)`,
  'giu',
)
const after = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$€£¥])${number}(?:[ \u00a0]${scale})?[ \u00a0]?([$€£¥])(?![\p{L}\d])`,
  'giu',
)

/** English writes 1,234.5; Swedish 1 234,5. */
function swedish(written: string): string {
  const decimals = /[.,](\d{1,2})$/.exec(written)?.[1]
  const whole = decimals === undefined ? written : written.slice(0, -decimals.length - 1)
  return whole.replace(/[.,\u00a0]/g, ' ') + (decimals === undefined || decimals === '00' ? '' : `,${decimals}`)
}

function inWords(amount: string, large: string | undefined, currency: string): string {
  const found = scales.find(([pattern]) => large !== undefined && pattern.test(large))
  const one = swedish(amount) === '1'
  return [swedish(amount), found?.[one ? 1 : 2], currency].filter(part => part !== undefined).join(' ')
}

export const currencyFormat: Check = {
  id: 'currency-format',
  family: 'typography',
  category: 'locale-conventions/currency-format',
  severity: 'minor',
  confidence: 0.92,
  title: { sv: 'Valutatecken i stället för ord', en: 'Sign of a currency instead of a word' },
  why: {
    sv: 'I löpande svensk text står valutan i ord efter beloppet: 5 miljoner dollar, 30 euro (Svenska skrivregler, kapitlet om siffror).',
    en: 'In running Swedish text the currency stands in words after the amount: 5 miljoner dollar, 30 euro (Svenska skrivregler).',
  },
  examples: [
    'Bolaget sålde för [$5 million→5 miljoner dollar] och betalade [€3.5 miljoner→3,5 miljoner euro].',
    'Det kostar [£1,250.50→1 250,50 pund], [US$100→100 dollar] eller [5€→5 euro].',
    'Skadan uppgår till [3 000 €→3 000 euro] eller [1 miljon £→1 miljon pund], mot [EUR 500→500 euro] i fjol.',
    'Hon fick 5 miljoner dollar, 30 euro, 100 kr och en $100-sedel.',
    'Rapparen A$AP kom, och ${x}.',
  ],
  *find(reading): Iterable<Found> {
    // in news from English-speaking countries their signs are a habit of the trade
    if (sceneOf(reading) === 'english') return
    const { text } = reading
    const found: Found[] = []
    for (const match of text.matchAll(before)) {
      const [whole, sign, code, amount = '', large] = match
      const currency = currencies[sign ?? code?.toUpperCase() ?? '']
      if (
        currency === undefined ||
        isVerbatim(reading, match.index) ||
        /^-\p{L}/u.test(text.slice(match.index + whole.length, match.index + whole.length + 2))
      )
        continue
      found.push({ from: match.index, to: match.index + whole.length, fixes: [inWords(amount, large, currency)] })
    }
    let done = 0
    for (const match of text.matchAll(after)) {
      const [whole, amount = '', large, sign = ''] = match
      const currency = currencies[sign]
      const taken = found.some(({ from, to }) => match.index < to && from < match.index + whole.length)
      if (currency === undefined || taken || match.index < done || isVerbatim(reading, match.index)) continue
      found.push({
        from: match.index,
        to: match.index + whole.length,
        fixes: [inWords(amount, large, currency)],
        confidence: 0.8,
      })
      done = match.index + whole.length
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
