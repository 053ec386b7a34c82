/** Marks by the line that they stand in, so that each line is woven from its own. */
import type { Span } from '../../text/span.ts'
import type { PlacedMark } from './marks.ts'

/** For each line the marks that stand in it, cut to it. @param lines sorted, disjoint, of the text in which the marks are placed */
export function marksByLine(marks: readonly PlacedMark[], lines: readonly Span[]): PlacedMark[][] {
  const byLine: PlacedMark[][] = lines.map(() => [])
  const lineAt = (offset: number): number => {
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle]?.to ?? Infinity) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  for (const placed of marks)
    for (let at = lineAt(placed.from); at < lines.length; at++) {
      const line = lines[at] as Span
      if (line.from > placed.to) break
      const cut = { ...placed, from: Math.max(placed.from, line.from), to: Math.min(placed.to, line.to) }
      // what only touches the end of a line that it does not stand in
      if (cut.from < cut.to || placed.from === placed.to) byLine[at]?.push(cut)
    }
  return byLine
}
