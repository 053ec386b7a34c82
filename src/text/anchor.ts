/**
 * Anchors: by which a text finds, among any number of wordings, the few that may stand in it. Swedish changes a word at its end, and
 * compounds begin with it; so a word is known by its beginning. The anchor of a wording of one word is the beginning of that; of several
 * words it is the beginnings of up to three that stand side by side, for hardly any text has them so. A text asks for the beginnings of its
 * words, and of all words side by side. What is found so may stand in the text; whether it does, the checks tell.
 */
import { foldForSearch } from './fold.ts'

/** A word alone is known by so many of its first characters at most, and by so many at least where it has them. */
const [most, usual] = [8, 5]
/** So many characters at a word's end may be another form; and a form may have so many more. */
const [ending, longer] = [3, 4]
/** Inflection and compounds of shorter ones are not followed: `bil` in `bilar`, but not `ö` in `öring`. */
const least = 3
/** Of words side by side each is known by so many. */
const beside = 3
/** So many side by side. */
const together = 3

/** The runs of letters and digits of a folded text: of `Lower Sachsen-baserad` three. */
const wordsOf = (text: string): readonly string[] =>
  (folded.test(text) ? text : foldForSearch(text)).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []

/** What is surely folded already: folding is most of what it takes to look at a wording. */
const folded = /^[a-zåäöé0-9 .,:"'-]*$/

const first = (word: string, length: number): string =>
  /^[\0-\ud7ff]*$/.test(word) ? word.slice(0, length) : Array.from(word).slice(0, length).join('')

/** The beginning by which a word of a wording is known alone. */
const beginning = (word: string): string => first(word, Math.max(usual, Math.min(most, word.length - ending)))

const row = (words: readonly string[]): string => words.map(word => first(word, beside)).join(' ')

/** The anchor of a wording; '' where it has no word. */
export function anchorOf(wording: string): string {
  const words = wordsOf(wording)
  const [only = ''] = words
  if (words.length < 2) return beginning(only)
  const longest = words.reduce((best, word, i) => (word.length > (words[best]?.length ?? 0) ? i : best), 0)
  const from = Math.max(0, Math.min(longest - 1, words.length - together))
  return row(words.slice(from, from + together))
}

/** A word's beginning, whatever its form. */
export const stemOf = (word: string): string => beginning(wordsOf(word)[0] ?? '')

/** May one be the other in another form? `bil` and `bilar`, `registreringar` and `registreringens`. */
function isForm(word: string, other: string): boolean {
  if (word.length < least) return word === other
  let same = 0
  while (same < word.length && word[same] === other[same]) same++
  return same >= Math.max(least, word.length - ending) && other.length - same <= longer
}

/** What of a text's words wordings are looked for by. */
export interface Anchored {
  /** all anchors of wordings that may stand in it, each once: some eight for each different word */
  readonly anchors: ReadonlySet<string>
  /**
   * Whether all words of a wording may stand side by side in it, in any form.
   * @param compounds also as the beginning of a longer last word
   */
  mayHave(wording: string, compounds?: boolean): boolean
  /** whether a word may stand in it, in any form */
  mayHaveWord(word: string): boolean
}

/** A text made ready: in a time linear in its length. */
export function anchored(text: string): Anchored {
  const words = wordsOf(text)
  const different = new Set(words)
  const anchors = new Set<string>()
  for (const word of different)
    for (let n = Math.min(least, word.length); n <= Math.min(most, word.length); n++) anchors.add(first(word, n))
  const keys = words.map(word => first(word, beside))
  for (let at = 0; at < keys.length; at++)
    for (let n = 2; n <= together && at + n <= keys.length; n++) anchors.add(keys.slice(at, at + n).join(' '))
  const byKey = Map.groupBy(different, word => first(word, beside))
  const known = new Map<string, boolean>()
  const has = (word: string, compounds: boolean): boolean => {
    const key = `${word} ${compounds}`
    let told = known.get(key)
    if (told === undefined) {
      const alike = byKey.get(first(word, beside)) ?? []
      told = alike.some(other => isForm(word, other) || (compounds && word.length >= least && other.startsWith(word)))
      known.set(key, told)
    }
    return told
  }
  return {
    anchors,
    mayHave: (wording, compounds = false) => {
      const wanted = wordsOf(wording)
      const n = Math.min(together, wanted.length)
      return (
        wanted.every((word, i) => has(word, compounds && i === wanted.length - 1)) &&
        (n < 2 || wanted.slice(0, wanted.length - n + 1).every((_, at) => anchors.has(row(wanted.slice(at, at + n)))))
      )
    },
    mayHaveWord: word => wordsOf(word).every(one => has(one, false)),
  }
}
