/** Two annotators' annotations of one text, beside each other. */
import type { Annotation } from '../../mqm/annotation.ts'
import { dimensionOf } from '../../mqm/typology.ts'
import type { Span } from '../../text/span.ts'
import { assign } from './assign.ts'

export type Marked = Pick<Annotation, 'from' | 'to' | 'category' | 'severity'>

/** One error that both have marked. */
export interface Pair<T extends Marked = Marked> {
  readonly a: T
  readonly b: T
  /** or do the two only overlap? */
  readonly sameSpan: boolean
  readonly sameCategory: boolean
  readonly sameDimension: boolean
  readonly sameSeverity: boolean
}

/** All of A's and B's annotations, each once, in the order of the text. */
export interface Pairing<T extends Marked = Marked> {
  readonly pairs: readonly Pair<T>[]
  readonly onlyA: readonly T[]
  readonly onlyB: readonly T[]
}

/** A point, where something is missing, reaches half a character to either side: it meets the words beside it. */
const extent = ({ from, to }: Span): Span => (from < to ? { from, to } : { from: from - 0.5, to: to + 0.5 })

/** What two have in common of what both are, 0 to 1 (Jaccard 1901). */
function likeness(one: Span, other: Span): number {
  const [a, b] = [extent(one), extent(other)]
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return common <= 0 ? 0 : common / (Math.max(a.to, b.to) - Math.min(a.from, b.from))
}

const pairOf = <T extends Marked>(a: T, b: T): Pair<T> => ({
  a,
  b,
  sameSpan: a.from === b.from && a.to === b.to,
  sameCategory: a.category === b.category,
  sameDimension: dimensionOf(a.category) === dimensionOf(b.category),
  sameSeverity: a.severity === b.severity,
})

/** Of several that lie as well, those that say the same belong together. */
function gain(a: Marked, b: Marked): number {
  const alike = likeness(a, b)
  const { sameCategory, sameDimension, sameSeverity } = pairOf(a, b)
  return alike === 0 ? 0 : alike + 1e-6 * (4 * +sameCategory + 2 * +sameDimension + +sameSeverity)
}

interface Side<T> {
  readonly marked: T
  readonly ofA: boolean
}

/** Annotations that hang together by overlapping, one group after the other: across groups nothing can be paired. */
function groupsOf<T extends Marked>(all: readonly Side<T>[]): Side<T>[][] {
  const groups: Side<T>[][] = []
  let end = -Infinity
  for (const side of all) {
    const { from, to } = extent(side.marked)
    if (from >= end) groups.push([])
    groups.at(-1)?.push(side)
    end = Math.max(end, to)
  }
  return groups
}

const inOrder = (a: Marked, b: Marked): number => extent(a).from - extent(b).from || a.to - b.to

/** Pairs one to one, so that the paired have as much in common as they can together; what overlaps nothing of the other stays alone. */
export function pairAnnotations<T extends Marked>(a: readonly T[], b: readonly T[]): Pairing<T> {
  const sides = [...a.map(marked => ({ marked, ofA: true })), ...b.map(marked => ({ marked, ofA: false }))]
  const pairs: Pair<T>[] = []
  const paired = new Set<Side<T>>()
  for (const group of groupsOf(sides.toSorted((one, other) => inOrder(one.marked, other.marked)))) {
    const [ofA, ofB] = [group.filter(side => side.ofA), group.filter(side => !side.ofA)]
    const [few, many] = ofA.length <= ofB.length ? [ofA, ofB] : [ofB, ofA]
    const gains = few.map(one => many.map(other => gain(one.marked, other.marked)))
    for (const [i, column] of assign(gains).entries()) {
      const [one, other] = [few[i], many[column]]
      if (!one || !other || gains[i]?.[column] === 0) continue
      paired.add(one).add(other)
      pairs.push(one.ofA ? pairOf(one.marked, other.marked) : pairOf(other.marked, one.marked))
    }
  }
  const alone = (ofA: boolean): T[] =>
    sides
      .filter(side => side.ofA === ofA && !paired.has(side))
      .map(({ marked }) => marked)
      .toSorted(inOrder)
  return { pairs: pairs.toSorted((x, y) => inOrder(x.a, y.a)), onlyA: alone(true), onlyB: alone(false) }
}
