/** `1990s`, `80er`, `1930-erne`: decades as other languages name them. */
import type { Check, Found } from './check.ts'

const decade = /^(?:['’])?((?:1[5-9]|20)?\d0)(?:['’]?s|-?erne|-?ene|-?er|-?tallet|-tallets|-åren|-årene|ern)$/
const year = /^(?:1[5-9]|20)?\d0$/

export const decadeFormat: Check = {
  id: 'decade-format',
  family: 'typography',
  category: 'locale-conventions/date-format',
  severity: 'minor',
  confidence: 0.93,
  title: { sv: 'Utländskt årtionde', en: 'Foreign decade' },
  why: {
    sv: 'Årtionden heter 1990-talet eller 90-talet på svenska (Svenska skrivregler, kapitlet om siffror).',
    en: 'Decades are called 1990-talet or 90-talet in Swedish (Svenska skrivregler).',
  },
  examples: [
    'Huset byggdes på [1990s→1990-talet] eller i [80-tallet→80-talet], i [1930-erne→1930-talet].',
    'På 1990-talet, en 60-åring, 80-tal, SAS 90.',
  ],
  *find({ tokens }): Iterable<Found> {
    for (const { kind, text, from, to } of tokens) {
      if (kind !== 'word' || text.length > 14) continue
      const number = decade.exec(text)?.[1]
      if (number !== undefined && year.test(number)) yield { from, to, fixes: [`${number}-talet`] }
    }
  },
}
