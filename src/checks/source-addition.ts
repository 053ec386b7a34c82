import type { Check } from './check.ts'
import { comparisonOf } from './source/comparison.ts'
import { firstWords } from './source/report.ts'

export const sourceAddition: Check = {
  id: 'source-addition',
  family: 'source',
  category: 'accuracy/addition',
  severity: 'major',
  confidence: 0.8,
  title: { sv: 'En mening som inte finns i källan', en: 'A sentence that is not in the source' },
  why: {
    sv: 'Meningarna ställs mot varandra efter längd och efter vad de har gemensamt: tal, namn och ord som liknar varandra. Den här har ingen motsvarighet i källan.',
    en: 'Sentences are set beside each other by length and by what they share: numbers, names, words that look alike. This one has no counterpart in the source.',
  },
  examples: [
    {
      text: 'Brandkåren i Moorstedt ryckte ut med 35 man till olyckan på tisdagen. [En hund som hade suttit i baksätet] fördes till ett hem för djur. En helikopter flög kvinnan till en klinik i Hamburg.\nVägen mellan Moorstedt och Dohrenfeld var avstängd till klockan 12.30. Skadan uppgår till 45 000 euro.',
      source:
        'Die Feuerwehr in Moorstedt rückte am Dienstag mit 35 Kräften zu dem Unfall aus. Ein Hubschrauber flog die Frau in eine Klinik nach Hamburg.\nDie Straße zwischen Moorstedt und Dohrenfeld war bis 12.30 Uhr gesperrt. Der Schaden beträgt 45.000 Euro.',
      sourceLanguage: 'de',
    },
    {
      text: 'Rådet i Heidebrück sade ja till budgeten. Oppositionen röstade nej. Den vill ha billigare bussar.',
      source:
        'Der Rat in Heidebrück stimmte dem Haushalt zu. Die Opposition stimmte dagegen, da sie billigere Busse will.',
      sourceLanguage: 'de',
    },
  ],
  *find(reading) {
    for (const { sentence } of comparisonOf(reading)?.added ?? []) {
      const at = firstWords(reading.text, sentence)
      yield {
        ...at,
        fixes: [],
        message: { sv: 'Den här meningen finns inte i källan.', en: 'This sentence is not in the source.' },
      }
    }
  },
}
