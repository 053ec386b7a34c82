import type { Check } from './check.ts'
import { phraseList } from './phrases/list.ts'

const phrases = phraseList('idioms.tsv')

export const idiom: Check = {
  id: 'idiom',
  family: 'calques',
  category: 'style/unidiomatic',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Idiom översatt ord för ord', en: 'Idiom translated word for word' },
  why: {
    sv: 'Ett idiom betyder inte vad dess ord betyder. Översatt ord för ord blir det obegripligt: ”change one’s mind” är att ändra sig, ”ums Leben kommen” att omkomma.',
    en: 'An idiom does not mean what its words mean. Translated word for word it cannot be understood: “change one’s mind” is “ändra sig”, “ums Leben kommen” is “omkomma”.',
  },
  get examples() {
    return phrases.examples
  },
  find: reading => phrases.find(reading),
}
