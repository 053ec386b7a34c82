/** Wordings that are matched to the letter: signs, spaces and capitals, which have no forms. */
import { fold } from './fold.ts'
import { sentences } from './sentences.ts'
import type { Span } from './span.ts'
import { hasWord, wordAfter, wordBefore } from './word-edges.ts'

/** A place of a text, and what is to be written there. */
export interface Replacement extends Span {
  readonly fix: string
}

const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-:’' ][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u
const letters = (text: string): string => fold(text).text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/**
 * Whether what is to be corrected is words, which are followed through all their forms. `EU: s → EU:s`, `Juni → juni` and
 * what is struck out are not: they are taken to the letter.
 */
export const isPlainWording = (before: string, after: string): boolean =>
  plain.test(before) && plain.test(after) && letters(before) !== letters(after)

/** How much of a paragraph on either side tells whether a sentence begins, in UTF-16 code units. */
const reach = 300

/** Does a sentence of its paragraph begin with what stands at `at`, quotation marks and dashes aside? */
function opensSentence(text: string, at: number): boolean {
  // no further, however long the paragraph is: a text may be one, with a place in every word
  const before = text.slice(Math.max(0, at - reach), at)
  const start = at - before.length + before.lastIndexOf('\n') + 1
  const [after = ''] = text.slice(at, at + reach).split('\n', 1)
  const paragraph = text.slice(start, at) + after
  const sentence = sentences(paragraph).findLast(({ from }) => from <= at - start)
  return sentence === undefined || !hasWord(paragraph.slice(sentence.from, at - start))
}

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, first => first.toUpperCase())

/** Words that go take a space with them; what then begins the sentence gets the capital. */
function struck(text: string, { from, to }: Span, opens: boolean): Replacement {
  const next = /^ (\p{Ll})/u.exec(text.slice(to, to + 3))?.[1]
  if (opens && next !== undefined && /^\p{Lu}/u.test(text.slice(from, to)))
    return { from, to: to + 1 + next.length, fix: next.toUpperCase() }
  if (text[from - 1] === ' ') return { from: from - 1, to, fix: '' }
  return { from, to: text[to] === ' ' ? to + 1 : to, fix: '' }
}

/** Where `words` stand, whole where they begin or end with a word. */
function* wholeWords(text: string, words: string): Generator<Span> {
  const [edgeBefore, edgeAfter] = [wordAfter(words, 0), wordBefore(words, words.length)]
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length
    if (!(edgeBefore && wordBefore(text, from)) && !(edgeAfter && wordAfter(text, to))) yield { from, to }
  }
}

/** Whether there stands already what is to stand there: `Juni` in `den Juni`, where `Juni → den Juni`. */
function isWithin(text: string, from: number, before: string, after: string): boolean {
  for (let at = after.indexOf(before); at >= 0; at = after.indexOf(before, at + 1))
    if (from >= at && text.startsWith(after, from - at)) return true
  return false
}

/**
 * The places of a wording as it is written, in order, none overlapping, with what is to stand there; not where that stands already. At the beginning of a sentence
 * a small letter is found as its capital, and the fix has the capital; a capital that a pair takes away (`Juni → juni`) is right
 * there and is left.
 */
export function literalPlaces(text: string, before: string, after: string): Replacement[] {
  if (before === '') return []
  const lowersFirst = before !== after && before === capitalised(after)
  const asWritten = [...wholeWords(text, before)]
    .filter(({ from }) => !isWithin(text, from, before, after) && !(lowersFirst && opensSentence(text, from)))
    .map(span => ({ span, opens: after === '' && opensSentence(text, span.from), fix: after }))
  const opening = capitalised(before)
  const opened =
    opening === before || opening === after
      ? []
      : [...wholeWords(text, opening)]
          .filter(({ from }) => !isWithin(text, from, opening, capitalised(after)) && opensSentence(text, from))
          .map(span => ({ span, opens: true, fix: capitalised(after) }))
  const found: Replacement[] = []
  for (const { span, opens, fix } of [...asWritten, ...opened].sort((a, b) => a.span.from - b.span.from)) {
    const place = fix === '' ? struck(text, span, opens) : { ...span, fix }
    if (place.from >= (found.at(-1)?.to ?? 0)) found.push(place)
  }
  return found.filter(({ from, to, fix }) => text.slice(from, to) !== fix)
}
