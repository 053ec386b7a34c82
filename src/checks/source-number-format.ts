import type { Check } from './check.ts'
import { reportOf } from './source/report.ts'

export const sourceNumberFormat: Check = {
  id: 'source-number-format',
  family: 'source',
  category: 'locale-conventions/number-format',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Källans talformat står kvar', en: 'The source’s number format was left' },
  why: {
    sv: 'Svenska skrivregler: tusental skiljs med mellanslag och decimaler med komma. ”45,000” läses på svenska som fyrtiofem med tre decimaler; källan visar att det är fyrtiofemtusen.',
    en: 'Svenska skrivregler: thousands are parted by a space, decimals by a comma. Swedish reads 45,000 as forty-five with three decimals; the source shows that it is forty-five thousand.',
  },
  examples: [
    {
      text: 'Skadan uppskattas till [45.000→45\u00a0000] euro.',
      source: 'Der Schaden wird auf 45.000 Euro geschätzt.',
      sourceLanguage: 'de',
    },
    {
      text: 'Han fick 30 000 euro, hon [375,000→375 000] dollar.',
      source: 'He was paid 30,000 euros and she 375,000 dollars.',
      sourceLanguage: 'en',
    },
    {
      text: 'Priserna steg med [2.5→2,5] procent.',
      source: 'Prices rose by 2.5 per cent.',
      sourceLanguage: 'en',
    },
    {
      text: 'Priserna steg med 2,5 procent till 45 000 euro i version 2.5 av planen.',
      source: 'Prices rose by 2.5 per cent to 45,000 euros in version 2.5 of the plan.',
      sourceLanguage: 'en',
    },
  ],
  find: reading => reportOf(reading, ({ how }) => how === 'format'),
}
