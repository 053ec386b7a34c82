/** `2nd`, `den 3. platsen`: ordinals as English and German write them. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

const english = /^(\d{1,3})(?:st|nd|rd|th)$/i

/** 1:a and 2:a, but 11:e and 12:e. */
const swedish = (number: string): string => `${number}:${/(?:^|[^1])[12]$/.test(number) ? 'a' : 'e'}`

/** Abbreviations before the figure: `kap. 3. platsen` does not happen, `nr 3. Platsen` does. */
const counts = new Set('nr nummer kapitel kap sida s paragraf punkt avsnitt kl klockan plats'.split(' '))

/** A point between a number and a noun in small letters, within a sentence: no sentence ends there, and no item of a list begins. */
function isGerman({ tokens, sentences, word }: Pick<Reading, 'tokens' | 'sentences' | 'word'>, token: Token): boolean {
  const [previous, point, noun] = [-1, 1, 2].map(step => tokens[token.index + step])
  if (!/^\d{1,2}$/.test(token.text) || Number(token.text) === 0 || point?.text !== '.' || point.spaced) return false
  if (noun?.kind !== 'word' || !noun.spaced || noun.text !== noun.lower || noun.sentence !== token.sentence)
    return false
  if (previous?.kind !== 'word' || token.index === sentences[token.sentence]?.first || counts.has(previous.lower))
    return false
  const { analyses } = word(noun)
  return analyses.length > 0 && analyses.every(({ tags }) => has(tags, tag.noun) && has(tags, tag.singular))
}

export const ordinalFormat: Check = {
  id: 'ordinal-format',
  family: 'typography',
  category: 'locale-conventions/number-format',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Utländskt ordningstal', en: 'Foreign ordinal' },
  why: {
    sv: 'Ordningstal i siffror skrivs med kolon: 2:a, 3:e. Punkten är tysk och norsk, -nd och -th engelska (Svenska skrivregler, kapitlet om siffror).',
    en: 'Ordinals in figures are written with a colon: 2:a, 3:e. The point is German and Norwegian, -nd and -th are English (Svenska skrivregler).',
  },
  examples: [
    'De kom på [2nd→2:a] plats i den [21st→21:a] omgången av den [11th→11:e].',
    'Han tog den [3.→3:e] platsen där.',
    'Kyrkan ligger vid 5th Avenue och 20th Century Fox.',
    'Han blev 3. Platsen gick till laget. 1. plats\n2. bord',
    'Det står i kapitel 3. platsen är känd.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      const number = english.exec(token.text)?.[1]
      const next = tokens[token.index + 1]
      if (number !== undefined) {
        if (next?.kind === 'word' && /^\p{Lu}/u.test(next.text)) continue
        yield { from: token.from, to: token.to, fixes: [swedish(number)] }
      } else if (token.kind === 'number' && next !== undefined && isGerman(reading, token))
        yield { from: token.from, to: next.to, fixes: [swedish(token.text)], confidence: 0.8 }
    }
  },
}
