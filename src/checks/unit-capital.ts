/** `5 Kilometer`, `10 Euro`: a unit after its number with a capital, as all nouns have in German. */
import type { Check, Found } from './check.ts'

const units = new Set(
  `procent promille euro dollar kronor pund franc miljon miljoner miljard miljarder kilometer meter centimeter millimeter mil kilogram kilo gram ton liter grader
  hektar kvadratmeter kvadratkilometer kubikmeter sekunder minuter timmar dagar veckor månader år personer watt kilowatt megawatt volt knop invånare`.split(
    /\s+/,
  ),
)

const large = /^(?:miljon(?:er)?|miljard(?:er)?|tusen|hundra)$/

export const unitCapital: Check = {
  id: 'unit-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.93,
  title: { sv: 'Måttenhet med stor bokstav', en: 'Unit with a capital' },
  why: {
    sv: 'Mått, valutor och räkneord skrivs med liten begynnelsebokstav på svenska (Svenska skrivregler, kapitlet om stor och liten bokstav).',
    en: 'Units, currencies and numerals begin with a small letter in Swedish (Svenska skrivregler).',
  },
  examples: [
    'Skadan uppgår till 5 000 [Euro→euro], och 3 miljoner [Dollar→dollar], och bilen låg 20 [Meter→meter] bort.',
    'Loppet Le Mans 24 Timmar kördes.',
    'Han fick 12. Minuter senare var det slut.',
    'Det kostar 5 euro.',
  ],
  *find({ tokens }): Iterable<Found> {
    for (const token of tokens) {
      if (!units.has(token.lower) || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) continue
      const [previous, earlier, next] = [tokens[token.index - 1], tokens[token.index - 2], tokens[token.index + 1]]
      if (
        previous === undefined ||
        !(previous.kind === 'number' || large.test(previous.text)) ||
        previous.sentence !== token.sentence
      )
        continue
      const titled = [earlier, next].some(near => near?.kind === 'word' && /^\p{Lu}/u.test(near.text) && !near.opens)
      if (!titled)
        yield {
          from: token.from,
          to: token.to,
          fixes: [token.lower],
          message: {
            sv: `”${token.lower}” skrivs med liten bokstav på svenska.`,
            en: `“${token.lower}” has a small letter in Swedish.`,
          },
        }
    }
  },
}
