/** Characters without ink that change how a text reads, breaks, or is found. */
import type { Check, Found } from './check.ts'
import { plain } from '../text/seen.ts'
import { invisibles } from '../text/invisible.ts'

/** Scripts that need them to join their letters or to run from right to left. */
const needsThem =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Hangul}]/u

/** Runs of them. A soft hyphen is a mark of its own: it tells where a long word may be broken; a line end is no fault. */
const run =
  /[\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+/g

export const invisibleCharacter: Check = {
  id: 'invisible-character',
  family: 'residue',
  category: 'linguistic-conventions/character-encoding',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Osynligt tecken', en: 'Invisible character' },
  why: {
    sv: 'Tecknet syns inte, men det klyver ord för sökning och stavningskontroll eller ändrar läsriktningen. Det följer med från webbsidor. Mjuka bindestreck räknas inte hit.',
    en: 'The character is not seen, but it splits words for search and spelling, or changes the direction of reading. It comes along from web pages. Soft hyphens do not count.',
  },
  examples: ['Polis[\u200b→]stationen i Lüneburg[\u200e→].', 'Rikspolis\u00adstyrelsen och familjen 👨‍👩‍👧 i نمی‌خواهم.'],
  *find({ text }): Iterable<Found> {
    if (plain.test(text)) return
    for (const match of text.matchAll(run)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if ((match[0] === '\ufeff' && from === 0) || needsThem.test(text.slice(Math.max(0, from - 2), to + 2))) continue
      // what stands before it tells whether it joins an emoji
      const start = Math.max(0, from - 5)
      const first = invisibles(text.slice(start, from + 1)).find(({ at }) => at === from - start)
      if (first === undefined) continue
      yield {
        from,
        to,
        fixes: [''],
        message: {
          sv: `Här står ett tecken som inte syns: ${first.code} (${first.name}).`,
          en: `A character that is not seen stands here: ${first.code} (${first.name}).`,
        },
      }
    }
  },
}
