/** `vann med 3:1`: results of matches with a colon, as in German. */
import type { Check, Found } from './check.ts'

const score = /(?<![\p{L}\p{N}.,:/-])(\d{1,2})\s?:\s?(\d{1,2})(?![\p{L}\p{N}:.,]*\d|:|\p{L})/gu
/** Words of sport beside it: else it may be a time, a scale, a verse. */
const sport =
  /(?<!\p{L})(?:vann|vinst|vinna|vinner|seger|segern|segrade|förlust|förlusten|förlorade|förlorar|ledning|ledningen|ledde|leder|kvitterade|kvittering|oavgjort|besegrade|slog|slutresultat\p{Ll}*|halvtid\p{Ll}*|pausresultat|målen|målet|matchen|hemmaseger|bortaseger|hemmaförlust|bortaförlust|reducerade|ställningen|spelade)(?!\p{L})/iu
/** How far from it they may stand. */
const near = 90

export const scoreFormat: Check = {
  id: 'score-format',
  family: 'typography',
  category: 'locale-conventions/number-format',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Matchresultat med kolon', en: 'Result of a match with a colon' },
  why: {
    sv: 'Resultat skrivs med tankstreck på svenska: 3–1. Kolon är tyskt (Svenska skrivregler, kapitlet om tankstreck).',
    en: 'Results are written with a dash in Swedish: 3–1. The colon is German (Svenska skrivregler).',
  },
  examples: [
    'Werder vann med [3:1→3–1] mot Köln, efter [1:0→1–0] i halvtid.',
    'HSV tog en [2:0→2–0]-seger.',
    'Matchen börjar kl. 19:30. I Joh 3:16 står det. Kartan är i skala 1:50.',
    'De vann med 3–1 efter ledning.',
  ],
  *find({ text, sentences }): Iterable<Found> {
    for (const { from, to } of sentences) {
      const sentence = text.slice(from, to)
      if (!sentence.includes(':')) continue
      for (const match of sentence.matchAll(score)) {
        const [whole, home = '', away = ''] = match
        // 19:30 is a time
        if (away.length === 2 && home.length > 0 && Number(home) < 25 && !/^[1-9]\d$/.test(away.padStart(2, '0')))
          continue
        if (away.length === 2 && Number(away) >= 10 && !/handboll|basket/i.test(sentence)) continue
        const around = sentence.slice(Math.max(0, match.index - near), match.index + near)
        if (!sport.test(around)) continue
        yield { from: from + match.index, to: from + match.index + whole.length, fixes: [`${home}–${away}`] }
      }
    }
  },
}
