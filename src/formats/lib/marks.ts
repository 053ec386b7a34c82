/** A text with its marks as the file writes it. Where they stand in the corrected text is found by `text/marks.ts`, as on the desk. */
import type { Placed } from '../../text/marks.ts'
import type { Span } from '../../text/span.ts'
import type { Mark } from '../document.ts'

export { placeMarks } from '../../text/marks.ts'

/** A mark in the corrected text. */
export type PlacedMark = Placed<Mark>

interface Node extends PlacedMark {
  readonly children: Node[]
}

const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && outer.to >= inner.to

/** The marks of a range as they stand in each other: each in the innermost of those it stood in that still holds it. */
function nest(marks: readonly PlacedMark[]): Node[] {
  const nodes = new Map(marks.map(placed => [placed.mark.id, { ...placed, children: [] as Node[] }]))
  const parentOf = (node: Node): Node | undefined => {
    const seen = new Set<string>([node.mark.id])
    for (let id = node.mark.within; id !== '' && !seen.has(id); id = nodes.get(id)?.mark.within ?? '') {
      seen.add(id)
      const parent = nodes.get(id)
      if (parent && holds(parent, node)) return parent
    }
    return undefined
  }
  const roots: Node[] = []
  for (const node of nodes.values()) (parentOf(node)?.children ?? roots).push(node)
  return roots
}

/**
 * A range of a text as the file writes it: with `open` and `close` of the marks that stand in it, and what is between them escaped. A pair
 * that goes on beyond the range is closed at its end, one that began before it is opened again. Of two pairs that cross, the later one begins where
 * the earlier one ends.
 * @param marks of the text, placed
 */
export function weave(
  text: string,
  marks: readonly PlacedMark[],
  range: Span,
  escape: (plain: string) => string,
): string {
  const inside = marks.flatMap(placed => {
    const { from, to } = placed
    const outside = from === to ? from < range.from || from > range.to : to <= range.from || from >= range.to
    return outside ? [] : [{ ...placed, from: Math.max(from, range.from), to: Math.min(to, range.to) }]
  })
  const write = (nodes: readonly Node[], from: number, to: number): string => {
    let written = ''
    let at = from
    const plain = (end: number): void => {
      if (end > at) written += escape(text.slice(at, end))
      at = Math.max(at, end)
    }
    // the sort is stable: of those at one place the file's order holds
    for (const { mark, children, ...span } of nodes.toSorted((a, b) => a.from - b.from)) {
      const [start, end] = [Math.max(at, span.from), Math.min(to, Math.max(at, span.to))]
      plain(start)
      if (mark.kind === 'pair') {
        written += mark.open + write(children, start, end) + mark.close
        at = end
      } else {
        written += mark.open
        if (mark.kind === 'raw') at = end
      }
    }
    plain(to)
    return written
  }
  return write(nest(inside), range.from, range.to)
}

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
