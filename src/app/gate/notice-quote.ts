/** The words of a correction as a notice quotes them: enough of them to be understood alone. */
import { numerals } from '../../mqm/propose/words.ts'
import type { Hunk } from '../../text/diff/index.ts'
import { growsEnd, growsStart, hasWord } from '../../text/word-edges.ts'
import { phraseAround } from './notice-phrase.ts'

/** What stood, and what is right; one side is empty where a whole passage was put in or taken out. */
export interface Quoted {
  readonly before: string
  readonly after: string
}

const wordAtEnd = /[\p{L}\p{N}][\p{L}\p{N}\p{M}:'’-]*$/u
const wordAndSpaceAtEnd = /[\p{L}\p{N}][\p{L}\p{N}\p{M}:'’-]*[^\S\n]*$/u
const wordAtStart = /^[\p{L}\p{N}\p{M}:'’-]*[\p{L}\p{N}\p{M}]/u
const spaceAndWordAtStart = /^[^\S\n]*[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}:'’-]*[\p{L}\p{N}\p{M}])?/u

/** How far back both texts are the same before a hunk, and on after it, without leaving its paragraph. */
const mostAround = 80
function around(a: string, b: string, { fromA, toA, fromB, toB }: Hunk): readonly [left: string, right: string] {
  let [back, on] = [0, 0]
  const same = (atA: number, atB: number): boolean => atA >= 0 && atA < a.length && a[atA] === b[atB] && a[atA] !== '\n'
  while (back < mostAround && same(fromA - back - 1, fromB - back - 1)) back++
  while (on < mostAround && same(toA + on, toB + on)) on++
  return [a.slice(fromA - back, fromA), a.slice(toA, toA + on)]
}

/** A bracket was opened that its words do not close. */
const isOpened = (words: string): boolean => words.lastIndexOf('(') > words.lastIndexOf(')')

/** What was put in or taken out needs nothing around it where it is long enough to be understood, or a paragraph. */
const isPassage = (words: string): boolean => words.includes('\n') || words.trim().split(/\s+/).length > 3

/** Small words and numbers say little alone: »sex« may be of anything. A name says enough. */
export const saysLittle = (words: string): boolean =>
  (words.match(/[\p{L}\p{N}]+/gu) ?? []).every(
    word => numerals.has(word.toLowerCase()) || (word.length <= 4 && word === word.toLowerCase() && !/^\d/.test(word)),
  )
const twoWordsAtStart = /^(?:[^\S\n]+[\p{L}\p{N}][\p{L}\p{N}\p{M}:'’-]*){1,2}/u
const twoWordsAtEnd = /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}:'’-]*[^\S\n]+){1,2}$/u

/** A figure goes on over its signs: »2,5«, »10 000«. */
const figureAtEnd = /\d[\d.,:\u00a0]*$/u
const figureAtStart = /^[\d.,:\u00a0]*\d/u

/** What half words at the edges of a hunk have in common with what stands around them, which is the same in both texts. */
function wholeWords(
  left: string,
  right: string,
  words: readonly string[],
): { readonly left: string; readonly right: string } {
  const either = (grows: (one: string) => boolean): boolean => words.some(grows)
  const atLeft = either(one => growsStart(left, one))
    ? wordAtEnd
    : /\d[.,:\u00a0]$/u.test(left) && either(one => /^\d/.test(one))
      ? figureAtEnd
      : null
  const atRight = either(one => growsEnd(one, right))
    ? wordAtStart
    : /^[.,:\u00a0]\d/u.test(right) && either(one => /\d$/.test(one))
      ? figureAtStart
      : null
  return { left: atLeft?.exec(left)?.[0] ?? '', right: atRight?.exec(right)?.[0] ?? '' }
}

/** Where no phrase is known: a figure takes along what it counts, and a small word or number what follows, or else what stands before; where a word was put in or taken out its neighbours say where. */
function neighbours(
  { before, after, left, right }: Words,
  isPart: boolean,
): { readonly left: string; readonly right: string } {
  const oneSided = !hasWord(before) || !hasWord(after)
  // a sign belongs to the word before it
  const hangs = [before, after].some(words => /^\s*[,;:.)!?]/u.test(words))
  const counts = /\d$/.test(before) || /\d$/.test(after)
  const little = !oneSided && !isPart && !hangs && saysLittle(before) && saysLittle(after)
  const following = little ? twoWordsAtStart.exec(right)?.[0] : undefined
  const atLeft = oneSided || hangs ? wordAndSpaceAtEnd : null
  const atRight = oneSided || counts ? spaceAndWordAtStart : null
  return {
    left: (little && following === undefined ? twoWordsAtEnd : atLeft)?.exec(left)?.[0] ?? '',
    right: following ?? atRight?.exec(right)?.[0] ?? '',
  }
}

interface Words extends Quoted {
  readonly left: string
  readonly right: string
}

/**
 * Half words are made whole, and so is the phrase that they belong to.
 * @param hunk of the texts `a` and `b`
 */
export function quote(a: string, b: string, hunk: Hunk): Quoted {
  const [before, after] = [a.slice(hunk.fromA, hunk.toA), b.slice(hunk.fromB, hunk.toB)]
  const oneSided = !hasWord(before) || !hasWord(after)
  if (oneSided && isPassage(before + after)) return { before: before.trim(), after: after.trim() }
  const [left, right] = around(a, b, hunk)
  const own = wholeWords(left, right, [before, after])
  const words: Words = {
    before: `${own.left}${before}${own.right}`,
    after: `${own.left}${after}${own.right}`,
    left: left.slice(0, left.length - own.left.length),
    right: right.slice(own.right.length),
  }
  const more = phraseAround(words) ?? neighbours(words, own.left !== '' || own.right !== '')
  const closes = [before, after].every(isOpened) && right.startsWith(`${own.right}${more.right})`)
  const whole = (one: string): string =>
    `${more.left}${one}${more.right}${closes ? ')' : ''}`.replace(/\s+/gu, ' ').trim()
  return { before: whole(words.before), after: whole(words.after) }
}
