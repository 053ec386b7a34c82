import type { ChangeSet } from '@codemirror/state'
import { Problem } from '../../errors.ts'
import { advance } from '../../text/place.ts'
import { splitsPair, type Span } from '../../text/span.ts'

/** A span lies in its text and splits no character; throws the Problem `flag-misfit` with `from`, `to`, `length`. */
export function checkSpan(span: Span, text: string): void {
  const { from, to } = span
  if (from < 0 || to < from || to > text.length || splitsPair(text, from) || splitsPair(text, to))
    throw new Problem('flag-misfit', { from, to, length: text.length })
}

/** Where a span stands after a change that leaves its words alone; null where the change touches them. */
export function carry(span: Span, words: string, change: ChangeSet): Span | null {
  const place = advance({ state: 'open', from: span.from, to: span.to }, change, 0, words)
  return place.state === 'open' ? { from: place.from, to: place.to } : null
}
