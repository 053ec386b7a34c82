/** `den Tyska regeringen`, `på Engelska`: nationality, language and creed with a capital, as English writes them. */
import type { Check, Found } from './check.ts'
import { readRows } from './data/read.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { startsWithCapital, uncapitalised } from './words/capital.ts'

const lemmas = new Set(readRows('nationalities.txt').map(([lemma = '']) => lemma))

const determiners = new Set(
  'en ett den det de denna detta dessa flera många några alla två tre fyra fem sin sitt sina deras hans hennes vår vårt våra mellan båda andra första nya gamla unga för med mot som är blev'.split(
    ' ',
  ),
)
/** A language, where no noun follows. */
const language = new Set('på till från talar talade talat tala lär lärde läser skriver förstår i'.split(' '))

/** Names of institutions and waters: `Svenska kyrkan`, `Engelska kanalen`. */
function opensName(reading: Reading, next: Token | undefined, before: Token | undefined): boolean {
  if (next?.kind !== 'word') return false
  if (startsWithCapital(next.text)) return true
  const definite = reading.word(next).analyses.some(({ tags }) => has(tags, tag.noun | tag.definite))
  return definite && !/^(?:den|det|de|denna|detta|dessa)$/.test(before?.lower ?? '')
}

/** Does a noun follow, with its adjectives or not, that may make a name with it: `på Svenska mässan`? */
const isSaidOf = (reading: Reading, next: Token | undefined): boolean =>
  next?.kind === 'word' && reading.word(next).analyses.some(({ tags }) => (tags & (tag.noun | tag.adjective)) !== 0)

export const nationalityCapital: Check = {
  id: 'nationality-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.93,
  title: { sv: 'Stor bokstav i nationalitet eller språk', en: 'Capital in a nationality or language' },
  why: {
    sv: 'Nationaliteter, folk, språk och trosbekännelser skrivs med liten begynnelsebokstav på svenska: tysk, engelska, muslim (Svenska skrivregler, kapitlet om stor och liten bokstav).',
    en: 'Nationalities, peoples, languages and creeds begin with a small letter in Swedish: tysk, engelska, muslim (Svenska skrivregler).',
  },
  examples: [
    'Enligt den [Tyska→tyska] regeringen greps en [Fransk→fransk] medborgare.',
    'Boken finns på [Engelska→engelska], och flera [Amerikaner→amerikaner] läste den.',
    'De möter Svenska kyrkan, Engelska kanalen, Tyska Bundesliga och Svenska Dagbladet.',
    'Svenska är ett språk. Tyskarna kom.',
    'Den tyska polisen talade engelska.',
    'Enligt Norska veritas och Folkpartiet, en Dansk Folkepartis man.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      if (token.kind !== 'word' || token.opens || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) continue
      const word = reading.word(token)
      if (word.name || !word.analyses.some(({ lemma }) => lemmas.has(lemma))) continue
      const [before, next] = [tokens[token.index - 1], tokens[token.index + 1]]
      if (before?.text !== before?.lower || !before?.text.match(/\p{L}/u)) continue
      const named = opensName(reading, next, before)
      const cue = determiners.has(before.lower) || (language.has(before.lower) && !isSaidOf(reading, next))
      // nobody and nothing is called `Muslimer`
      const people = word.analyses.every(({ tags }) => has(tags, tag.noun | tag.plural | tag.indefinite))
      if (named || (!cue && !people)) continue
      const fix = uncapitalised(token.text)
      yield {
        from: token.from,
        to: token.to,
        fixes: [fix],
        message: {
          sv: `Nationaliteter, språk och trosbekännelser skrivs med liten bokstav på svenska: ”${fix}”.`,
          en: `Nationalities, languages and creeds have a small letter in Swedish: “${fix}”.`,
        },
      }
    }
  },
}
