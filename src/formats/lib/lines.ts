/** The lines of a text as ranges: paragraphs, or segments of a file. */
import { firstWhere } from '../../text/first-where.ts'
import type { Span } from '../../text/span.ts'

/** The lines of a text, without what ends them. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let from = 0; ;) {
    const end = text.indexOf('\n', from)
    lines.push({ from, to: end < 0 ? text.length : end })
    if (end < 0) return lines
    from = end + 1
  }
}

/** The number of the first line that ends at an offset or later; their count where none does. @param lines sorted */
export const lineAt = (lines: readonly Span[], offset: number): number => firstWhere(lines, ({ to }) => to >= offset)
