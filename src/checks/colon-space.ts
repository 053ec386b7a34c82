/** `EU: s`, `LKA: er`, `80: e`, `18: 00`: a space after the colon that joins an abbreviation or number with its ending. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { genitiveOf } from './words/genitive.ts'

/** Endings that are no words of their own. */
const endings = new Set('s n t ns ens ets erna ernas arna arnas orna ornas na nas er ers ar ars are'.split(' '))
/** These are articles too: `EU: en union i kris`. */
const articles = new Set(['en', 'et'])

const acronym = /(?:^|[-\p{Ll}])\p{Lu}[\p{Lu}\d]+$|^\p{Lu}$|^(?:tv|vd|pr|pc|cd|dvd|sms|gps|wc|hr|mc|bnp|id|vm|em|jo)$/u
const name = /^\p{Lu}\p{Ll}{2,}$/u

const before = new Set('kl klockan vid till från efter före mellan cirka ca runt omkring och'.split(' '))

/** What follows an article is said of something; an ending stands before anything else. */
function isEnding(reading: Reading, token: Token): boolean {
  if (endings.has(token.lower)) return true
  if (!articles.has(token.lower)) return false
  const next = reading.tokens[token.index + 1]
  if (next?.kind !== 'word') return true
  return (
    !reading.word(next).analyses.some(({ tags }) => (tags & (tag.noun | tag.adjective)) !== 0) &&
    next.lower === next.text
  )
}

/** As Swedish writes it; null where the space is right. */
function joined(reading: Reading, word: Token, ending: Token): string | null {
  const next = reading.tokens[ending.index + 1]
  if (word.kind === 'number') {
    if (/^\d{1,3}$/.test(word.text) && /^[ae]$/.test(ending.text)) return `${word.text}:${ending.text}`
    const time = /^([01]?\d|2[0-4])$/.test(word.text) && /^[0-5]\d$/.test(ending.text)
    const cue = reading.tokens[word.index - 1]
    const said = cue?.text === '.' ? reading.tokens[word.index - 2] : cue
    return time && before.has(said?.lower ?? '') ? `${word.text}.${ending.text}` : null
  }
  if (ending.text !== ending.lower || !isEnding(reading, ending)) return null
  // a page: ”SVT: s. 12”
  if (ending.text === 's' && next?.text === '.' && reading.tokens[next.index + 1]?.kind === 'number') return null
  if (acronym.test(word.text)) return `${word.text}:${ending.text}`
  if (ending.text !== 's' || !name.test(word.text) || has(reading.word(word).analyses[0]?.tags ?? 0, tag.other))
    return null
  return genitiveOf(word.text)
}

export const colonSpace: Check = {
  id: 'colon-space',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.98,
  title: { sv: 'Mellanslag efter kolon i böjning', en: 'Space after the colon of an inflection' },
  why: {
    sv: 'Förkortningar och siffror böjs med kolon utan mellanslag: EU:s, 80:e (Svenska skrivregler, kapitlet om kolon). Namn böjs utan kolon: Merkels.',
    en: 'Abbreviations and figures are inflected with a colon and no space: EU:s, 80:e (Svenska skrivregler). Names take no colon: Merkels.',
  },
  examples: [
    'Samarbetet mellan [EU: s→EU:s] medlemmar och [LKA: erna→LKA:erna].',
    'På [tv: n→tv:n] visades den [80: e→80:e] matchen, från kl. [18: 00→18.00].',
    '[Merkel: s→Merkels] möte med [Scholz: s→Scholz] parti.',
    'Ledningen för [LKA: en→LKA:en] avgick.',
    'USA: en supermakt i kris. FN: generalsekreteraren avgår. Grupp 1: 20 personer.',
    'EU:s 80-tal och SVT: s. 12.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      if (token.text !== ':') continue
      const [word, ending] = [tokens[token.index - 1], tokens[token.index + 1]]
      if (word === undefined || ending === undefined || word.kind === 'sign' || ending.kind === 'sign') continue
      if (!token.spaced && !ending.spaced) continue
      if (ending.from - word.to > 3 || isVerbatim(reading, token.from)) continue
      const fix = joined(reading, word, ending)
      if (fix !== null)
        yield {
          from: word.from,
          to: ending.to,
          fixes: [fix],
          message: {
            sv: `Skriv ”${fix}”: en ändelse eller minutsiffra följer utan mellanslag.`,
            en: `Write “${fix}”: an ending or the minutes follow without a space.`,
          },
        }
    }
  },
}
