import type { Check } from './check.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { isProse } from './words/prose.ts'

/** Shorter ones are hardly compounds, longer ones no words. */
const shortest = 8
const longest = 60
const letters = /^\p{Ll}[\p{Ll}\p{M}]+$/u
/** What the last part must at least be, in letters and in frequency, to be a word that begins there and no chance. */
const shortestLast = 4
const leastZipf = 3

/** Whose form in compounds is another word: `penningflöde`. */
const standing: Readonly<Record<string, string>> = { pengar: 'penning', pengarna: 'penning' }

/** An inflected noun that stands where only the form for compounds may: `pengar` in `pengarflöden`. */
function inflectedFirst(text: string, lexicon: Lexicon): { readonly first: string; readonly last: string } | undefined {
  for (let cut = text.length - shortestLast; cut >= 4; cut--) {
    const [first, last] = [text.slice(0, cut), text.slice(cut)]
    const head = lexicon.word(last)
    if (!head.common || head.zipf('sv') < leastZipf || !head.analyses.some(a => (a.tags & tag.noun) !== 0)) continue
    const word = lexicon.word(first)
    const { common, analyses } = word
    const inflected =
      analyses.length > 0 &&
      analyses.every(a => (a.tags & tag.noun) !== 0 && (a.tags & (tag.plural | tag.definite)) !== 0)
    if (common && inflected && word.zipf('sv') >= leastZipf) return { first, last }
  }
  return undefined
}

const candidate = (reading: Reading, token: Token): boolean => {
  if (
    token.kind !== 'word' ||
    token.text.length < shortest ||
    token.text.length > longest ||
    !letters.test(token.text) ||
    !isProse(reading, token)
  )
    return false
  const word = reading.word(token)
  return !word.common && !word.name && word.compound === null && word.zipf('sv') === 0
}

export const compoundLink: Check = {
  id: 'compound-link',
  family: 'words',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Böjd form i sammansättning', en: 'Inflected form in a compound' },
  why: {
    sv: 'Förleden i en sammansättning står i en egen form, inte i plural eller bestämd form: penningflöde, inte pengarflöde (Svenska Akademiens grammatik, kapitlet om sammansättning; SAOL visar förlederna).',
    en: 'The first part of a compound stands in a form of its own, not in the plural or definite: penningflöde, not pengarflöde (Svenska Akademiens grammatik; SAOL shows the forms).',
  },
  examples: [
    'De ska avbryta [pengarflöden→penningflöden|pengaflöden] till nätverken.',
    'Barnfamiljerna och barnahusen i länet.',
    'Golflegenden slog en vinststräcka.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      if (!candidate(reading, token)) continue
      const parts = inflectedFirst(token.lower, reading.lexicon)
      if (parts === undefined) continue
      const linked = standing[parts.first]
      const suggested = reading.lexicon.suggest(token.lower).filter(word => word.endsWith(parts.last))
      yield {
        from: token.from,
        to: token.to,
        fixes: [...(linked === undefined ? [] : [`${linked}${parts.last}`]), ...suggested],
        message: {
          sv: `”${parts.first}” är en böjd form: den kan inte stå först i en sammansättning.`,
          en: `“${parts.first}” is an inflected form: it cannot begin a compound.`,
        },
      }
    }
  },
}
