/** How ordinary a wording is in Swedish: what stands in right texts all the time cannot be wrong by itself. */
import type { Lexicon, Word } from '../../checks/lexicon/lexicon.ts'
import { lexiconBytes, loadLexicon } from '../../checks/lexicon/load.ts'
import { homeOf } from '../../checks/words/at-home.ts'
import { foldForSearch } from '../../text/fold.ts'

/** Opened when it is first asked for, in memory shared with the threads that check. */
const lexicon = (): Lexicon => loadLexicon(lexiconBytes())

/** The words of a wording, folded; what a hyphen, colon or apostrophe joins is one. */
export const wordsIn = (wording: string): readonly string[] =>
  foldForSearch(wording).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-:'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ?? []

/** By how many powers of ten the forms of a word are rarer than what they are looked up under, where only that is attested. */
const rarerForm = 1

/** How frequent a word is in Swedish, as a Zipf value. A left-over of another language, which is frequent only there, has 0. */
function frequency(word: Word): number {
  const own = word.zipf('sv')
  if (!word.common && !word.name && (homeOf(word)?.excess ?? 0) > 0) return 0
  if (!word.common) return own
  return Math.max(own, ...word.analyses.map(({ lemma }) => lexicon().word(lemma).zipf('sv') - rarerForm))
}

/** log10 of the words that Zipf values count in, a billion; what makes a phrase stands together ten times as often as chance would have it. */
const apart = 9 - 1

/**
 * How often a wording is likely to stand in Swedish, as a Zipf value: of one word its own, of several less with each; below 0.5 it
 * stands so hardly ever. `anbud` 3.3, `i den` 6.4, `Lower Sachsen` −5, `statspolispresidenten` 0. −Infinity without a word.
 */
export function ordinariness(wording: string): number {
  const words = wordsIn(wording)
  if (words.length === 0) return -Infinity
  return words.reduce((sum, word) => sum + frequency(lexicon().word(word)), 0) - apart * (words.length - 1)
}
