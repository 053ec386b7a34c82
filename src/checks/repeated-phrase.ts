/** `den högsta den högsta`, the same sentence twice: what a machine writes when it goes round in circles. */
import type { Check, Found, Said } from './check.ts'
import type { Reading, Token } from './reading.ts'

const longest = 8
const shortestSentence = 4
/** `år efter år efter år`, `om och om igen`: what is repeated on purpose has one of these in it. */
const purposely = new Set('efter för på till och i mot eller upp om ut ner'.split(' '))

const isWord = (token: Token | undefined): token is Token => token !== undefined && token.kind !== 'sign'

/** How many words from here are said again right after; 0 where none. */
function repeats({ tokens }: Reading, from: Token): number {
  for (let length = longest; length >= 2; length--) {
    const words = tokens.slice(from.index, from.index + 2 * length)
    const last = words.at(-1)
    if (words.length < 2 * length || last?.sentence !== from.sentence || !words.every(isWord)) continue
    if (words.slice(0, length).every((word, i) => word.lower === words[i + length]?.lower)) return length
  }
  return 0
}

export const repeatedPhrase: Check = {
  id: 'repeated-phrase',
  family: 'residue',
  category: 'accuracy/addition',
  severity: 'major',
  confidence: 0.9,
  title: { sv: 'Samma ord en gång till', en: 'The same words once more' },
  why: {
    sv: 'En följd av ord, eller en hel mening, står två gånger i rad. Maskinöversättare kan fastna så, och det som skulle ha stått här saknas.',
    en: 'A run of words, or a whole sentence, stands twice in a row. Machines can get stuck like this, and what should have stood here is missing.',
  },
  examples: [
    'Han fick [den högsta den högsta→den högsta] utmärkelsen i landet.',
    'Polisen söker efter vittnen. [Polisen söker efter vittnen.→] Ring genast.',
    'År efter år efter år kom de, om och om igen, och det blev bättre och bättre och bättre.',
    'Hjälp! Hjälp! Det är det det är.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens, sentences, text } = reading
    let done = 0
    for (const token of tokens) {
      const twin = tokens[token.index + 2]
      if (token.from < done || !isWord(token) || twin === undefined) continue
      // only where a word comes again soon is the rest compared
      const length = comesAgain(reading, token) ? repeats(reading, token) : 0
      const words = tokens.slice(token.index, token.index + length)
      const last = tokens[token.index + 2 * length - 1]
      if (length < 2 || last === undefined || words.some(({ lower }) => purposely.has(lower))) continue
      if (new Set(words.map(({ lower }) => lower)).size < 2 || words.every(({ lower }) => lower.length < 4)) continue
      const fix = text.slice(token.from, words.at(-1)?.to)
      yield { from: token.from, to: last.to, fixes: [fix], message: said(fix) }
      done = last.to
    }
    for (const sentence of sentences) {
      const before = sentences[sentence.index - 1]
      if (
        before === undefined ||
        before.paragraph !== sentence.paragraph ||
        sentence.end - sentence.first < shortestSentence + 1
      )
        continue
      const same = text.slice(sentence.from, sentence.to)
      if (before.to - before.from !== same.length || text.slice(before.from, before.to) !== same) continue
      yield { from: sentence.from, to: sentence.to, fixes: [''], message: said(same.slice(0, 40)) }
    }
  },
}

const comesAgain = ({ tokens }: Reading, token: Token): boolean => {
  for (let step = 2; step <= longest; step++) if (tokens[token.index + step]?.lower === token.lower) return true
  return false
}

const said = (words: string): Said => ({
  sv: `”${words}” står två gånger i rad.`,
  en: `“${words}” stands twice in a row.`,
})
