import type { Check } from './check.ts'
import { phraseList } from './phrases/list.ts'

const phrases = phraseList('nordic.tsv')

export const nordicCalque: Check = {
  id: 'nordic-calque',
  family: 'calques',
  category: 'style/unidiomatic',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Norska eller danska i svensk dräkt', en: 'Norwegian or Danish in Swedish dress' },
  why: {
    sv: 'Orden är svenska, men uttrycket är norskt eller danskt: i svenskan betyder det något annat, eller heter på annat sätt. Så blir det när grannspråken översätts ord för ord.',
    en: 'The words are Swedish, but the expression is Norwegian or Danish: in Swedish it means something else, or is said otherwise. It comes of translating the neighbouring languages word for word.',
  },
  get examples() {
    return phrases.examples
  },
  find: reading => phrases.find(reading),
}
