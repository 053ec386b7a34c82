/** A text with its marks as the file writes it. Where they stand in the corrected text is found by `text/marks.ts`, as on the desk. */
import type { Placed } from '../../text/marks.ts'
import type { Span } from '../../text/span.ts'
import type { Mark } from '../document.ts'
import { lineAt } from './lines.ts'

export { placeMarks } from '../../text/marks.ts'

/** A mark in the corrected text. */
export type PlacedMark = Placed<Mark>

interface Node extends PlacedMark {
  from: number
  to: number
  children: Node[]
}

const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && outer.to >= inner.to
const isEmpty = ({ from, to }: Span): boolean => from === to

/** The marks that nobody has moved as they stand in each other: each in the innermost of those it stood in that still holds it. */
function nest(all: readonly Node[]): Node[] {
  const nodes = new Map(all.map(node => [node.mark.id, node]))
  const parentOf = (node: Node): Node | undefined => {
    const seen = new Set<string>([node.mark.id])
    for (let id = node.mark.within; id !== '' && !seen.has(id); id = nodes.get(id)?.mark.within ?? '') {
      seen.add(id)
      const parent = nodes.get(id)
      if (parent && !parent.asked && holds(parent, node)) return parent
    }
    return undefined
  }
  const roots: Node[] = []
  for (const node of all) if (!node.asked) (parentOf(node)?.children ?? roots).push(node)
  return roots
}

/** Where a mark that a person has moved belongs: in the innermost pair around it; one on the edge of a pair stays outside of that. */
function levelOf(roots: Node[], node: Node): Node[] {
  const isAround = (each: Node): boolean =>
    each.mark.kind === 'pair' &&
    holds(each, node) &&
    (!isEmpty(node) ? true : each.from < node.from && node.to < each.to)
  let level = roots
  for (let around = level.find(isAround); around; around = level.find(isAround)) level = around.children
  return level
}

/** Puts in a mark that a person has moved, by its place alone. Where it would cross a pair, it gives way. */
function putIn(roots: Node[], node: Node): void {
  const level = levelOf(roots, node)
  const isCut = (each: Node): boolean =>
    each.mark.kind === 'raw' && [node.from, node.to].some(edge => each.from < edge && edge < each.to)
  // characters of a spelling of their own that are now apart are written as all others
  level.splice(0, Infinity, ...level.filter(each => !isCut(each)).sort((a, b) => a.from - b.from))
  for (const each of level) {
    if (each.from < node.from && node.from < each.to) node.from = Math.min(each.to, node.to)
    if (node.from <= each.from && each.from < node.to && node.to < each.to) node.to = each.from
  }
  const isInside = (each: Node): boolean =>
    holds(node, each) && !isEmpty(node) && (!isEmpty(each) || (node.from < each.from && each.to < node.to))
  if (node.mark.kind === 'pair') {
    node.children = level.filter(isInside)
    level.splice(0, Infinity, ...level.filter(each => !isInside(each)))
  }
  const before = level.findIndex(each => each.from > node.from || (each.from === node.from && !isEmpty(each)))
  level.splice(before < 0 ? level.length : before, 0, node)
}

/**
 * A range of a text as the file writes it: with `open` and `close` of the marks that stand in it, and what is between them escaped. A pair
 * that goes on beyond the range is closed at its end, one that began before it is opened again. Pairs never cross: one that was moved gives way.
 * @param marks of the text, placed
 */
export function weave(
  text: string,
  marks: readonly PlacedMark[],
  range: Span,
  escape: (plain: string) => string,
): string {
  const inside = marks.flatMap((placed): Node[] => {
    const { from, to } = placed
    const outside = from === to ? from < range.from || from > range.to : to <= range.from || from >= range.to
    return outside ? [] : [{ ...placed, from: Math.max(from, range.from), to: Math.min(to, range.to), children: [] }]
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
  const roots = nest(inside)
  for (const node of inside) if (node.asked) putIn(roots, node)
  return write(roots, range.from, range.to)
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
