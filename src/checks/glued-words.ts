/** `mötetDelegationen`: the end of one line and the beginning of the next, run together. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

/** A word in small letters, then one with a capital: names of firms and products begin with a capital, or with one small letter. */
const glued = /^(\p{Ll}{3,})(\p{Lu}\p{Ll}{2,})$/u
/** `PolisenHar`: firms are called by two nouns or names, not by a noun and a word of this kind. */
const sentence =
  /^(\p{Lu}\p{Ll}{3,})(Har|Är|Var|Hade|Kan|Ska|Skulle|Och|Att|Som|För|Med|Från|Inte|Blev|Blir|Efter|Enligt|När|Det|Den|Detta|Han|Hon|Vi)$/u
/** Signs of gender are another check's. */
const gender = /^(?:Innen|Inuti)$/

export const gluedWords: Check = {
  id: 'glued-words',
  family: 'residue',
  category: 'linguistic-conventions/spelling',
  severity: 'major',
  confidence: 0.92,
  title: { sv: 'Hopskrivna ord', en: 'Words run together' },
  why: {
    sv: 'Två ord som stod på var sin rad på webbsidan har skrivits ihop.',
    en: 'Two words that stood on lines of their own on the web page have been run together.',
  },
  examples: [
    'Polisen avslutade [mötetDelegationen→mötet. Delegationen|mötet Delegationen] reste hem.',
    '[PolisenHar→Polisen. Har|Polisen Har] kommit.',
    'De kom till [stadenBerlin→staden Berlin] i går.',
    'Han köpte en iPhone på eBay, sade McDonald hos YouTube och macOS.',
    'Effekten är 5 kWh och pH-värdet 7.',
  ],
  *find(reading): Iterable<Found> {
    for (const token of reading.tokens) {
      const match = token.kind === 'word' ? (glued.exec(token.text) ?? sentence.exec(token.text)) : null
      if (match === null || isVerbatim(reading, token.from)) continue
      const [first, second] = [match[1] ?? '', match[2] ?? '']
      const before = reading.lexicon.word(first.toLowerCase())
      const after = reading.lexicon.word(second.toLowerCase())
      if (!before.common || before.zipf('sv') < 2 || gender.test(second) || !(after.common || after.name)) continue
      const spaced = `${first} ${second}`
      yield {
        from: token.from,
        to: token.to,
        fixes: after.common ? [`${first}. ${second}`, spaced] : [spaced],
        message: {
          sv: `”${first}” och ”${second}” är två ord, kanske från var sin rad.`,
          en: `“${first}” and “${second}” are two words, perhaps from lines of their own.`,
        },
      }
    }
  },
}
