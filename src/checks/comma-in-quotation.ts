/** `”Det är klart,” säger han`: the comma before the closing quotation mark, as in American English. */
import type { Check, Found } from './check.ts'
import { sceneOf } from './words/scene.ts'

const comma = /(?<=[\p{L}\p{N})]),(["”])(?=\s)/gu
/** The full stop before what is said of the saying. */
const stop =
  /(?<=\p{L})\.(["”])(?=\s(?:säger|sade|sa|skriver|skrev|menar|menade|uppger|uppgav|berättar|berättade|förklarar|förklarade|konstaterar|tillägger|hävdar|anser|svarar|svarade)\s)/gu

export const commaInQuotation: Check = {
  id: 'comma-in-quotation',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.82,
  title: { sv: 'Komma innanför citattecknet', en: 'Comma inside the quotation mark' },
  why: {
    sv: 'Kommat mellan citatet och anföringssatsen står efter citattecknet: ”Det är klart”, säger han (Svenska skrivregler, kapitlet om citattecken). Engelskan har det före.',
    en: 'The comma between a quotation and who says it stands after the mark: ”Det är klart”, säger han (Svenska skrivregler). English has it before.',
  },
  examples: [
    '”Det är klart[,”→”,] säger hon.',
    '"Vi kommer[."→",] sade han i går.',
    '”Det är klart”, säger hon. ”Vi kommer.” Sedan gick de. «Ja,» säger han.',
    'Citattecken: ", och ” är lika.',
  ],
  *find(reading): Iterable<Found> {
    // in news from English-speaking countries it is everywhere, and a habit rather than an error
    if (sceneOf(reading) === 'english') return
    const { text } = reading
    const found = [comma, stop].flatMap(pattern =>
      Array.from(text.matchAll(pattern), (match): Found => ({
        from: match.index,
        to: match.index + 2,
        fixes: [`${match[1] ?? ''},`],
      })),
    )
    yield* found.sort((a, b) => a.from - b.from)
  },
}
