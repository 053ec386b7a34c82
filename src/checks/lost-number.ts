/** A number that was lost on the way: what stood behind it stands alone, `ett -dagsmötet`, `cirka procent`. */
import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { isYear, months as names } from './words/calendar.ts'

/** Parts of words that a number stands before, and nothing else. */
const measured =
  /^(?:dags|dagars|timmars|minuters|sekunders|veckors|månaders|års(?:dag|jubil|period|plan|avtal|ålder|gräns|krig)|årig|årsåldern|åring|(?:tal|tiden)(?:ets?|s)?$|procentig|kronors|euro|meters|kilometers|mils|liters|kilos|gradig|manna|hundratal|spårig|filig|siffrig|stjärnig|personers|rums|våningars|sidig|hjulig|punkts|poängs|kvadratmeter|literspaket|volts?)/

/** Where a word with a hyphen before it is right: the first part of the one before it holds for it too (`barnböcker och -filmer`). */
const joins = new Set('och eller samt men respektive resp till , / än som'.split(' '))
/** Even after one of these a number is wanted: `60- och -talet`. */
const always = /^(?:årig|åring|årsåldern|talet|procentig)/

const about = new Set('cirka ca omkring ungefär drygt knappt uppemot uppskattningsvis'.split(' '))
const units = new Set(
  'procent procentenheter kronor euro dollar miljoner miljarder kilometer meter centimeter kvadratmeter kubikmeter hektar kilo kilogram ton liter grader timmar minuter sekunder veckor dagar månader personer'.split(
    ' ',
  ),
)
const months = new Set(names)
const articles = new Set('en ett den det de'.split(' '))

const hyphens = new Set(['-', '‑', '‐', '–'])

/** Its number is lost, or stands before it with a space between (`18 -åringen`), which is another fault. */
function lacksNumber({ tokens }: Reading, hyphen: Token, word: Token): Found | null {
  const before = tokens[hyphen.index - 1]
  if (before === undefined || before.sentence !== hyphen.sentence || before.kind === 'number') return null
  if (/\d$/.test(before.text)) return null
  if (joins.has(before.lower) && !(always.test(word.lower) && before.lower !== ',' && before.kind === 'word'))
    return null
  if (/^(?:ändelsen|suffixet|efterledet|slutledet|ordet)$/.test(before.lower)) return null
  return {
    from: articles.has(before.lower) ? before.from : hyphen.from,
    to: word.to,
    fixes: [],
    message: { sv: `Före ”-${word.text}” har ett tal fallit bort.`, en: `A number got lost before “-${word.text}”.` },
  }
}

export const lostNumber: Check = {
  id: 'lost-number',
  family: 'residue',
  category: 'accuracy/omission',
  severity: 'major',
  confidence: 0.93,
  title: { sv: 'Här saknas ett tal', en: 'A number is missing here' },
  why: {
    sv: 'Talet före bindestrecket, måttet eller månaden har fallit bort i översättningen. Se efter i källan vad det var.',
    en: 'The number before the hyphen, the measure or the month got lost in translation. Look up in the source what it was.',
  },
  examples: [
    'Under [ett -dagsmötet] fick deltagarna nya insikter.',
    'Polisen grep [en -årig] man i centrum.',
    'Huset byggdes på 60- eller [-talet].',
    'Antalet brott sjönk med [cirka procent].',
    'Besöket inleddes [den juni 2025].',
    'Där säljs barnböcker och -filmer.',
    'Ett 60-årigt äktenskap och en 18-åring.',
    'Ändelsen -årig skrivs med bindestreck.',
    'Det kostar cirka 30 kronor och tar ungefär en timme.',
    'En bild av den juni som aldrig kom.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      const [next, after] = [tokens[token.index + 1], tokens[token.index + 2]]
      if (next === undefined || next.sentence !== token.sentence || next.kind !== 'word') continue
      if (hyphens.has(token.text) && token.spaced && !next.spaced && measured.test(next.lower)) {
        const found = lacksNumber(reading, token, next)
        if (found !== null) yield found
      }
      if (token.kind === 'sign') continue
      if (about.has(token.lower) && next.spaced && units.has(next.lower) && after?.kind !== 'number')
        yield {
          from: token.from,
          to: next.to,
          fixes: [],
          message: {
            sv: `Mellan ”${token.text}” och ”${next.text}” har ett tal fallit bort.`,
            en: `A number got lost between “${token.text}” and “${next.text}”.`,
          },
        }
      if (token.lower === 'den' && months.has(next.lower) && after !== undefined && isYear(after.text))
        yield {
          from: token.from,
          to: after.to,
          fixes: [],
          message: { sv: `Dagen saknas före ”${next.text}”.`, en: `The day is missing before “${next.text}”.` },
        }
    }
  },
}
