import type { Check } from './check.ts'
import { comparisonOf } from './source/comparison.ts'
import { lastWordBy, quote } from './source/report.ts'

export const sourceOmission: Check = {
  id: 'source-omission',
  family: 'source',
  category: 'accuracy/omission',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'En mening i källan saknas', en: 'A sentence of the source is missing' },
  why: {
    sv: 'Meningarna ställs mot varandra efter längd och efter vad de har gemensamt: tal, namn och ord som liknar varandra. Den här har ingen motsvarighet, och grannarna ger inte plats för den.',
    en: 'Sentences are set beside each other by length and by what they share: numbers, names, words that look alike. This one has no counterpart, and its neighbours leave no room for it.',
  },
  examples: [
    {
      text: 'Brandkåren i Moorstedt ryckte ut med 35 man till olyckan på tisdagen. En helikopter flög kvinnan till en klinik i [Hamburg].\nVägen mellan Moorstedt och Dohrenfeld var avstängd till klockan 12.30. Skadan uppgår till 45 000 euro.',
      source:
        'Die Feuerwehr in Moorstedt rückte am Dienstag mit 35 Kräften zu dem Unfall aus. Ein Hubschrauber flog die Frau in eine Klinik nach Hamburg. Ein Hund, der auf dem Rücksitz des Wagens gesessen hatte, wurde in einem Tierheim untergebracht.\nDie Straße zwischen Moorstedt und Dohrenfeld war bis 12.30 Uhr gesperrt. Der Schaden beträgt 45.000 Euro.',
      sourceLanguage: 'de',
    },
    {
      text: 'Rådet i Heidebrück sade ja till budgeten. Oppositionen röstade nej, eftersom den vill ha billigare bussar.',
      source: 'The council of Heidebrück approved the budget. The opposition voted no. It wants cheaper buses.',
      sourceLanguage: 'en',
    },
  ],
  *find(reading) {
    const comparison = comparisonOf(reading)
    for (const { sentence, bead } of comparison?.omitted ?? []) {
      const at = comparison && lastWordBy(comparison, bead, reading)
      const words = quote(comparison?.source.slice(sentence.from, sentence.to) ?? '')
      if (at)
        yield {
          ...at,
          fixes: [],
          message: {
            sv: `Här saknas källans mening ”${words}”.`,
            en: `The source’s sentence “${words}” is missing here.`,
          },
        }
    }
  },
}
