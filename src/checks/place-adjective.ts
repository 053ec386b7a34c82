/** `bavariska`, `franconisk`, `Nedersaxiska`: adjectives of places made from their English or German names. */
import type { Check, Found } from './check.ts'
import { readRows } from './data/read.ts'
import { mentionsIn } from './names/mentions.ts'
import type { Reading, Token } from './reading.ts'
import { capitalised, startsWithCapital } from './words/capital.ts'

const endings = ['', 't', 'a', 'e', 'as', 's']

interface Adjective {
  readonly swedish: string
  /** right of something else: only where the text is about the place */
  readonly doubtful: boolean
}

function read(): ReadonlyMap<string, Adjective> {
  const adjectives = new Map<string, Adjective>()
  for (const [right = '', wrong = ''] of readRows('names-adjectives.tsv'))
    for (const stem of wrong.split('|'))
      for (const ending of endings)
        adjectives.set(`${stem.replace('~', '')}${ending}`, {
          swedish: `${right.split('|')[0] ?? ''}${ending}`,
          doubtful: stem.startsWith('~'),
        })
  return adjectives
}

let adjectives: ReadonlyMap<string, Adjective> | null = null

/** Does the text write a capital, or name the place, which begins as its adjective does? */
const isAbout = (reading: Reading, token: Token, { swedish }: Adjective): boolean => {
  if (startsWithCapital(token.text) && !token.opens) return true
  const place = swedish.replace(/i?sk\p{Ll}*$/u, '')
  return mentionsIn(reading).some(({ names }) =>
    names.some(({ right }) => right[0].text.toLowerCase().startsWith(place)),
  )
}

export const placeAdjective: Check = {
  id: 'place-adjective',
  family: 'names',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Adjektiv av ett utländskt ortnamn', en: 'Adjective of a foreign place name' },
  why: {
    sv: 'Adjektivet är bildat av det engelska eller tyska namnet. Svenskan har ett eget: bayersk, thüringsk, ukrainsk (SAOL, Svensk ordbok). Det skrivs med liten bokstav.',
    en: 'The adjective is made from the English or German name. Swedish has its own: bayersk, thüringsk, ukrainsk (SAOL, Svensk ordbok). It is written with a small letter.',
  },
  examples: [
    'Den [bavariska→bayerska] regeringen och ett [macedoniskt→makedoniskt] parti.',
    'Den [Nedersaxiska→niedersachsiska] inrikesministern är nöjd.',
    'Den bayerska regeringen talade nedersaxiska, och den hessiska teg.',
  ],
  *find(reading): Iterable<Found> {
    adjectives ??= read()
    for (const token of reading.tokens) {
      const adjective = token.kind === 'word' ? adjectives.get(token.lower) : undefined
      if (adjective === undefined || (!adjective.doubtful && reading.word(token).common)) continue
      if (adjective.doubtful && !isAbout(reading, token, adjective)) continue
      const { swedish } = adjective
      const fix = token.opens && startsWithCapital(token.text) ? capitalised(swedish) : swedish
      yield {
        from: token.from,
        to: token.to,
        fixes: [fix],
        confidence: adjective.doubtful ? 0.8 : 0.9,
        message: {
          sv: `”${token.text}” heter ${swedish} på svenska.`,
          en: `“${token.text}” is ${swedish} in Swedish.`,
        },
      }
    }
  },
}
