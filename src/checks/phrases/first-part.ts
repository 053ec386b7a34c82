import type { Lexicon } from '../lexicon/lexicon.ts'

/** How a word may end as the first part of a compound, likeliest first: `förskole-`, `kvinno-`, `gatu-`, `flick-`; `arbets-`. */
const endings = (word: string): readonly string[] =>
  word.endsWith('a') ? ['e', 'o', 'u', ''].map(ending => word.slice(0, -1) + ending) : [`${word}s`]

/** A compound of a word and what followed another: with the link that the lexicon knows, else none. */
export function compoundOf(word: string, rest: string, lexicon: Lexicon): string {
  const plain = word + rest
  // a capital belongs to a name, and names are joined as they are
  if (!/^\p{L}/u.test(rest) || /^\p{Lu}/u.test(word)) return plain
  const known = (compound: string): boolean => {
    const { common, compound: parts } = lexicon.word(compound)
    return common || parts !== null
  }
  const last = rest.replace(/^s(?=\p{L}{3})/u, '')
  return [plain, ...endings(word).flatMap(first => [first + rest, first + last]), word + last].find(known) ?? plain
}
