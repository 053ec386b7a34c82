import type { Check } from './check.ts'
import { phraseList } from './phrases/list.ts'

const phrases = phraseList('valency.tsv')

export const valency: Check = {
  id: 'valency',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.87,
  title: { sv: 'Verb eller adjektiv med fel preposition', en: 'Verb or adjective with the wrong preposition' },
  why: {
    sv: 'Vilken preposition ett verb eller adjektiv tar, och om det tar någon, är olika i olika språk: man berättar ”för” någon, är rädd ”för” något och misstänks ”för” ett brott (SO, Svensk ordbok, under ordet).',
    en: 'Which preposition a verb or adjective takes, and whether it takes one, differs between languages: in Swedish one tells “för” someone, is afraid “för” something, suspected “för” a crime (SO, under the word).',
  },
  get examples() {
    return phrases.examples
  },
  find: reading => phrases.find(reading),
}
