/** „Ord“, “ord”, ‚ord‘: German and English quotation marks. */
import type { Check, Found } from './check.ts'

const mark = /[„“‟‚‘]|,,(?=\p{L})|``|''/gu
/** How far off the closing mark is looked for: a longer quotation is marked at both ends. */
const reach = 50
const closing = /^[^„“”"‟\n]{1,50}?(?<=\S)([“”"‟])/u
const singleClosing = /^[^‚‘’'\n]{1,50}?(?<=\S)[‘’'](?!\p{L})/u

export const quotationMarks: Check = {
  id: 'quotation-marks',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.92,
  title: { sv: 'Tyska eller engelska citattecken', en: 'German or English quotation marks' },
  why: {
    sv: 'Svenska citattecken är lika i början och slutet: ”ord” och ’ord’, i tidningar också "ord" (Svenska skrivregler, kapitlet om citattecken).',
    en: 'Swedish quotation marks are the same at the beginning and the end: ”ord” and ’ord’, in newspapers also "ord" (Svenska skrivregler).',
  },
  examples: [
    'Han kallade det [„en katastrof“→”en katastrof”] och [“en skam”→”en skam”].',
    'Hon sade: [“→”]Vi har arbetat med detta i många år, och nu är det till slut klart för alla.[“→”]',
    "De kallar det [‚dumt‘→’dumt’] på [``svenska''→”svenska”].",
    'Han sade ”ja”, "nej", »kanske» och ’aldrig’ om McDonald’s.',
  ],
  *find({ text }): Iterable<Found> {
    let done = 0
    for (const match of text.matchAll(mark)) {
      const at = match.index
      const opening = match[0]
      if (at < done) continue
      const start = at + opening.length
      const single = opening === '‚' || opening === '‘'
      const sign = single ? '’' : '”'
      const next = text.charAt(start)
      // an apostrophe set the wrong way round, or inches
      if ((opening === '‘' && /[\p{L}]/u.test(text.charAt(at - 1))) || (opening === "''" && done === 0 && next === ''))
        continue
      const rest = /[\p{L}\p{N}]/u.test(next) ? text.slice(start, start + reach + 2) : ''
      const inside = opening === '``' ? /^[^'`\n]{1,50}''/u.exec(rest) : (single ? singleClosing : closing).exec(rest)
      const end = inside === null ? start : start + inside[0].length
      const closed = opening === '``' ? 2 : 1
      yield {
        from: at,
        to: end,
        fixes: [inside === null ? sign : `${sign}${text.slice(start, end - closed)}${sign}`],
      }
      done = end
    }
  },
}
