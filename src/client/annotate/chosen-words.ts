import type { Span } from '../../text/span.ts'
import { words } from '../../text/words.ts'

/** Words of a paragraph that are chosen: from the one the choice began at to the one it is at. */
export interface Chosen {
  readonly anchor: number
  readonly head: number
}

/** What the arrows go by: words, without the marks beside them. */
export const wordsOf = (text: string): readonly Span[] => words(text)

export const spanOf = (all: readonly Span[], { anchor, head }: Chosen): Span | null => {
  const [first, last] = [all[Math.min(anchor, head)], all[Math.max(anchor, head)]]
  return first && last ? { from: first.from, to: last.to } : null
}

/** One word further: the choice grows, or another word is chosen. @param step 1 or -1 */
export function stepped(all: readonly Span[], at: Chosen | null, step: number, grows: boolean): Chosen | null {
  if (all.length === 0) return null
  const last = all.length - 1
  const from = at?.head ?? (step > 0 ? -1 : all.length)
  const head = Math.min(last, Math.max(0, from + step))
  return { anchor: grows && at ? at.anchor : head, head }
}

/** The words that a span of the text touches; null where it touches none. */
export function chosenAt(all: readonly Span[], { from, to }: Span): Chosen | null {
  const first = all.findIndex(word => word.to > from || (from === to && word.to === from))
  const last = all.findLastIndex(word => word.from < to || (from === to && word.from === to))
  return first < 0 || last < first ? null : { anchor: first, head: last }
}

/** A selection without the spaces at its ends; null where it is nothing else. */
export function trimmed(text: string, { from, to }: Span): Span | null {
  const words = text.slice(from, to)
  const inner = words.trim()
  if (inner === '') return null
  const start = from + words.indexOf(inner)
  return { from: start, to: start + inner.length }
}
