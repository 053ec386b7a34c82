import type { Check } from './check.ts'
import { phraseList } from './phrases/list.ts'

const phrases = phraseList('prepositions.tsv')

export const preposition: Check = {
  id: 'preposition',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.87,
  title: { sv: 'Fel preposition', en: 'Wrong preposition' },
  why: {
    sv: 'Prepositionen är källspråkets: orsaken ”till”, svaret ”på”, ”på” måndag, ”i” juni, ”på” tyska. Vilken som hör till ett substantiv eller ett fast uttryck står i SO (Svensk ordbok).',
    en: 'The preposition is the source language’s: in Swedish it is the cause “till”, the answer “på”, “på” Monday, “i” June, “på” German. Which belongs to a noun or an expression is told in SO.',
  },
  get examples() {
    return phrases.examples
  },
  find: reading => phrases.find(reading),
}
