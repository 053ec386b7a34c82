/** `10%`: no space before the per cent sign, as in English. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

const percent = /(?<![\p{L}\d_.,])(?:(\d+(?:[.,]\d+)?)%?(\s?[-–]\s?))?(\d+(?:[.,]\d+)?)%(?![\p{L}\d%]|-\p{L})/gu

export const percentSpace: Check = {
  id: 'percent-space',
  family: 'typography',
  category: 'locale-conventions/number-format',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Procenttecken utan mellanslag', en: 'Per cent sign without a space' },
  why: {
    sv: 'Mellan talet och procenttecknet står ett mellanslag; i löpande text skrivs hellre procent (Svenska skrivregler, kapitlet om siffror).',
    en: 'There is a space between the number and the per cent sign; in running text rather write procent (Svenska skrivregler).',
  },
  examples: [
    'Priset steg med [10%→10 procent|10 %] och [3,5%→3,5 procent|3,5 %] mer.',
    'Mellan [20%-30%→20–30 procent|20–30 %] eller [2.5%→2,5 procent|2,5 %] röstade.',
    'En 10%-ig lösning, 10 % och tio procent, https://x.se/a%20b.',
  ],
  *find(reading): Iterable<Found> {
    for (const match of reading.text.matchAll(percent)) {
      if (isVerbatim(reading, match.index)) continue
      const [whole, first, , second = ''] = match
      const number = `${first === undefined ? '' : `${first}–`}${second}`.replaceAll('.', ',')
      yield { from: match.index, to: match.index + whole.length, fixes: [`${number} procent`, `${number} %`] }
    }
  },
}
