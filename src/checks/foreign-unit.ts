/** `5 Mio.`, `200 qm`, `150 PS`: foreign abbreviations after a number. */
import type { Check, Found, Said } from './check.ts'
import { readRows } from './data/read.ts'

const units = new Map(readRows('foreign-units.tsv').map(([unit = '', swedish = '']) => [unit, swedish]))

const said = (unit: string, swedish: string): Said => ({
  sv: `”${unit}” är ingen svensk förkortning: skriv ”${swedish}”.`,
  en: `“${unit}” is no Swedish abbreviation: write “${swedish}”.`,
})

export const foreignUnit: Check = {
  id: 'foreign-unit',
  family: 'typography',
  category: 'locale-conventions/measurement-format',
  severity: 'minor',
  confidence: 0.92,
  title: { sv: 'Utländsk förkortning efter ett tal', en: 'Foreign abbreviation after a number' },
  why: {
    sv: 'Förkortningen är tysk, norsk, dansk eller engelsk. Svenskan har en egen, eller skriver ut ordet.',
    en: 'The abbreviation is German, Norwegian, Danish or English. Swedish has its own, or writes the word in full.',
  },
  examples: [
    'Skadan uppgår till 5 [Mio.→miljoner] euro, på 200 [qm→kvadratmeter].',
    'Bilen har 150 [PS→hästkrafter] och körde i 120 [km/t→km/h].',
    'Han fick 3 mil och 2 min, PS. Jag älskar dig, 5 km/h.',
  ],
  *find({ tokens }): Iterable<Found> {
    for (const token of tokens) {
      if (token.kind !== 'word' || !token.spaced || tokens[token.index - 1]?.kind !== 'number') continue
      const [sign, last, stop] = [1, 2, 1].map(step => tokens[token.index + step])
      const rate =
        sign?.text === '/' && last !== undefined && !sign.spaced && !last.spaced
          ? units.get(`${token.text}/${last.text}`)
          : undefined
      if (rate !== undefined && last !== undefined) {
        yield { from: token.from, to: last.to, fixes: [rate], message: said(`${token.text}/${last.text}`, rate) }
        continue
      }
      const swedish = units.get(token.text)
      if (swedish === undefined || (sign !== undefined && !sign.spaced && /^[/\p{L}]/u.test(sign.text))) continue
      const next = tokens[token.index + 2]
      // the full stop of the abbreviation, unless it ends the sentence as well
      const abbreviated = stop?.text === '.' && !stop.spaced && next !== undefined && next.sentence === token.sentence
      yield {
        from: token.from,
        to: abbreviated ? stop.to : token.to,
        fixes: [swedish],
        message: said(token.text, swedish),
      }
    }
  },
}
