import type { ChangeDesc, ChangeSet } from '@codemirror/state'
import type { Change } from './blame.ts'
import { canonical } from './change.ts'
import { pathTo, type Step } from './path.ts'
import { overlaps, type Span } from './span.ts'
import { growsEnd, growsStart } from './word-edges.ts'

/**
 * Where a flag stands in a revision. Open: its words are there, untouched. Fixed: revision `by` changed them, and what came of
 * them stands at the span. Orphaned: revision `by` took them away; `at` is where they were.
 */
export type Place =
  | { readonly state: 'open'; readonly from: number; readonly to: number }
  | { readonly state: 'fixed'; readonly by: number; readonly from: number; readonly to: number }
  | { readonly state: 'orphaned'; readonly by: number; readonly at: number }

/** What a person flagged: a span of a revision's text, and the words there; an empty span is a point where something is missing. */
export interface Anchor extends Span {
  readonly revision: number
  readonly words: string
}

/** Whether an edit touches a span: it overlaps it, or its letters make the first or the last word another one. */
type Touches = (from: number, to: number, inserted: string) => boolean

const touchesWords =
  (span: Span, words: string): Touches =>
  (from, to, inserted) =>
    overlaps({ from, to }, span) ||
    (to === span.from && growsStart(inserted, words)) ||
    (from === span.to && growsEnd(words, inserted))

/** At a point something comes to stand: inserted right there, or in place of what stood around it. */
const touchesPoint =
  ({ from: point }: Span): Touches =>
  (from, to, inserted) =>
    from < point && point < to ? true : from === to && from === point && inserted !== ''

const overlapsOnly =
  (span: Span): Touches =>
  (from, to) =>
    overlaps({ from, to }, span)

/** A span through a change: what touches it, it covers; what only stands beside it stays outside. */
function move(span: Span, change: ChangeSet, touches: Touches): Span & { readonly touched: boolean } {
  let [from, to, touched] = [Infinity, -Infinity, false]
  let [startKept, endKept, shiftStart, shiftEnd] = [true, true, 0, 0]
  change.iterChanges((fromA, toA, fromB, toB, inserted) => {
    const growth = toB - fromB - (toA - fromA)
    const hits = touches(fromA, toA, inserted.toString())
    if (hits) {
      touched = true
      from = Math.min(from, fromB)
      to = Math.max(to, toB)
      startKept &&= !(fromA <= span.from && span.from < toA)
      endKept &&= !(fromA < span.to && span.to <= toA)
    }
    if (!hits && toA <= span.from) shiftStart += growth
    if (hits ? toA <= span.to : toA <= span.from) shiftEnd += growth
  })
  if (startKept) from = Math.min(from, span.from + shiftStart)
  if (endKept) to = Math.max(to, span.to + shiftEnd)
  return { from, to: Math.max(from, to), touched }
}

/** What a change leaves of the words at a span, with what it puts in their place: of `stor ` without `stor` a space, which is nothing. */
function leftOf(words: string, span: Span, change: ChangeSet): string {
  const touches = touchesWords(span, words)
  let [left, at] = ['', span.from]
  change.iterChanges((from, to, _fromB, _toB, inserted) => {
    if (!touches(from, to, inserted.toString())) return
    left += words.slice(at - span.from, Math.max(0, from - span.from)) + inserted.toString()
    at = Math.max(at, to)
  })
  return left + words.slice(at - span.from)
}

/**
 * A flag's place after one more revision on the ordinary path. What is fixed or orphaned stays so: only an undo or a restore opens
 * it again (`placeAt`). Text that comes to stand beside the words does not touch them, unless it grows the first or the last of
 * them into another word (`hus` → `huset`, `hus-bil`, `sjukhus`); what goes beside them does not either: they are still there.
 * @param words what was flagged; empty for a point
 */
export function advance(place: Place, change: ChangeSet, number: number, words: string): Place {
  if (change.empty) return place
  if (place.state === 'orphaned') return { ...place, at: change.mapPos(place.at) }
  if (place.state === 'fixed') {
    const { from, to } = move(place, change, overlapsOnly(place))
    return { ...place, from, to }
  }
  const { from, to, touched } = move(place, change, words === '' ? touchesPoint(place) : touchesWords(place, words))
  if (!touched) return { state: 'open', from, to }
  const gone = from === to || (words.trim() !== '' && leftOf(words, place, change).trim() === '')
  return gone ? { state: 'orphaned', by: number, at: from } : { state: 'fixed', by: number, from, to }
}

/** A span on the way back through a change; null where the change made or touched it. */
export function back({ from, to }: Span, change: ChangeDesc): Span | null {
  const inverted = change.invertedDesc
  return inverted.touchesRange(from, to) ? null : { from: inverted.mapPos(from, 1), to: inverted.mapPos(to, -1) }
}

const same = (a: Change | undefined, b: Change | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (a === b || (a.number === b.number && canonical(a.change) === canonical(b.change)))

/** The place along the path of a revision; null where the flagged words are not on it. */
function alongPath(anchor: Anchor, toAnchor: readonly Change[], path: readonly Change[]): Place | null {
  let common = 0
  while (same(toAnchor[common], path[common])) common++
  let span: Span | null = { from: anchor.from, to: anchor.to }
  for (const { change } of toAnchor.slice(common).reverse()) {
    span = span && back(span, change)
    if (span === null) return null
  }
  const open: Place = { state: 'open', from: span.from, to: span.to }
  return path
    .slice(common)
    .reduce<Place>((place, { number, change }) => advance(place, change, number, anchor.words), open)
}

/**
 * A flag's place in revision n, along the path of revisions: an undo or a restore that brings its words back opens it again. Where
 * the words are not on the path of n, it goes from revision to revision as they were stored.
 * @param steps revisions 1, 2, 3 … without a gap, at least up to n
 * @throws RangeError where n is before the flag's own revision
 */
export function placeAt(anchor: Anchor, steps: readonly Step[], n: number): Place {
  if (n < anchor.revision) throw new RangeError(`A flag on revision ${anchor.revision} has no place in revision ${n}`)
  const toAnchor = pathTo(steps, anchor.revision)
  const stored: Step[] = []
  for (let at = n; at > anchor.revision; at--) {
    const step = steps[at - 1] as Step
    const ordinary = step.restores === null && step.undoes === null
    const place = ordinary ? null : alongPath(anchor, toAnchor, pathTo(steps, at))
    if (place) return goOn(since(place, anchor, at), stored.reverse(), anchor.words)
    stored.push(step)
  }
  return goOn({ state: 'open', from: anchor.from, to: anchor.to }, stored.reverse(), anchor.words)
}

/** What an older revision did that only came back after the flag was set, `number` did, by bringing it back. */
const since = (place: Place, anchor: Anchor, number: number): Place =>
  place.state !== 'open' && place.by <= anchor.revision ? { ...place, by: number } : place

const goOn = (place: Place, steps: readonly Step[], words: string): Place =>
  steps.reduce((at, { number, change }) => advance(at, change, number, words), place)
