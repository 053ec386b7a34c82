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
  /** @param afterPrefix what stands before is no word: `upp`, `o` */
  last(number: number, afterPrefix: boolean): boolean
  /** Zipf value; 0 where it is not attested */
  readonly zipf: (number: number, text: string) => number
  /** also the endings and prefixes that derive words */
  readonly loose?: boolean
  /** letters that may stand between any two parts */
  readonly links?: RegExp
}

/** Endings that make words of words, with their inflection, and what stands before verbs and adjectives. */
const derives =
  /^(?:het(?:en|er|erna)?|(?:n)?ing(?:en|ar|arna)?|(?:l)?are(?:n|na)?|arna|ande(?:t|n|na)?|ende(?:t|n|na)?|bar(?:t|a|het)?|lig(?:t|a|het)?|isk(?:t|a)?|ism(?:en)?|ist(?:en|er|erna)?|ad(?:e)?|at|aktig(?:t|a)?|mässig(?:t|a)?|artad(?:e)?|vis(?:a)?|sam(?:t|ma)?|ig(?:t|a)?|ör(?:en|er|erna)?|tion(?:en|er|erna)?|itet(?:en|er)?|ska|skan|iserad(?:e)?|isera(?:r|de|t)?|ering(?:en|ar|arna)?)s?$/
const prefixes = new Set(
  'anti av be bi bort de e ekonomisk elektro euro ex extra fram för före geo ge här hop hög icke in inter kring kvar lång låg mega med mellan mikro mini miss mono mot multi ned neder neo ner o om on opie på post pre pro pseudo psyko re runt sam själv sub super till trans tre två ultra undan under upp uppi ut var video vidare väl vice å åt åter ö över foto bio radio tele auto hydro kardio neuro makro poly semi socio termo turbo web webb app'.split(
    ' ',
  ),
)

const longest = 60
const shortestPart = 3
/** Two-letter words that begin or end compounds often; others would take any word apart. */
const short = new Set('el is yt ö å öl tv bi by ed id to ur ut av be ko lo si så te tå vy ås åk ål år ö'.split(' '))
/** Any short word would end some nonsense: a loose compound ends only in those that are frequent. */
const leastZipf: Readonly<Record<number, number>> = { 1: 9, 2: 5.5, 3: 4.5, 4: 3 }
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
    for (const from of starts) {
      if (roles.loose && before.parts.length > 0 && derives.test(word.slice(from))) {
        const way = { parts: [...before.parts, { from, to: word.length, number: -1 }], rarest: before.rarest }
        if (better(way, whole)) whole = way
      }
      words.prefixes(word, from, (end, number) => {
        if (!fits(from, end) || end <= at) return
        const way = {
          parts: [...before.parts, { from, to: end, number }],
          rarest: Math.min(before.rarest, roles.zipf(number, word.slice(from, end))),
        }
        if (end === word.length) {
          const likely = !roles.loose || roles.zipf(number, '') >= (leastZipf[end - from] ?? 0)
          if (
            before.parts.length > 0 &&
            likely &&
            roles.last(number, before.parts.at(-1)?.number === -1) &&
            better(way, whole)
          )
            whole = way
        } else if (roles.first(number)) {
          if (better(way, best[end])) best[end] = way
          if (roles.links?.test(word[end] ?? '') && end + 1 < word.length && better(way, best[end + 1]))
            best[end + 1] = way
        }
      })
      if (roles.loose)
        for (const prefix of prefixes)
          if (word.startsWith(prefix, from)) {
            const end = from + prefix.length
            if (from > 0 && prefix.length === 1) continue
            const way = { parts: [...before.parts, { from, to: end, number: -1 }], rarest: before.rarest }
            if (end < word.length && better(way, best[end])) best[end] = way
          }
    }
  }
  return whole
}
