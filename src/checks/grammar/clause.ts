/** What a main clause begins with. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { definite } from './cells.ts'
import { isFirst, isPreposition } from './context.ts'
import { isClosed, determiners, lengthOf, pronouns } from './function-words.ts'
import { genitiveAt } from './genitive.ts'
import { isSureHead, phrasesFrom } from './noun-phrase.ts'

const weekday = /^(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|s(?:kväll|morgon|natt|eftermiddag|förmiddag)en)?$/u
const month = /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/u

/** How many tokens from `at` on tell when: `på måndagen`, `i juni 2025`, `år 2025`, `den 17 juni`; 0 where they do not. */
function timeLength({ tokens }: Reading, at: number): number {
  const [first, second, third, fourth] = [0, 1, 2, 3].map(i => tokens[at + i])
  if (first === undefined || second === undefined) return 0
  const isYear = (token: Token | undefined): boolean => /^(?:1\d|20)\d\d$/.test(token?.text ?? '')
  if (/^(?:på|under)$/u.test(first.lower) && weekday.test(second.lower)) return 2
  if (/^(?:i|under)$/u.test(first.lower) && month.test(second.lower)) return isYear(third) ? 3 : 2
  if (/^(?:år|under|sedan)$/u.test(first.lower) && isYear(second)) return 2
  if (first.lower === 'den' && /^\d{1,2}$/.test(second.text) && month.test(third?.lower ?? '')) return isYear(fourth) ? 4 : 3
  return 0
} // prettier-ignore

export const isMonth = (lower: string): boolean => month.test(lower)

export interface Subject {
  /** how many tokens */
  readonly length: number
  readonly kind: 'pronoun' | 'noun' | 'name'
}

/** A pronoun, a definite noun phrase or a name that begins at a token. */
export function subjectAt(reading: Reading, at: number): Subject | null {
  const { tokens } = reading
  const first = tokens[at]
  if (first?.kind !== 'word') return null
  if ((pronouns.has(first.lower) && first.lower !== 'ni' && first.lower !== 'de') || first.lower === 'det')
    return { length: 1, kind: 'pronoun' }
  const noun = nounSubject(reading, first)
  if (noun !== null) return noun
  if (first.lower === 'de') return { length: 1, kind: 'pronoun' }
  let length = 0
  while (length < 4 && isName(reading, tokens[at + length], first)) length++
  return length > 0 ? { length, kind: 'name' } : null
} // prettier-ignore

function nounSubject(reading: Reading, first: Token): Subject | null {
  const is = determiners.get(first.lower) ?? genitiveAt(reading, first)
  const determiner = is === undefined ? null : { token: first, is }
  const [phrase, ...others] = phrasesFrom(reading, determiner ? first.index + 1 : first.index, determiner)
  if (phrase === undefined || others.length > 0 || !isSureHead(reading, phrase)) return null
  if (phrase.nouns.some(({ tags }) => has(tags, tag.genitive))) return null
  if (determiner === null && (phrase.cells & ~definite) !== 0) return null
  return { length: phrase.head.index - first.index + 1, kind: 'noun' }
}

/** With a capital, or in no dictionary at the beginning of a sentence. */
function isName(reading: Reading, token: Token | undefined, first: Token): boolean {
  if (token?.kind !== 'word' || token.sentence !== first.sentence || isClosed(token.lower)) return false
  const { analyses } = reading.word(token)
  const known = analyses.some(({ tags }) => (tags & tag.name) === 0)
  return /^\p{Lu}/u.test(token.text) && !token.opens
    ? !token.lower.endsWith('s') || !known
    : token === first && !known && isFirst(reading, token)
}

/** How many tokens from `at` on are a preposition and a name: `i Bremen`; 0 where they are not. */
function placeLength(reading: Reading, at: number): number {
  const [first, second, third] = [0, 1, 2].map(i => reading.tokens[at + i])
  if (first === undefined || second?.kind !== 'word' || second.sentence !== first.sentence || !isPreposition(first)) return 0
  if (!/^\p{Lu}\p{Ll}+$/u.test(second.text) || second.lower.endsWith('s')) return 0
  // `i New York`, `inom Europeiska unionen`
  if (third === undefined || /^\p{Lu}/u.test(third.text)) return 0
  return reading.word(second).analyses.some(({ tags }) => (tags & tag.name) === 0) ? 0 : 2
} // prettier-ignore

/** How many tokens from `at` on are an adverbial that a verb follows. */
export const frontLength = (reading: Reading, at: number): number =>
  Math.max(lengthOf('front', reading, at), timeLength(reading, at), placeLength(reading, at))
