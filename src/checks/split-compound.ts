import type { Check } from './check.ts'
import { isClosed } from './grammar/function-words.ts'
import type { Word } from './lexicon/lexicon.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { capitalLike } from './words/capital.ts'
import { isProse } from './words/prose.ts'
import { quoted } from './words/quoted.ts'

const shortest = 3
/** A compound must be a word of the dictionary, and this frequent: the two words beside one another are then no chance. */
const leastZipf = 2
const base = tag.noun | tag.singular | tag.indefinite

/** A noun in its base form that is nothing else: no adjective, no verb, no measure. */
const isPlainNoun = ({ common, analyses }: Word): boolean =>
  common &&
  analyses.length > 0 &&
  analyses.every(
    ({ tags }) =>
      has(tags, base) || (has(tags, tag.noun) && !has(tags, tag.genitive) && has(tags, tag.plural | tag.indefinite)),
  ) &&
  analyses.some(({ tags }) => has(tags, base))

const isNoun = ({ common, analyses }: Word): boolean =>
  common && analyses.length > 0 && analyses.every(({ tags }) => has(tags, tag.noun))

/** Measures, kinds and titles, which stand before another noun: `ett glas vatten`, `en grupp barn`, `president Macron`. */
const measures = new Set(
  `antal bit bunt burk bägare dos droppe dussin fat flaska form glas gram grupp gäng handfull hop hög kasse kilo klunk knippe kopp kvart
 lass liter låda massa meter mil miljard miljon mängd mängder nypa par paket portion procent påse rad ransjon sats sked skiva skopa skål
 slag slags smula sort sorts stycke säck tallrik tesked tjog ton tub typ uppsättning vagn halvdussin decimeter centimeter kilometer
 hektar tunna knivsudd serie samling del hälft tredjedel fjärdedel flertal fåtal mått summa svärm flock skara parti
 herr fru fröken doktor professor kung drottning president minister prins prinsessa biskop kapten general major fader syster bror moster farbror
 artikel figur kapitel nummer punkt sida tabell version rum hus plats linje spår nivå grad klass steg fas år dag klockan modell typ märke
 kvalitet färg storlek ålder måndag tisdag onsdag torsdag fredag lördag söndag
 måndags tisdags onsdags torsdags fredags lördags söndags sex fem tio tolv`.split(/\s+/),
)

const joinedOf = (reading: Reading, first: string, second: string): string | undefined =>
  [first + second, `${first}s${second}`].find(text => {
    const word = reading.lexicon.word(text)
    return word.common && word.zipf('sv') >= leastZipf
  })

/** No word of its own: what only begins compounds, `hälso`, `vecko`. */
const isBound = (word: Word): boolean =>
  !word.common && !word.name && word.compound === null && word.zipf('en') < 2 && word.zipf('de') < 2

function boundWith(reading: Reading, first: string, second: string): string | undefined {
  const joined = reading.lexicon.word(first + second)
  return joined.common || joined.compound?.parts[0] === first ? joined.text : undefined
}

function candidate(reading: Reading, first: Token, second: Token | undefined): string | undefined {
  if (second === undefined || first.sentence !== second.sentence || !second.spaced) return undefined
  if (first.kind !== 'word' || second.kind !== 'word' || first.text.length < shortest || second.text.length < shortest)
    return undefined
  if (second.text !== second.lower || !/^\p{L}+$/u.test(first.text + second.text) || measures.has(first.lower))
    return undefined
  if (isClosed(first.lower) || isClosed(second.lower)) return undefined
  // `fyradagars arbetsvecka`, `bil nummer 17`
  if (
    /(?:dagars|timmars|veckors|månaders|meters|kronors)$/.test(first.lower) ||
    reading.tokens[second.index + 1]?.kind === 'number'
  )
    return undefined
  if (first.text !== first.lower && !first.opens) return undefined
  if (!isNoun(reading.word(second))) return undefined
  if (isBound(reading.word(first))) return boundWith(reading, first.lower, second.lower)
  if (!isPlainNoun(reading.word(first))) return undefined
  return joinedOf(reading, first.lower, second.lower)
}

export const splitCompound: Check = {
  id: 'split-compound',
  family: 'words',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.86,
  title: { sv: 'Särskrivning', en: 'Compound written apart' },
  why: {
    sv: 'Svenskan skriver ihop vad engelskan skriver isär: brandchef, inte brand chef (Svenska skrivregler, kapitlet om sär- och sammanskrivning). Anmärks bara där det hopskrivna ordet finns i ordlistan.',
    en: 'Swedish writes as one word what English writes as two: brandchef, not brand chef (Svenska skrivregler). Found only where the joined word is in the dictionary.',
  },
  examples: [
    'Stadens [brand chef→brandchef] svarade på frågor.',
    'En [polis bil→polisbil] stod på gatan.',
    'Delstatens [hälso minister→hälsominister] svarade.',
    'Hon drack ett glas vatten och åt en bit bröd.',
    'En grupp barn lekte, och en massa folk såg på.',
    'Kung Carl och president Macron möttes i dag.',
  ],
  *find(reading) {
    const inQuotes = quoted(reading)
    for (const token of reading.tokens) {
      const second = reading.tokens[token.index + 1]
      if (inQuotes[token.index] === 1 || second === undefined || !isProse(reading, token)) continue
      const joined = candidate(reading, token, second)
      if (joined === undefined) continue
      const fix = capitalLike(token.text, joined)
      yield {
        from: token.from,
        to: second.to,
        fixes: [fix],
        message: { sv: `”${fix}” skrivs ihop.`, en: `“${fix}” is one word.` },
      }
    }
  },
}
