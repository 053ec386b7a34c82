/** Where words begin, end and grow: what merging and flags go by. */

const wordAtStart = /^[\p{L}\p{N}\p{M}]/u
const wordAtEnd = /[\p{L}\p{N}\p{M}]$/u
/** A letter, or what joins one to a word before it: `:s`, `-bil`. */
const joinsAtStart = /^[-:'’‐‑]?[\p{L}\p{N}\p{M}]/u
const joinsAtEnd = /[\p{L}\p{N}\p{M}][-:'’‐‑]?$/u

/** Is there a letter or figure right before, right after `at`? */
export const wordBefore = (text: string, at: number): boolean => wordAtEnd.test(text.slice(Math.max(0, at - 2), at))
export const wordAfter = (text: string, at: number): boolean => wordAtStart.test(text.slice(at, at + 2))

export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Does `added`, standing right before `words`, make their first word another one? */
export const growsStart = (added: string, words: string): boolean => joinsAtEnd.test(added) && wordAtStart.test(words)
/** Does `added`, standing right after `words`, make their last word another one? */
export const growsEnd = (words: string, added: string): boolean => wordAtEnd.test(words) && joinsAtStart.test(added)

/** The start of the word that stands around or ends at `at`. */
export function wordStart(text: string, at: number): number {
  let start = at
  while (wordBefore(text, start)) start -= /[\udc00-\udfff]/.test(text.charAt(start - 1)) ? 2 : 1
  return start
}

/** The end of the word that stands around or begins at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (wordAfter(text, end)) end += /[\ud800-\udbff]/.test(text.charAt(end)) ? 2 : 1
  return end
}
