import type { Check } from './check.ts'
import { wordingHits } from './phrases/wordings.ts'

export const term: Check = {
  id: 'term',
  family: 'terms',
  category: 'terminology/inconsistent-with-resource',
  severity: 'major',
  confidence: 0.97,
  title: { sv: 'Inte termlistans ord', en: 'Not the term of the termbase' },
  why: {
    sv: 'Husets termlista säger vilket ord som gäller. De ord som den avråder från hittas i alla böjningsformer och i sammansättningar, och förslaget har samma form.',
    en: 'The house’s termbase says which word to use. The words that it advises against are found in all their forms and in compounds, and the fix has the same form.',
  },
  examples: [
    {
      text: 'I [Lower Sachsens→Niedersachsens] polis.',
      terms: [{ preferred: 'Niedersachsen', variants: ['Lower Sachsen'] }],
    },
    {
      text: 'Ett [Lower Sachsen-baserat→Niedersachsen-baserat] företag.',
      terms: [{ preferred: 'Niedersachsen', variants: ['Lower Sachsen'] }],
    },
    {
      text: 'I [Nedre Sachsen→Niedersachsen] och [Nedre Sachsens→Niedersachsens] polis.',
      terms: [{ preferred: 'Niedersachsen', variants: ['Nedre Sachsen'] }],
    },
    { text: 'Stadens [medborgare→invånare] fick svara.', terms: [{ preferred: 'invånare', variants: ['medborgare'] }] },
    {
      text: '[Ett nytt daghem→En ny förskola] öppnar.',
      terms: [{ preferred: 'förskola', variants: ['daghem'] }],
    },
    { text: 'Bilden av en [bil→vagn] på [bilvägen→vagnvägen].', terms: [{ preferred: 'vagn', variants: ['bil'] }] },
    {
      text: '[Dagisbarn→Förskolebarn] och personal på [daghemmen→förskolorna].',
      terms: [{ preferred: 'förskola', variants: ['dagis', 'daghem'] }],
    },
    { text: 'Polis och brandkår kom.', terms: [{ preferred: 'polis och brandkår', variants: ['brandkår'] }] },
  ],
  *find(reading) {
    for (const { of, from, to, text, fixes } of wordingHits(reading, reading.terms))
      yield {
        from,
        to,
        fixes,
        message: {
          sv: `Termlistan har ”${of.preferred}”, inte ”${text}”${of.domain ? ` (${of.domain})` : ''}.`,
          en: `The termbase has “${of.preferred}”, not “${text}”${of.domain ? ` (${of.domain})` : ''}.`,
        },
        ...(of.id === undefined ? {} : { about: of.id }),
        ...(of.category === undefined ? {} : { category: of.category }),
        ...(of.severity === undefined ? {} : { severity: of.severity }),
      }
  },
}
