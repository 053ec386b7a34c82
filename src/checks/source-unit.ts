import type { Check } from './check.ts'
import { ofKind, reportOf } from './source/report.ts'

export const sourceUnit: Check = {
  id: 'source-unit',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Mått som inte är källans', en: 'A measurement that is not the source’s' },
  why: {
    sv: 'Mått och enhet ska vara källans, eller riktigt omräknade: 5 miles är 8 kilometer och 68 °F är 20 °C, men en svensk mil är 10 kilometer och ingen engelsk mile.',
    en: 'Measurements must be those of the source, or rightly converted: 5 miles are 8 kilometres and 68 °F are 20 °C, but a Swedish “mil” is 10 kilometres and no mile.',
  },
  examples: [
    {
      text: 'Kön på motorvägen var [21→12] kilometer lång.',
      source: 'Der Stau auf der Autobahn war 12 Kilometer lang.',
      sourceLanguage: 'de',
    },
    {
      text: 'Vulkanen ligger 45 [mil→engelska mil] från huvudstaden.',
      source: 'The volcano lies 45 miles from the capital.',
      sourceLanguage: 'en',
    },
    {
      text: 'Undersökningen pågår i fem [månader→veckor].',
      source: 'Die Befragung dauert fünf Wochen.',
      sourceLanguage: 'de',
    },
    {
      text: 'Vulkanen ligger 72 kilometer från huvudstaden. Det var 20 grader och vinden nådde 97 kilometer i timmen i ett dygn.',
      source: 'The volcano lies 45 miles from the capital. It was 68°F and winds reached 60 mph for 24 hours.',
      sourceLanguage: 'en',
    },
    {
      text: 'Spelaren är 1,98 meter lång och fick vänta i två veckor.',
      source: 'The 6-foot-6 player had to wait for 14 days.',
      sourceLanguage: 'en',
    },
  ],
  find: reading => reportOf(reading, ofKind('unit')),
}
