import type { Check } from './check.ts'
import { comparisonOf } from './source/comparison.ts'
import { placeDifferences } from './source/places.ts'
import { genitiveOf } from './words/genitive.ts'

export const sourcePlace: Check = {
  id: 'source-place',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'En annan ort eller ett annat land än källans', en: 'Another place or country than the source’s' },
  why: {
    sv: 'Orter, regioner och länder ska vara källans, på svenska: Munich är München, Austria är Österrike och inte Australien. Namnen jämförs på alla språk som de är kända på.',
    en: 'Places, regions and countries must be those of the source, in Swedish: Munich is München, Austria is Österrike, not Australia. Names are compared in every language that they are known in.',
  },
  examples: [
    {
      text: 'Delegationen reste vidare till [Australien→Österrike] på tisdagen.',
      source: 'The delegation went on to Austria on Tuesday.',
      sourceLanguage: 'en',
    },
    {
      text: 'Helikoptern flög kvinnan till en klinik i [Hannover→Hamburg].',
      source: 'Der Hubschrauber flog die Frau in eine Klinik in Hamburg.',
      sourceLanguage: 'de',
    },
    {
      text: 'Delegationen reste från München till Köln och vidare till Österrike och Nederländerna.',
      source: 'The delegation travelled from Munich to Cologne and on to Austria and Holland.',
      sourceLanguage: 'en',
    },
    {
      text: 'Tyska trupper deltog, sade presidenten i Moskva.',
      source: 'Truppen aus Deutschland nahmen teil, sagte der Präsident in Moskau.',
      sourceLanguage: 'de',
    },
  ],
  *find(reading) {
    const comparison = comparisonOf(reading)
    if (!comparison) return
    for (const { said, source, target } of placeDifferences(comparison, reading)) {
      const as = reading.text.slice(target.from, target.to)
      const [right = said] = source.names
      yield {
        from: target.from,
        to: target.to,
        fixes: [target.genitive ? genitiveOf(right) : right],
        message: {
          sv: `Källan har ${said}, översättningen ${as}.`,
          en: `The source has ${said}, the translation ${as}.`,
        },
      }
    }
  },
}
