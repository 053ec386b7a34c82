/** `lueneburg`, `Munchen`, `hamburg`: a name as an address, a hashtag or a keyboard without umlauts has it. */
import type { Check, Found } from './check.ts'
import { isAtHome } from './names/context.ts'
import { fixOf } from './names/fix.ts'
import { mentionsIn, type Mention } from './names/mentions.ts'
import { isPlace, type Name } from './names/name.ts'
import { smallToo } from './names/read-names.ts'
import { say, told } from './names/said.ts'
import { asciiTwins } from './names/twins.ts'
import type { Reading } from './reading.ts'

/** Shorter ones are words of some language. */
const shortest = 5

let words: ReadonlySet<string> | null = null

/** Is it a name that lacks its capital, and nothing else? */
function lacksCapital(reading: Reading, mention: Mention, named: ReadonlySet<Name>): boolean {
  const written = reading.text.slice(mention.from, mention.to)
  if (mention.how !== 'right' || !mention.small || mention.tail !== '' || written.length < shortest) return false
  words ??= smallToo()
  const name = mention.names[0]
  if (name === undefined || name.kind === 'nature' || words.has(written)) return false
  const word = reading.lexicon.word(written)
  return !word.common && (word.name || named.has(name))
}

/** `Schleswig-holstein`, `NiederSachsen` */
function hasOtherCapitals(reading: Reading, { how, small, genitive, names, from, to }: Mention): boolean {
  const right = names[0]?.right[0].text ?? ''
  const written = reading.text.slice(from, to)
  const bare = genitive ? written.slice(0, right.length) : written
  if (how !== 'right' || small || bare === bare.toUpperCase()) return false
  if (!right.includes('-') && !/\p{Ll}\p{Lu}/u.test(bare)) return false
  return bare !== right && bare.toLowerCase() === right.toLowerCase()
}

/** A Swedish word, or in small letters too short to tell, unless its ue tells. */
function isWord(reading: Reading, { from, to, small }: Mention): boolean {
  const written = reading.text.slice(from, to)
  return (small && written.length <= shortest && !/[aou]e/.test(written)) || reading.lexicon.word(written).common
}

export const asciiName: Check = {
  id: 'ascii-name',
  family: 'names',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Namn utan prickar eller stor bokstav', en: 'Name without its umlauts or its capital' },
  why: {
    sv: 'Namnet är taget ur en adress eller en hashtagg, eller skrivet på ett tangentbord som saknar dess bokstäver. Namn skrivs med stor bokstav och som på ortens eget språk (Svenska skrivregler).',
    en: 'The name was taken from an address or a hashtag, or written on a keyboard that lacks its letters. Names have a capital and are written as in their own language (Svenska skrivregler).',
  },
  examples: [
    '[lueneburg→Lüneburg] rapporterar att polisen i [Munchen→München] och [Duesseldorf→Düsseldorf] gick in.',
    'Tåget mellan [Goteborg→Göteborg] och [hamburg→Hamburg] är inställt.',
    'Regeringen i [Schleswig-holstein→Schleswig-Holstein] och i [thueringen→Thüringen].',
    'Hans Müller kom. Sedan gick [Mueller→Müller].',
    'Läs mer på lueneburg.de eller #duesseldorf, skriver Lüneburg.',
    'Mueller och Goethe läste i Munster och Furth; en hamburgare i norden.',
  ],
  *find(reading): Iterable<Found> {
    const mentions = mentionsIn(reading)
    const named = new Set(mentions.flatMap(({ how, small, names }) => (how === 'right' && !small ? names : [])))
    const found: Found[] = [...asciiTwins(reading)]
    for (const mention of mentions) {
      const name = mention.names[0]
      if (name === undefined || !isPlace(name)) continue
      const ascii = mention.how === 'ascii' && !isWord(reading, mention) && !isAtHome(reading, mention)
      if (!ascii && !lacksCapital(reading, mention, named) && !hasOtherCapitals(reading, mention)) continue
      const said = told(reading, mention)
      const message = say(`”${said.found}” skrivs ${said.sv}.`, `“${said.found}” is written ${said.en}.`)
      if (!found.some(other => other.from === mention.from)) found.push({ ...fixOf(reading, mention), message })
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
