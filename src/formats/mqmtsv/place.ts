/**
 * Raters of one segment should have the same text before them, and in released data often have not: the marked words are missing, or stand
 * there twice. One text is taken, and what is marked in the others is found again in it.
 */
import { isNoError } from '../../mqm/wmt-categories.ts'
import { diffParagraph } from '../../text/diff/index.ts'
import type { Span } from '../../text/span.ts'
import type { Judgement } from './segments.ts'

/** The target of a segment: where no error was marked, nothing was damaged; else that of most raters, else the longest. */
export function targetOf(judgements: readonly Judgement[]): string {
  const first = judgements[0]?.target ?? ''
  if (judgements.every(({ target }) => target === first)) return first
  const score = new Map<string, { unmarked: number; readonly raters: Set<string> }>()
  for (const { target, rater, category } of judgements) {
    const seen = score.get(target) ?? { unmarked: 0, raters: new Set() }
    if (isNoError(category) || category === '') seen.unmarked++
    seen.raters.add(rater)
    score.set(target, seen)
  }
  const [best] = [...score].toSorted(
    ([a, x], [b, y]) => y.unmarked - x.unmarked || y.raters.size - x.raters.size || b.length - a.length,
  )
  return best?.[0] ?? first
}

const sharedStart = (a: string, b: string): number => {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  // between the halves of a character nothing stands
  return i > 0 && /[\ud800-\udbff]/.test(a[i - 1] ?? '') ? i - 1 : i
}

const sharedEnd = (a: string, b: string, most: number): number => {
  let i = 0
  while (i < most && a[a.length - 1 - i] === b[b.length - 1 - i]) i++
  return i > 0 && /[\udc00-\udfff]/.test(a[a.length - i] ?? '') ? i - 1 : i
}

/** Where an offset of a stands in b, by their comparison. */
const moved = (a: string, b: string, offset: number, end: boolean): number => {
  let shift = 0
  for (const { fromA, toA, fromB, toB } of diffParagraph(a, b)) {
    if (toA < offset || (toA === offset && fromA < toA)) shift = toB - toA
    else if (fromA < offset) return end ? toB : fromB
    else break
  }
  return offset + shift
}

/** How much of what stands before and after a place is compared: enough to tell one `der` from another. */
const context = 60
/** Of a wording that comes more often than so many times, the rest is not looked at. */
const most = 500

/** Where the marked words stand in a text: of several places, the one whose surroundings are most alike. */
function found(text: string, target: string, { from, to }: Span): Span | null {
  const words = target.slice(from, to)
  if (words.trim() === '') return null
  const [before, after] = [target.slice(Math.max(0, from - context), from), target.slice(to, to + context)]
  let best: Span | null = null
  let surest = -1
  let seen = 0
  for (let at = text.indexOf(words); at >= 0 && seen < most; at = text.indexOf(words, at + 1), seen++) {
    const end = at + words.length
    const left = text.slice(Math.max(0, at - context), at)
    const alike =
      sharedEnd(before, left, Math.min(before.length, left.length)) + sharedStart(after, text.slice(end, end + context))
    if (alike > surest) [best, surest] = [{ from: at, to: end }, alike]
  }
  return best
}

/**
 * Where in `text` what a row marks stands; null where that cannot be told.
 * - as it is marked, where the row has the same text
 * - where the row marks nothing, what its text lacks: the marked words were lost with their marks
 * - where the marked words stand in it, in surroundings most alike
 * - between what stands before and after them in both: the marked words themselves are what was damaged
 * - else by comparison
 */
export function placeIn(text: string, { target, span }: Judgement): Span | null {
  if (target === text) return span
  if (!span) {
    if (text.length <= target.length) return null
    const from = sharedStart(target, text)
    const to = text.length - sharedEnd(target, text, target.length - from)
    return from + text.length - to === target.length ? trimmed(text, { from, to }) : null
  }
  const same = found(text, target, span)
  if (same) return same
  const [before, after] = [target.slice(0, span.from), target.slice(span.to)]
  if (text.startsWith(before) && text.endsWith(after) && before.length + after.length <= text.length)
    return { from: before.length, to: text.length - after.length }
  const from = moved(target, text, span.from, false)
  const to = moved(target, text, span.to, true)
  return from < to || span.from === span.to ? { from: Math.min(from, to), to: Math.max(from, to) } : null
}

/** Without the spaces at its ends, which may belong to either side. */
const trimmed = (text: string, { from, to }: Span): Span => {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { from: Math.min(start, to), to: Math.max(start, from + words.trimEnd().length) }
}
