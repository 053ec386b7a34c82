import type { TextDiff } from './diff/index.ts'
import { countWords } from './words.ts'

/**
 * The share of the words of two texts that stand in both, 0 to 1, by their comparison: what was moved stands in both. Two texts
 * without words are the same.
 */
export function keptShare({ rows, hunks }: TextDiff, a: string, b: string): number {
  const [wordsA, wordsB] = [countWords(a), countWords(b)]
  if (wordsA + wordsB === 0) return 1
  const inserted = (all: TextDiff['hunks']): number =>
    all.reduce((sum, { fromB, toB }) => sum + countWords(b.slice(fromB, toB)), 0)
  const moved = rows
    .filter(({ kind }) => kind === 'moved')
    .reduce((sum, { fromB, toB, hunks: inner = [] }) => sum + countWords(b.slice(fromB, toB)) - inserted(inner), 0)
  return Math.min(1, Math.max(0, (2 * (wordsB - inserted(hunks) + moved)) / (wordsA + wordsB)))
}
