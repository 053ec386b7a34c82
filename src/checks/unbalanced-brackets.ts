/** A bracket without its other half. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

const brackets = /[()[\]]/g
const partner: Readonly<Record<string, string>> = { ')': '(', ']': '[' }
/** `a)` and `1)` number the items of a list; `:)` smiles. */
const single = /(?:^|[\s(])(?:\d{1,2}|\p{L}|[ivx]{1,4})$|[:;=]-?$/u

/** So many paragraphs further on what one opened may be closed. */
const reach = 4

interface Bracket {
  readonly sign: string
  readonly at: number
  readonly paragraph: number
}

export const unbalancedBrackets: Check = {
  id: 'unbalanced-brackets',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Ensam parentes', en: 'Bracket without its partner' },
  why: {
    sv: 'Parentesen öppnas eller stängs, men inte båda. Något kan ha fallit bort.',
    en: 'The bracket is opened or closed, but not both. Something may have been lost.',
  },
  examples: [
    'Polisen [(]LKA sade nej.',
    'Polisen LKA[)] sade nej.',
    'Polisen (LKA) sade: 1) ja, b) nej :) och (a) kanske ;-)',
    '(Ur Angeläget nu.\nStockholm 1971.)',
  ],
  *find(reading): Iterable<Found> {
    const { text, sentences } = reading
    const open: Bracket[] = []
    const alone: Bracket[] = []
    let sentence = 0
    let paragraph = 0
    for (const { 0: sign, index: at } of text.matchAll(brackets)) {
      while ((sentences[sentence]?.to ?? Infinity) <= at) sentence++
      paragraph = sentences[sentence]?.paragraph ?? paragraph
      const wanted = partner[sign]
      const last = open.at(-1)
      if (wanted === undefined) open.push({ sign, at, paragraph })
      else if (last?.sign === wanted && paragraph - last.paragraph <= reach) open.pop()
      else if (!single.test(text.slice(Math.max(0, at - 6), at))) alone.push({ sign, at, paragraph })
    }
    for (const { at } of [...alone, ...open].sort((a, b) => a.at - b.at))
      if (!isVerbatim(reading, at)) yield { from: at, to: at + 1, fixes: [] }
  },
}
