/** `z.B.`, `e.g.`, `f.eks.`: abbreviations that were left as they are. */
import type { Check, Found } from './check.ts'
import { readRows } from './data/read.ts'
import { isVerbatim } from './verbatim.ts'

const known = new Map(readRows('foreign-abbreviations.tsv').map(([form = '', swedish = '']) => [form, swedish]))
const escaped = [...known.keys()].sort((a, b) => b.length - a.length).map(form => form.replace(/[./]/g, '\\$&'))
const abbreviation = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
/** `Nr. 5`: Swedish writes it small and without a point. */
const number = /(?<![\p{L}\p{N}.])(?:Nr|No|nr)\. ?(?=\d)/gu

export const foreignAbbreviation: Check = {
  id: 'foreign-abbreviation',
  family: 'typography',
  category: 'accuracy/untranslated',
  severity: 'minor',
  confidence: 0.93,
  title: { sv: 'Utländsk förkortning', en: 'Foreign abbreviation' },
  why: {
    sv: 'Förkortningen är tysk, engelsk, norsk eller dansk. Svenska förkortningar finns i Svenska skrivregler, kapitlet om förkortningar.',
    en: 'The abbreviation is German, English, Norwegian or Danish. For the Swedish ones see Svenska skrivregler.',
  },
  examples: [
    'Flera fordon, [z.B.→t.ex.] bussar, [bzw.→respektive] bilar, och [f.eks.→t.ex.] [e.g.→t.ex.] tåg.',
    'Hus [Nr. →nr ]5 brann.',
    'Det gäller t.ex. bilar, bl.a. bussar, dvs. allt, ca 5, nr 3 osv.',
  ],
  *find(reading): Iterable<Found> {
    const { text } = reading
    const found: Found[] = []
    for (const match of text.matchAll(abbreviation))
      if (!isVerbatim(reading, match.index))
        found.push({ from: match.index, to: match.index + match[0].length, fixes: [known.get(match[0]) ?? ''] })
    for (const match of text.matchAll(number))
      found.push({ from: match.index, to: match.index + match[0].length, fixes: ['nr '], confidence: 0.8 })
    yield* found.sort((a, b) => a.from - b.from)
  },
}
