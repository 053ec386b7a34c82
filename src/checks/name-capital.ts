/** `sverige`, `berlin`: a name that begins with a small letter. */
import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { capitalised } from './words/capital.ts'

/** Makes of goods that Swedish writes small as well (`en volvo`), or that begin so by the firm's will; a word that is a surname too. */
const small = new Set(
  'heller volvo saab audi tesla toyota mercedes porsche ferrari kalashnikov kalasjnikov youtube facebook instagram twitter google spotify netflix tiktok iphone ipad ipod android linkedin imovie kleenex teflon'.split(
    ' ',
  ),
)
/** Rarer ones are misspelt words as often as names. */
const wellKnown = 3.5

/** Latin and other foreign words in small letters beside it: `stella maris`. */
const isForeign = (reading: Reading, token: Token): boolean =>
  [reading.tokens[token.index - 1], reading.tokens[token.index + 1]].some(
    near => near?.kind === 'word' && near.text === near.lower && reading.word(near).analyses.length === 0,
  )

export const nameCapital: Check = {
  id: 'name-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Namn med liten begynnelsebokstav', en: 'Name beginning with a small letter' },
  why: {
    sv: 'Namn på personer, orter, länder och organisationer skrivs med stor begynnelsebokstav (Svenska skrivregler, kapitlet om stor och liten bokstav).',
    en: 'Names of persons, places, countries and organisations begin with a capital (Svenska skrivregler).',
  },
  examples: [
    'I [sverige→Sverige] och i [berlin→Berlin] bor många.',
    'Han har en volvo och läser sverige.se, @berlin och facebook.',
    'Hon är inte heller svensk och bor i Tyskland, vid en berg-och-dal-bana.',
  ],
  *find(reading): Iterable<Found> {
    for (const token of reading.tokens) {
      if (token.kind !== 'word' || token.text !== token.lower || !/^\p{Ll}{5,}$/u.test(token.text)) continue
      const word = reading.word(token)
      if (!word.name || word.common || small.has(token.lower) || word.zipf('sv') < wellKnown) continue
      // world, office: parts of English names
      if (word.zipf('en') > word.zipf('sv') + 0.5) continue
      if (isVerbatim(reading, token.from) || isForeign(reading, token)) continue
      const fix = capitalised(token.text)
      yield {
        from: token.from,
        to: token.to,
        fixes: [fix],
        message: {
          sv: `”${fix}” är ett namn och skrivs med stor bokstav.`,
          en: `“${fix}” is a name and has a capital.`,
        },
      }
    }
  },
}
