/** `3.5 procent`: decimals after a point, as in English. */
import type { Check, Found } from './check.ts'
import type { Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'

/** Three decimals may be thousands: another check's. */
const decimal = /^\d{1,4}\.(?:\d{1,2}|\d{4,})$/
/** What is counted in fractions. Not minutes and seconds: `13.54 minuter` is a time. */
const units = new Set(
  `procent % ‰ promille procentenheter miljon miljoner miljard miljarder biljon biljoner tusen kilometer km meter m cm centimeter mm millimeter
  mil kilo kg kilogram gram g ton liter l dl cl ml grader ° °c celsius euro dollar pund kronor kr franc yen hektar ha kvadratmeter kvm m² km²
  kvadratkilometer kubikmeter timmar dygn veckor månader år gånger poäng tum fot kilowatt kw megawatt mw gigawatt gw kwh mwh gwh twh terawattimmar
  kilowattimmar gigabyte gb megabyte mb terabyte tb volt ampere € $ £ promilles procents bar knop`.split(/\s+/),
)
/** What has a number with a fraction after it. */
const before = new Set(
  'magnitud magnituden skalvet richterskalan snittet genomsnittet reproduktionstalet arbetslösheten inflationen födelsetalet'.split(
    ' ',
  ),
)
/** Numbers of versions, chapters and the like are written with a point. */
const numbered = new Set(
  'version kapitel kap avsnitt punkt punkten paragraf nr nummer bilaga tabell figur web del kl klockan tiden'.split(
    ' ',
  ),
)

export const decimalPoint: Check = {
  id: 'decimal-point',
  family: 'typography',
  category: 'locale-conventions/number-format',
  severity: 'minor',
  confidence: 0.94,
  title: { sv: 'Decimalpunkt i stället för komma', en: 'Decimal point instead of a comma' },
  why: {
    sv: 'På svenska skiljer komma decimalerna från heltalet: 3,5 (Svenska skrivregler, kapitlet om siffror). Punkt står i klockslag, datum och versionsnummer.',
    en: 'In Swedish a comma parts the decimals: 3,5 (Svenska skrivregler). A point stands in times, dates and version numbers.',
  },
  examples: [
    'Priserna steg med [3.5→3,5] procent till [2.25→2,25] miljoner euro.',
    'Mellan [1.5→1,5] och [2.5→2,5] meter snö föll, och skalvet hade magnituden [6.4→6,4].',
    'Även 4–1 kom efter 13.54 minuter, klockan 18.30, i version 2.0 av kapitel 3.5.',
    'Den 5.5. steg priset med 3,5 procent.',
    'Se punkt 4.2 meter för meter.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    const measured = (token: Token | undefined, steps = 0): boolean => {
      if (token === undefined || steps > 4) return false
      if (token.kind !== 'number') return units.has(token.lower)
      const [next, after] = [tokens[token.index + 1], tokens[token.index + 2]]
      if (next !== undefined && /^(?:[-–]|till|och|eller|mot)$/.test(next.text) && after?.kind === 'number')
        return measured(after, steps + 2)
      return next !== undefined && units.has(next.lower)
    }
    for (const token of tokens) {
      if (token.kind !== 'number' || !decimal.test(token.text)) continue
      const previous = tokens[token.index - 1]
      if (numbered.has(previous?.lower ?? '')) continue
      if (previous?.text === '.' && numbered.has(tokens[token.index - 2]?.lower ?? '')) continue
      if (!measured(token) && !before.has(previous?.lower ?? '')) continue
      if (!isVerbatim(reading, token.from))
        yield {
          from: token.from,
          to: token.to,
          fixes: [token.text.replace('.', ',')],
          message: {
            sv: `Decimaler skiljs med komma på svenska: ”${token.text.replace('.', ',')}”.`,
            en: `Swedish parts decimals by a comma: “${token.text.replace('.', ',')}”.`,
          },
        }
    }
  },
}
