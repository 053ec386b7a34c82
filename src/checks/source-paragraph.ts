import type { Check } from './check.ts'
import { comparisonOf } from './source/comparison.ts'
import { breakDifferences } from './source/lengths.ts'
import { firstWords } from './source/report.ts'

export const sourceParagraph: Check = {
  id: 'source-paragraph',
  family: 'source',
  category: 'design-and-markup/layout',
  severity: 'minor',
  confidence: 0.6,
  title: { sv: 'Styckena är andra än källans', en: 'Paragraphs are not those of the source' },
  why: {
    sv: 'Ett nytt stycke hör till innehållet: det börjar en ny sak eller en annan talare. Där källan börjar ett nytt stycke ska översättningen göra det, och bara där. Skiljer sig många stycken sägs inget: då är texten satt om.',
    en: 'A paragraph is part of what a text says: a new matter, another speaker. The translation should begin one where its source does, and only there. Where many differ nothing is said: the text was set anew.',
  },
  examples: [
    {
      text: 'Två skadade i Moorstedt\nOlyckan skedde på B75 på tisdagen. Två personer skadades.\nBrandkåren kom med 35 man. [Vägen var avstängd till klockan 12.30.]\nPolisen söker vittnen.',
      source:
        'Zwei Verletzte in Moorstedt\nDer Unfall geschah am Dienstag auf der B75. Zwei Menschen wurden verletzt.\nDie Feuerwehr kam mit 35 Kräften.\nDie Straße war bis 12.30 Uhr gesperrt.\nDie Polizei sucht Zeugen.',
      sourceLanguage: 'de',
    },
    {
      text: 'Två skadade i Moorstedt\nOlyckan skedde på B75 på tisdagen. Två personer skadades.\nBrandkåren kom med 35 man.\nPolisen söker vittnen.',
      source:
        'Zwei Verletzte in Moorstedt\nDer Unfall geschah am Dienstag auf der B75. Zwei Menschen wurden verletzt.\nDie Feuerwehr kam mit 35 Kräften.\nDie Polizei sucht Zeugen.',
      sourceLanguage: 'de',
    },
  ],
  *find(reading) {
    const comparison = comparisonOf(reading)
    if (!comparison) return
    for (const { how, sentence } of breakDifferences(comparison))
      yield {
        ...firstWords(reading.text, sentence),
        fixes: [],
        message:
          how === 'lost'
            ? { sv: 'Källan börjar ett nytt stycke här.', en: 'The source begins a new paragraph here.' }
            : { sv: 'Källan har inget nytt stycke här.', en: 'The source has no new paragraph here.' },
      }
  },
}
