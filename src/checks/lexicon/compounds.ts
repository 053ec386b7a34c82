/** Swedish compounds that are in no dictionary, taken apart by its words and their linking forms. */
import type { Automaton } from './automaton.ts'

export interface Part {
  readonly from: number
  readonly to: number
  /** its number in the automaton */
  readonly number: number
}

/** What a form may be in a compound. */
export interface Roles {
  first(number: number): boolean
  last(number: number): boolean
  /** Zipf value; 0 where it is not attested */
  zipf(number: number, text: string): number
}

const longest = 60
const shortestPart = 3
/** Two-letter words that begin or end compounds often; others would take any word apart. */
const short = new Set('el is yt ö å öl tv bi by ed id to ur ut av be ko lo si så te tå vy ås åk ål år ö'.split(' '))
const consonant = /[bcdfghjklmnpqrstvwxz]/

interface Way {
  readonly parts: readonly Part[]
  readonly rarest: number
}

/** Fewer parts are likelier than more; of as many, those whose rarest is most frequent. */
const better = (a: Way, b: Way | undefined): boolean =>
  b === undefined || a.parts.length < b.parts.length || (a.parts.length === b.parts.length && a.rarest > b.rarest)

/** The likeliest way to take a word apart in two parts or more; undefined where there is none. */
export function takeApart(word: string, words: Automaton, roles: Roles): Way | undefined {
  if (word.length > longest) return undefined
  const best: (Way | undefined)[] = []
  best[0] = { parts: [], rarest: Infinity }
  const fits = (from: number, end: number): boolean => end - from >= shortestPart || short.has(word.slice(from, end))
  let whole: Way | undefined
  for (let at = 0; at < word.length; at++) {
    const before = best[at]
    if (before === undefined || before.parts.length > 3) continue
    // of three equal consonants where parts meet one is not written: `fall` + `lucka` is `fallucka`
    const starts = at > 1 && word[at - 1] === word[at - 2] && consonant.test(word[at - 1] ?? '') ? [at, at - 1] : [at]
    for (const from of starts)
      words.prefixes(word, from, (end, number) => {
        if (!fits(from, end) || end <= at) return
        const way = {
          parts: [...before.parts, { from, to: end, number }],
          rarest: Math.min(before.rarest, roles.zipf(number, word.slice(from, end))),
        }
        if (end === word.length) {
          if (before.parts.length > 0 && roles.last(number) && better(way, whole)) whole = way
        } else if (roles.first(number) && better(way, best[end])) best[end] = way
      })
  }
  return whole
}
