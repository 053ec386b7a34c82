/** `att att`, `polisen polisen`: a word that was written twice. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

/** Function words that do not follow themselves in good Swedish; `det det`, `som som`, `har har`, `är är`, `om om`, `med med` do. */
const small = new Set(
  'och att i av en ett till från eller vid hos mot under genom utan bland enligt inom mellan också även inte kan ska skulle måste sin sitt sina deras dess'.split(
    ' ',
  ),
)
/** A verb may end with one of these, and the next phrase begin with it: `den värld vi lever i i dag`, `vad det leder till till exempel`. */
const stranded: Readonly<Record<string, RegExp>> = {
  i: /^(?:dag|går|år|morgon|kväll|natt|fjol|morse|övermorgon|stort|stället|synnerhet|princip|regel|så|alla|all|allmänhet|praktiken|sin|och|verkligheten|sverige)$/,
  till: /^(?:exempel|och|slut|sist|följd|dess|fots)$/,
  av: /^(?:sig|att|olika|den|det|en)$/,
  från: /^(?:början|och)$/,
}

/** Stressed by being said twice, as in speech. */
const stressed = new Set('hej plus nej ja jo tack mamma pappa gång steg bit dag år par ha blå'.split(' '))

function isDoubled(reading: Reading, token: Token): boolean {
  const next = reading.tokens[token.index + 2]
  if (small.has(token.lower)) return next === undefined || stranded[token.lower]?.test(next.lower) !== true
  if (stressed.has(token.lower)) return false
  const word = reading.word(token)
  // the commonest words are particles, whatever else they can be
  if (token.text.length < 4 || word.zipf('sv') > 6) return false
  return word.common && word.analyses.length > 0 && word.analyses.every(({ tags }) => has(tags, tag.noun))
}

export const doubledWord: Check = {
  id: 'doubled-word',
  family: 'typography',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Dubblerat ord', en: 'Doubled word' },
  why: {
    sv: 'Ordet står två gånger i rad. Sådant som kan stå dubbelt på svenska (det det, som som, mycket mycket) anmärks inte.',
    en: 'The word stands twice in a row. What can be doubled in Swedish (det det, som som, mycket mycket) is not remarked on.',
  },
  examples: [
    'Han sade [att att→att] han kom [till till→till] mötet.',
    'Därför grep [polisen polisen→polisen] mannen.',
    'Det det gäller är den värld vi lever i i dag, och det som är är bra.',
    'Det är mycket mycket bra, ja ja, men de som följde med med tåget kom för sent.',
    'Duran Duran spelade i Baden Baden.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      const next = tokens[token.index + 1]
      if (token.kind !== 'word' || next === undefined || next.lower !== token.lower) continue
      if (next.sentence !== token.sentence || next.text !== next.lower || !isDoubled(reading, token)) continue
      // of three in a row, the first two
      if (tokens[token.index - 1]?.lower === token.lower) continue
      yield {
        from: token.from,
        to: next.to,
        fixes: [token.text],
        message: { sv: `”${token.text}” står två gånger i rad.`, en: `“${token.text}” stands twice in a row.` },
      }
    }
  },
}
