import { familyOf, foreignWords, functionWords, isInflected, numerals } from './words.ts'

/** Words removed → words inserted, with what stands around them where it is known. One side may be empty. */
export interface Corrected {
  readonly before: string
  readonly after: string
  /** what stands before the words in the MT: whether a sentence begins with them */
  readonly beforeContext?: string | undefined
}

/** What the rules ask about a correction. */
export interface Facts extends Corrected {
  /** words of letters and digits, as they are written; `:`, `-` and `'` part them */
  readonly words: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly lower: { readonly before: readonly string[]; readonly after: readonly string[] }
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

export function factsOf(corrected: Corrected): Facts {
  const words = { before: wordsOf(corrected.before), after: wordsOf(corrected.after) }
  const lower = (list: readonly string[]) => list.map(word => word.toLowerCase())
  return { ...corrected, words, lower: { before: lower(words.before), after: lower(words.after) } }
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
const spaceless = (text: string): string => text.replace(/\s+/gu, '')
const composed = (text: string): string => text.normalize('NFC')

export const differOnlyInSpaces = ({ before, after }: Facts): boolean => spaceless(before) === spaceless(after)
export const differOnlyInSigns = ({ before, after }: Facts): boolean =>
  composed(letters(before)) === composed(letters(after))
export const differOnlyInCase = ({ before, after }: Facts): boolean =>
  composed(letters(before)).toLowerCase() === composed(letters(after)).toLowerCase()

const breaks = (text: string): number => text.split(/[\n\u2028]/).length
/** Paragraphs or lines parted or joined. */
export const differInBreaks = ({ before, after }: Facts): boolean => breaks(before) !== breaks(after)

/** Words of letters written together or apart: as many letters, not as many words. */
export const joinsOrSplitsWords = ({ words }: Facts): boolean => {
  const [before, after] = [words.before, words.after].map(list => list.filter(word => /\p{L}/u.test(word)))
  return before !== undefined && after !== undefined && before.length > 0 && before.length !== after.length
}

/** `EU: s`, `LKA:s`: an ending set to a word by a colon; what is amiss there is the sign. */
export const isColonEnding = ({ before, after }: Facts): boolean => /\p{L}\s*:\s*\p{L}/u.test(before + '\n' + after)

/** The numbers of a text as they are written, separators and all. */
const writtenNumbers = (text: string): readonly string[] => text.match(/\d+(?:[\s.,:]\d+)*/gu) ?? []
/** The same by their digits alone. */
const numbersOf = (text: string): readonly string[] =>
  writtenNumbers(text).map(number => number.replace(/\D/g, '').replace(/^0+(?=\d)/, ''))
/** Numerals up to twelve as their numbers, beside those in digits. */
const named = (words: readonly string[]): readonly string[] =>
  words.flatMap(word => numerals.get(word) ?? (/^\d+$/.test(word) ? [word] : []))

const alike = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join(' ') === b.toSorted().join(' ')

/** There are numbers on both sides, and not the same ones. */
export function changesNumber({ before, after, lower }: Facts): boolean {
  const [a, b] = [numbersOf(before), numbersOf(after)]
  if (a.length > 0 && b.length > 0) return !alike(a, b)
  const [x, y] = [named(lower.before), named(lower.after)]
  return a.length + b.length > 0 && x.length > 0 && x.length === y.length && !alike(x, y)
}

/** The same numbers, written otherwise: `1,000` → `1 000`, `3` → `tre`, `12.30` → `12:30`. */
export function writesNumberOtherwise({ before, after, lower }: Facts): boolean {
  if (!/\d/.test(before + after)) return false
  const others = (text: string) => text.replace(/[\d\s.,:]+/gu, '').toLowerCase()
  const separated =
    numbersOf(before).join() === numbersOf(after).join() &&
    writtenNumbers(before).join('|') !== writtenNumbers(after).join('|') &&
    others(before) === others(after)
  const inDigits = (words: readonly string[]) => words.map(word => numerals.get(word) ?? word).join(' ')
  return (
    separated || (lower.before.join(' ') !== lower.after.join(' ') && inDigits(lower.before) === inDigits(lower.after))
  )
}

/** How many letters are to be changed, taken out, put in or exchanged with their neighbour (optimal string alignment); `most` + 1 beyond. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
    }
    ;[older, old] = [old, row]
  }
  return Math.min(old[b.length] ?? 0, most + 1)
}

const longestWord = 40
const fewWords = 4
const mostWords = 12

/** One word in two forms, or two of one family (`de`, `dem`). */
const sameLexeme = (a: string, b: string): boolean =>
  a === b || isInflected(a, b) || (familyOf.has(a) && familyOf.get(a) === familyOf.get(b))

/** A letter or two amiss in a word long enough to be known all the same. */
function misspelt(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 4 || Math.max(a.length, b.length) > longestWord) return false
  const most = length < 8 ? 1 : 2
  return distance(a, b, most) <= most
}

const pairwise = (facts: Facts, holds: (a: string, b: string) => boolean): boolean => {
  const { before, after } = facts.lower
  if (before.length !== after.length || before.length === 0 || before.length > mostWords) return false
  return before.every((word, i) => holds(word, after[i] ?? ''))
}

export const changesInflection = (facts: Facts): boolean => pairwise(facts, sameLexeme)
export const changesLetters = (facts: Facts): boolean => pairwise(facts, (a, b) => sameLexeme(a, b) || misspelt(a, b))
export const changesOrder = ({ lower }: Facts): boolean =>
  lower.before.length > 1 && lower.before.length === lower.after.length && alike(lower.before, lower.after)

const areFunctionWords = (words: readonly string[] | null): boolean =>
  words !== null && words.length > 0 && words.length <= fewWords && words.every(word => functionWords.has(word))

/** Little words put in or taken out, or others in their place. */
export function changesFunctionWords(facts: Facts): boolean {
  const { before, after } = facts.lower
  if (before.length === after.length) return areFunctionWords(before) && areFunctionWords(after)
  return areFunctionWords(wordsTakenOut(facts)) || areFunctionWords(wordsPutIn(facts))
}

/** What of `whole` is left when `part` is taken out of it in order; null where it does not stand there. */
function without(whole: readonly string[], part: readonly string[]): readonly string[] | null {
  let next = 0
  const left = whole.filter(word => {
    if (word !== part[next]) return true
    next += 1
    return false
  })
  return next === part.length && left.length > 0 ? left : null
}

/** The words that are only taken out; null where others come for them. */
export const wordsTakenOut = ({ lower }: Facts): readonly string[] | null => without(lower.before, lower.after)
/** The words that are only put in; null where they stand for others. */
export const wordsPutIn = ({ lower }: Facts): readonly string[] | null => without(lower.after, lower.before)

/** Letters and strings of letters that Swedish words do not have: German, English, Danish and Norwegian ones do. */
const foreignSpelling = /[æøß]|tsch|^th|^wh|ough|^hv|^qu|kken$|ierung|keit|schaft|wide$|ness$/u

const isForeign = (word: string): boolean => foreignWords.has(word) || foreignSpelling.test(word)

const capital = /^\p{Lu}/u
const small = /^(?:von|van|de|der|den|la|le|du|af|of|i|på|och|und|and)$/u
const isName = (words: readonly string[]): boolean =>
  words.some(word => capital.test(word)) && words.every(word => capital.test(word) || small.test(word))

/** Capitals as English and German write them, gone with the words: `Police Crime Statistics`. */
const losesCapitals = ({ words }: Facts): boolean =>
  words.before.length > 1 &&
  isName(words.before) &&
  words.after.length > 0 &&
  !words.after.some(word => capital.test(word))

/** Among the words taken away are such as Swedish does not have, and they are not kept. */
export const removesForeignWords = (facts: Facts): boolean => {
  const kept = new Set(facts.lower.after)
  return losesCapitals(facts) || facts.lower.before.some(word => !kept.has(word) && isForeign(word))
}

/** Whether a sentence begins there: then a capital tells nothing of the first word. */
const beginsSentence = (context: string): boolean => /(?:^|[.!?:…\n\u2028]["'”’»)\]]*\s*|["”»–—-]\s*)$/u.test(context)

/** A name for a name. What a sentence begins with is one only where it has more than a word. */
export const changesName = ({ words, beforeContext }: Facts): boolean => {
  if (!isName(words.before) || !words.after.some(word => capital.test(word))) return false
  return words.before.length > 1 || (beforeContext !== undefined && !beginsSentence(beforeContext))
}
