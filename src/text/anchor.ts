/**
 * Anchors: by which a text finds, among any number of wordings, the few that may stand in it. Swedish changes a word at its end, and
 * compounds begin with it; so the anchor of a wording is the beginning of its longest word, and a text asks for the beginnings of
 * all its words. What is found so may stand in the text; whether it does, the checks tell.
 */
import { foldForSearch } from './fold.ts'

/** A word longer than this is known by so many of its first characters. */
const most = 5
/** Inflection and compounds of shorter ones are not followed: `bil` in `bilar`, but not `ö` in `öring`. */
const least = 3

/** The runs of letters and digits of a folded text: of `Lower Sachsen-baserad` three. */
const wordsOf = (text: string): readonly string[] => foldForSearch(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []

const beginning = (word: string): string => Array.from(word).slice(0, most).join('')

/** The anchor of a wording; '' where it has no word. */
export function anchorOf(wording: string): string {
  const longest = wordsOf(wording).reduce((best, word) => (word.length > best.length ? word : best), '')
  return beginning(longest)
}

/** All anchors of wordings that may stand in a text, each once. Some three for each different word. */
export function anchorsIn(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const word of new Set(wordsOf(text))) {
    const letters = Array.from(word)
    anchors.add(letters.slice(0, most).join(''))
    for (let n = least; n < Math.min(most, letters.length); n++) anchors.add(letters.slice(0, n).join(''))
  }
  return anchors
}

/** Whether every word of a wording may stand in a text of these anchors. */
export const mayStand = (wording: string, anchors: ReadonlySet<string>): boolean =>
  wordsOf(wording).every(word => anchors.has(beginning(word)))
