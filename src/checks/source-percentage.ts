import type { Check } from './check.ts'
import { ofKind, reportOf } from './source/report.ts'

export const sourcePercentage: Check = {
  id: 'source-percentage',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Procent som inte är källans', en: 'A percentage that is not the source’s' },
  why: {
    sv: 'Procenttalen ska vara källans, och procent är inte procentenheter: stiger räntan från 2 till 3 procent har den stigit med en procentenhet men med 50 procent.',
    en: 'Percentages must be those of the source, and percent are not percentage points: a rate that rises from 2 to 3 percent has risen by one point, but by 50 percent.',
  },
  examples: [
    {
      text: 'Antalet fall minskade med mer än [15→50] procent.',
      source: 'Die Zahl der Fälle ging um mehr als 50 Prozent zurück.',
      sourceLanguage: 'de',
    },
    {
      text: 'Partiet gick fram med 2,5 [procent→procentenheter] i valet.',
      source: 'Die Partei legte bei der Wahl um 2,5 Prozentpunkte zu.',
      sourceLanguage: 'de',
    },
    {
      text: 'Mer än [50→50 procent] av eleverna klarade provet.',
      source: 'More than 50 per cent of the pupils passed the exam.',
      sourceLanguage: 'en',
    },
    {
      text: 'Mellan 20 och 30 procent röstade, 4,5 % blankt.',
      source: 'Zwischen 20 Prozent und 30 Prozent stimmten ab, 4,5 Prozent ungültig.',
      sourceLanguage: 'de',
    },
    {
      text: 'Hon är helt säker på att hälften kommer.',
      source: 'She is 100 percent sure that half of them will come.',
      sourceLanguage: 'en',
    },
  ],
  find: reading => reportOf(reading, ofKind('percentage')),
}
