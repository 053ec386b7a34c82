/** `ord—ord`: the long dash of American English, without spaces. */
import type { Check, Found } from './check.ts'

const dash = /(?<=[\p{L}\p{N})”"])—(?=[\p{L}\p{N}(”"])/gu

export const emDash: Check = {
  id: 'em-dash',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Långt tankstreck utan mellanslag', en: 'Long dash without spaces' },
  why: {
    sv: 'Svenskt tankstreck är kort och har mellanslag på båda sidor när det skiljer satser: ord – ord (Svenska skrivregler, kapitlet om tankstreck).',
    en: 'The Swedish dash is short, with spaces on both sides where it parts clauses: ord – ord (Svenska skrivregler).',
  },
  examples: ['Polisen[—→ – ]som kom sent[—→ – ]gick.', 'Polisen – som kom – gick Stockholm–Göteborg, — sade han.'],
  *find({ text }): Iterable<Found> {
    for (const match of text.matchAll(dash))
      yield { from: match.index, to: match.index + match[0].length, fixes: [' – '] }
  },
}
