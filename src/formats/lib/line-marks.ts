/** Marks by the line that they stand in, so that each line is woven from its own. */
import type { Span } from '../../text/span.ts'
import type { PlacedMark } from './marks.ts'

/** The number of the first line that ends at an offset or later; their count where none does. @param lines sorted */
export function lineAt(lines: readonly Span[], offset: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.to ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** For each line the marks that stand in it, cut to it. @param lines sorted, disjoint, of the text in which the marks are placed */
export function marksByLine(marks: readonly PlacedMark[], lines: readonly Span[]): PlacedMark[][] {
  const byLine: PlacedMark[][] = lines.map(() => [])
  for (const placed of marks)
    for (let at = lineAt(lines, placed.from); at < lines.length; at++) {
      const line = lines[at] as Span
      if (line.from > placed.to) break
      const isInside = placed.from >= line.from && placed.to <= line.to
      const cut = isInside ? placed : { ...placed, from: Math.max(placed.from, line.from), to: Math.min(placed.to, line.to) } // prettier-ignore
      // what only touches the end of a line that it does not stand in
      if (cut.from < cut.to || placed.from === placed.to) byLine[at]?.push(cut)
    }
  return byLine
}
