import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** A time that is over: with it, Swedish has the past tense. */
const over = list(
  'igår förrgår måndags tisdags onsdags torsdags fredags lördags söndags somras vintras våras höstas julas påskas',
)
const overAfterI = list('går förrgår fjol')
/** `förra veckan`, `förra året` … */
const lastUnits = list(
  'veckan månaden året sommaren hösten våren vintern helgen måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen',
)

/** How far from its verb a time still belongs to it. */
const reach = 14

/** Does a time that is over stand here? Gives its last token. */
function timeAt({ tokens }: Reading, token: Token): Token | undefined {
  const next = tokens[token.index + 1]
  const beside = next?.sentence === token.sentence ? next : undefined
  if (token.lower === 'igår') return token
  if (token.lower === 'i' && beside !== undefined && (over.has(beside.lower) || overAfterI.has(beside.lower)))
    return beside
  if (token.lower === 'förra' && beside !== undefined && lastUnits.has(beside.lower)) return beside
  return undefined
}

/** What makes another clause of what follows, or another verb of it. */
const cuts = (token: Token): boolean =>
  token.kind === 'sign' ||
  /^(?:som|att|och|men|när|då|sedan|efter|innan|eftersom|om|medan|där|vilket|vilken|vilka|utan|än|från|för|till|av|mot)$/.test(
    token.lower,
  )

const isSupine = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.verb | tag.supine))

/** The past tense of the verb that a supine is of. */
function pastOf(reading: Reading, supine: Token): string | undefined {
  const analysis = reading.word(supine).analyses.find(({ tags }) => has(tags, tag.verb | tag.supine))
  if (analysis === undefined) return undefined
  const passive = analysis.tags & tag.passive
  return reading.lexicon
    .forms(analysis.lemma)
    .find(({ tags }) => has(tags, tag.verb | tag.past) && (tags & tag.passive) === passive)?.text
}

export const perfectPastTime: Check = {
  id: 'perfect-past-time',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Perfekt om en tid som är förbi', en: 'Perfect with a time that is over' },
  why: {
    sv: 'Tyskan säger ”hat gestern gewonnen”. Med en tidpunkt som är förbi, i går eller förra veckan, har svenskan preteritum: ”vann i går” (Svenska Akademiens grammatik, kapitlet om tempus).',
    en: 'German says “hat gestern gewonnen”. With a time that is over, yesterday or last week, Swedish has the past tense: “vann i går” (Svenska Akademiens grammatik).',
  },
  examples: [
    'Laget [har vunnit→vann] derbyt i går.',
    'Polisen [har gripit→grep] två män förra veckan.',
    'Laget vann i går och har nu tolv poäng.',
    'Hon har bott här sedan i fjol.',
    'Mannen, som greps i går, har nekat.',
    'De har inte setts sedan förra veckan.',
  ],
  *find(reading): Iterable<Found> {
    for (const token of reading.tokens) {
      if (token.lower !== 'har') continue
      const found = perfectAt(reading, token)
      if (found !== undefined) yield found
    }
  },
}

/** `har` and its supine side by side, and a time that is over after them in the same clause. */
function perfectAt(reading: Reading, har: Token): Found | undefined {
  const { tokens } = reading
  const supine = tokens[har.index + 1]
  if (supine?.sentence !== har.sentence || !isSupine(reading, supine)) return undefined
  for (let i = supine.index + 1; i <= supine.index + reach; i++) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== har.sentence || cuts(token)) return undefined
    const time = timeAt(reading, token)
    if (time === undefined) continue
    const past = pastOf(reading, supine)
    const when = reading.text.slice(token.from, time.to)
    return {
      from: har.from,
      to: supine.to,
      fixes: past === undefined ? [] : [past],
      message: {
        sv: `Med ”${when}” står preteritum, inte ”har ${supine.text}”.`,
        en: `With “${when}”, Swedish has the past tense, not “har ${supine.text}”.`,
      },
    }
  }
  return undefined
}
