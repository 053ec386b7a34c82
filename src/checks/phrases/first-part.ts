import type { Lexicon } from '../lexicon/lexicon.ts'

/** How a word may end as the first part of a compound, likeliest first: `förskole-`, `kvinno-`, `gatu-`, `flick-`; `arbets-`. */
const endings = (word: string): readonly string[] =>
  word.endsWith('a') ? ['e', 'o', 'u', ''].map(ending => word.slice(0, -1) + ending) : [`${word}s`]

const isWord = (form: string, lexicon: Lexicon): boolean => {
  const { common, compound } = lexicon.word(form)
  return common || compound !== null
}

/** Does the s between a first part and what follows begin what follows? It does in `brottstatistik`, it links in `brottsplats`. */
export const beginsWithS = (afterS: string, lexicon: Lexicon): boolean => {
  const lower = afterS.toLowerCase()
  return !isWord(lower, lexicon) && isWord(`s${lower}`, lexicon)
}

/** A compound of a word and what followed another: with the link that the lexicon knows, else none. */
export function compoundOf(word: string, rest: string, lexicon: Lexicon): string {
  const plain = word + rest
  // a capital belongs to a name, and names are joined as they are
  if (!/^\p{L}/u.test(rest) || /^\p{Lu}/u.test(word)) return plain
  const known = (compound: string): boolean => isWord(compound, lexicon)
  const last = rest.replace(/^s(?=\p{L}{3})/u, '')
  return [plain, ...endings(word).flatMap(first => [first + rest, first + last]), word + last].find(known) ?? plain
}
