/** `,,`, `..`, `,.`: a sign too many. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

/** After a letter, a figure or a closing sign; an ellipsis has three points, and `,,ord` is a quotation mark. */
const doubled =
  /(?<=[\p{L}\p{N})”"»%])(?:,{2,3}(?!\p{L})|\.{2}|;{2,3}|:{2}|[,;:]\.|,;|;,|[!?],(?=\s)|[!?]\.)(?![\p{L}\p{N}.,;:!?/])/gu

/** The one to keep: the stronger. */
const keep = (signs: string): string =>
  /^[!?]/.test(signs) ? signs.charAt(0) : signs.includes('.') ? '.' : signs.charAt(0)

export const doubledSign: Check = {
  id: 'doubled-sign',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Ett skiljetecken för mycket', en: 'One sign too many' },
  why: {
    sv: 'Två skiljetecken står där ett räcker. En förkortningspunkt räknas också som meningens punkt (Svenska skrivregler).',
    en: 'Two signs stand where one is enough. The point of an abbreviation also ends the sentence (Svenska skrivregler).',
  },
  examples: [
    'Han kom[,,→,] såg och segrade[..→.] Så var det[,.→.]',
    'Bussar, tåg m.m[..→.] Vad säger du[?.→?]',
    'Vänta ... och så... Se ../x, std::x och 1..10. Verkligen?! Ja!!',
    'Det gäller m.fl., osv.',
  ],
  *find(reading): Iterable<Found> {
    for (const match of reading.text.matchAll(doubled))
      if (!isVerbatim(reading, match.index))
        yield { from: match.index, to: match.index + match[0].length, fixes: [keep(match[0])] }
  },
}
