import { compareTexts } from './compare.ts'
import type { TextDiff } from './types.ts'

export type { Hunk, Row, RowKind, TextDiff } from './types.ts'
export { diffByLines } from './by-lines.ts'
export { diffParagraph } from './words.ts'

/**
 * The differences of two texts as a person reads them: their paragraphs side by side (`rows`), and the words that
 * differ (`hunks`), in UTF-16 offsets of a and b. Pure; always a result, in time nearly linear in the texts' length.
 */
export function diffTexts(a: string, b: string): TextDiff {
  const { rows, hunks } = compareTexts(a, b)
  return { rows, hunks }
}
