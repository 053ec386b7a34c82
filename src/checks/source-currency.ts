import type { Check } from './check.ts'
import { ofKind, reportOf } from './source/report.ts'

export const sourceCurrency: Check = {
  id: 'source-currency',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Belopp som inte är källans', en: 'A sum that is not the source’s' },
  why: {
    sv: 'Belopp och valuta ska vara källans: $5, 5 dollar och US$ 5 är samma summa, 5 kronor en annan. En omräkning inom parentes räknas inte som fel.',
    en: 'Sums and their currency must be those of the source: $5, 5 dollar and US$ 5 are the same, 5 kronor are not. A conversion in brackets is no error.',
  },
  examples: [
    {
      text: 'Platsen kostar [381→318] euro i månaden.',
      source: 'Der Platz kostet 318 Euro im Monat.',
      sourceLanguage: 'de',
    },
    {
      text: 'Biljetten kostar 25 [kronor→dollar].',
      source: 'A ticket costs $25.',
      sourceLanguage: 'en',
    },
    {
      text: 'Biljetten kostar 25 pund (cirka 325 kronor), maten 4,50 dollar.',
      source: 'A ticket costs £25, the food $4.50.',
      sourceLanguage: 'en',
    },
    {
      text: 'De betalar 318 i stället för 265 euro, alltså 500 kr mer.',
      source: 'Sie zahlen 318 statt 265 Euro, also 500 Kronen mehr.',
      sourceLanguage: 'de',
    },
  ],
  find: reading => reportOf(reading, ofKind('currency')),
}
