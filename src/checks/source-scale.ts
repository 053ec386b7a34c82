import type { Check } from './check.ts'
import { reportOf, scaleError } from './source/report.ts'

export const sourceScale: Check = {
  id: 'source-scale',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'critical',
  confidence: 0.95,
  title: { sv: 'Miljon, miljard och biljon förväxlade', en: 'Million, billion and trillion mixed up' },
  why: {
    sv: 'Engelskans ”billion” är en miljard på svenska och tyskans ”Billion” en biljon. Vid översättning från tyska via engelska blir ”Milliarde” lätt ”biljon”, och talet tusen gånger för stort.',
    en: 'An English billion is a Swedish “miljard”, a German “Billion” a Swedish “biljon”. By way of English a German “Milliarde” easily becomes a “biljon”: a thousand times too much.',
  },
  examples: [
    {
      text: 'Underskottet växte till 4,2 [miljarder→miljoner] euro i fjol.',
      source: 'Das Defizit wuchs im vergangenen Jahr auf 4,2 Millionen Euro.',
      sourceLanguage: 'de',
    },
    {
      text: 'Regeringen satsar 3,5 [biljoner→miljarder] dollar på nya vägar.',
      source: 'The government is spending $3.5bn on new roads.',
      sourceLanguage: 'en',
    },
    {
      text: 'Regeringen satsar 3,5 miljarder euro, och skulden är 2,3 biljoner.',
      source: 'Die Regierung investiert 3,5 Milliarden Euro, und die Schulden betragen 2,3 Billionen.',
      sourceLanguage: 'de',
    },
    {
      text: 'Företaget gjorde en vinst på 1,5 miljoner euro.',
      source: 'Das Unternehmen machte 1.500.000 Euro Gewinn.',
      sourceLanguage: 'de',
    },
  ],
  find: reading => reportOf(reading, difference => difference.how !== 'format' && scaleError(difference) !== null),
}
