/** `ord , ord`, `Varför ?`, `( ord )`: a space on the wrong side of a sign. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'

/** Not smileys, proportions (`1 : 2`), names of files (`.com`); at the end of a paragraph a full stop with a space before it is left. */
const before = /(?<=[\p{L}\p{N})”"%])[ \u00a0]{1,3}([,;!?]|:(?![-)(DP/\d]))(?=[\s"”)]|$)(?! \d)/gmu
/** Both wrong: `hus ,en`. */
const swapped = /(?<=[\p{L}\p{N})”"%])[ \u00a0]{1,3},(?=\p{L})/gu
const stop = /(?<=[\p{L}\p{N})”"%])[ \u00a0]{1,3}\.(?= \p{Lu})/gu
const inside = /(?<=[\s(]\()[ \u00a0]{1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?%])[ \u00a0]{1,3}(?=\)(?:[\s.,;:!?]|$))/gmu

export const spaceBeforeSign: Check = {
  id: 'space-before-sign',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Mellanslag på fel sida om tecknet', en: 'Space on the wrong side of a sign' },
  why: {
    sv: 'Skiljetecken följer direkt på ordet före, och parenteser omsluter orden utan mellanslag (Svenska skrivregler, kapitlet om skiljetecken).',
    en: 'Signs follow directly on the word before, and brackets enclose words without spaces (Svenska skrivregler).',
  },
  examples: [
    'Ett hus[ ,→, ]en bil. Han kom[ ,→,] såg och segrade[ !→!] Varför[ ?→?]',
    'Det är klart[ .→.] Nu går vi ([ →]sade hon[ →]).',
    'Förhållandet är 14000 : 6400, filen heter .env, och så :-) var det ...',
    'Det är klart .',
  ],
  *find(reading): Iterable<Found> {
    const { text } = reading
    const found = [before, swapped, stop, inside].flatMap(pattern =>
      Array.from(text.matchAll(pattern), (match): Found => ({
        from: match.index,
        to: match.index + match[0].length,
        fixes: [pattern === swapped ? ', ' : match[0].trim()],
      })),
    )
    yield* found.filter(({ from }) => !isVerbatim(reading, from - 1)).sort((a, b) => a.from - b.from)
  },
}
