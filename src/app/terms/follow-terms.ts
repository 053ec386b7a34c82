/** Whether a correction does what a term says, told by the beginnings of its words: without the dictionary, and cheap. */
import type { Term } from '../../checks/wording.ts'
import { foldForSearch } from '../../text/fold.ts'

export type Follower<T extends Term> = (before: string, after: string) => T | undefined

const wordsOf = (text: string): readonly string[] => foldForSearch(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []

/** What an article or an adjective that must agree may add to the words of a term. */
const mostBeside = 2
/** Terms are looked up by so many letters of their first word. */
const keyLength = 3
/** The longest ending of a form, and the shortest stem. */
const [ending, stem] = [4, 3]

const key = (word: string): string => word.slice(0, keyLength)

/** Two forms of one word: of words this short only the same, of others the same beginning. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= Math.max(stem, Math.min(a.length, b.length) - 2) && Math.max(a.length, b.length) - same <= ending
}

/** Where the words stand in others, in whatever form; what follows the last one in a compound; null where they do not. */
function standsIn(words: readonly string[], text: readonly string[]): { readonly rest: string } | null {
  if (words.length === 0 || text.length < words.length || text.length > words.length + mostBeside) return null
  for (let at = 0; at <= text.length - words.length; at++) {
    const last = words.length - 1
    if (!words.slice(0, last).every((word, i) => alike(word, text[at + i] ?? ''))) continue
    const [word, there] = [words[last] ?? '', text[at + last] ?? '']
    if (alike(word, there)) return { rest: '' }
    if (word.length >= stem && there.startsWith(word)) return { rest: there.slice(word.length) }
  }
  return null
}

/** Of the terms that a correction follows the one with the longest variant. */
export function termFollower<T extends Term>(terms: readonly T[]): Follower<T> {
  const index = new Map<
    string,
    { readonly words: readonly string[]; readonly ways: readonly (readonly string[])[]; readonly term: T }[]
  >()
  for (const term of terms) {
    const ways = [term.preferred, ...(term.inflection ?? [])].map(wordsOf).filter(words => words.length > 0)
    for (const variant of term.variants) {
      const words = wordsOf(variant)
      const at = key(words[0] ?? '')
      if (at === '') continue
      const same = index.get(at)
      if (same === undefined) index.set(at, [{ words, ways, term }])
      else same.push({ words, ways, term })
    }
  }
  return (before, after) => {
    const [was, is] = [wordsOf(before), wordsOf(after)]
    let best: { readonly length: number; readonly term: T } | undefined
    for (const near of new Set(was.slice(0, mostBeside + 1).map(key)))
      for (const { words, ways, term } of index.get(near) ?? []) {
        if (words.length <= (best?.length ?? 0)) continue
        const there = standsIn(words, was)
        if (there === null) continue
        if (ways.some(way => standsIn(way, is)?.rest === there.rest)) best = { length: words.length, term }
      }
    return best?.term
  }
}
