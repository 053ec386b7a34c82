import type { ChangeSet } from '@codemirror/state'
import { Problem } from '../errors.ts'
import type { Span } from '../text/span.ts'
import { advance } from '../text/place.ts'

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00
const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800
const splits = (text: string, at: number): boolean => at > 0 && isLow(text, at) && isHigh(text, at - 1)

/** A span lies in its text and splits no character; throws the Problem `flag-misfit` with `from`, `to`, `length`. */
export function checkSpan(span: Span, text: string): void {
  const { from, to } = span
  if (from < 0 || to < from || to > text.length || splits(text, from) || splits(text, to))
    throw new Problem('flag-misfit', { from, to, length: text.length })
}

/** Where a span stands after a change that leaves its words alone; null where the change touches them. */
export function carry(span: Span, words: string, change: ChangeSet): Span | null {
  const place = advance({ state: 'open', from: span.from, to: span.to }, change, 0, words)
  return place.state === 'open' ? { from: place.from, to: place.to } : null
}
