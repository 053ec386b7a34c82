import type { ChangeSet } from '@codemirror/state'
import { changeOf, editsOf, type Edit } from './change/edits.ts'
import { narrow } from './change/narrow.ts'
import type { Span } from './span.ts'
import { hasWord, wordAfter, wordBefore, wordEnd, wordStart } from './word-edges.ts'

/** One place where two people changed the same words, or words with no unchanged one between. */
export interface Conflict {
  /** in the text both started from */
  readonly base: Span
  /** in the stored text */
  readonly theirs: Span
  /** in the text of the later change */
  readonly mine: Span
  /** `theirs` once more, in the stored text with `partial` applied: what a person replaces who chooses or combines */
  readonly at: Span
}

export type Merge =
  | {
      readonly kind: 'merged'
      /** of the stored text */
      readonly change: ChangeSet
      /** of the later text: what brings it to the same text */
      readonly mirror: ChangeSet
    }
  | { readonly kind: 'conflict'; readonly partial: ChangeSet; readonly conflicts: readonly Conflict[] }

/** Whose an edit is; `both` where two people did the same. */
type Side = 'stored' | 'later' | 'both'

/** Edits of one side that touch the same whole words of the base: mostly one. */
interface Touch extends Span {
  readonly side: Side
  readonly edits: readonly Edit[]
}

/** The whole words an edit touches: those it cuts into, and those its letters or its deletion grow together with. */
function touched(base: string, edit: Edit): Span {
  const { from, to, insert } = edit
  const [before, after] = [wordBefore(base, from), wordAfter(base, to)]
  const startsInWord = to > from ? wordAfter(base, from) : after
  const endsInWord = to > from ? wordBefore(base, to) : before
  const growsFirst = before && (startsInWord || wordAfter(insert, 0) || (insert === '' && after))
  const growsLast = after && (endsInWord || wordBefore(insert, insert.length) || (insert === '' && before))
  return { from: growsFirst ? wordStart(base, from) : from, to: growsLast ? wordEnd(base, to) : to }
}

/** What stands at a place of the base after its edits. */
function resultOf(base: string, { from, to, edits }: Touch): string {
  let [result, at] = ['', from]
  for (const edit of edits) {
    result += base.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return result + base.slice(at, to)
}

function touchesOf(base: string, change: ChangeSet, side: Side): Touch[] {
  const touches: Touch[] = []
  for (const edit of editsOf(change)) {
    const { from, to } = touched(base, edit)
    const last = touches.at(-1)
    if (last && from < last.to) {
      touches[touches.length - 1] = { from: last.from, to: Math.max(to, last.to), side, edits: [...last.edits, edit] }
    } else touches.push({ from, to, side, edits: [edit] })
  }
  return touches
}

/** Both people's edits by place; what both did alike is one. */
function together(base: string, stored: readonly Touch[], later: readonly Touch[]): Touch[] {
  const key = (touch: Touch) => `${touch.from} ${touch.to} ${resultOf(base, touch)}`
  const known = new Set(stored.map(key))
  const mine = new Set(later.map(key))
  return [
    ...stored.map(touch => (mine.has(key(touch)) ? { ...touch, side: 'both' as const } : touch)),
    ...later.filter(touch => !known.has(key(touch))),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Edits in runs: within one, each touches the next or has no unchanged word before it. */
function runsOf(base: string, touches: readonly Touch[]): (Span & { readonly touches: readonly Touch[] })[] {
  const runs: { from: number; to: number; touches: Touch[] }[] = []
  for (const touch of touches) {
    const run = runs.at(-1)
    if (run && (touch.from <= run.to || !hasWord(base.slice(run.to, touch.from)))) {
      run.to = Math.max(run.to, touch.to)
      run.touches.push(touch)
    } else runs.push({ from: touch.from, to: touch.to, touches: [touch] })
  }
  return runs
}

/** A span of the text before, with all that came at its edges, in the text after. */
const through = (change: ChangeSet, { from, to }: Span): Span => ({
  from: change.mapPos(from, -1),
  to: change.mapPos(to, 1),
})

/**
 * Brings a later change of `base` into the text of a stored one. What does not touch is merged; the same edit twice is one;
 * edits of the same words, or with no unchanged word between them, are a conflict that shows both (else `stor → stort` and
 * `hus → bil` give *en stort bil*). Merging either way round gives the same text, and the same conflicts with sides changed.
 */
export function merge(base: string, stored: ChangeSet, later: ChangeSet): Merge {
  const [theirs, mine] = [narrow(stored, base), narrow(later, base)]
  const runs = runsOf(base, together(base, touchesOf(base, theirs, 'stored'), touchesOf(base, mine, 'later')))
  const kept: Edit[] = []
  const disputed: Span[] = []
  for (const run of runs) {
    const ofLater = run.touches.filter(touch => touch.side === 'later')
    if (ofLater.length === 0) continue
    if (run.touches.some(touch => touch.side === 'stored')) disputed.push(run)
    else kept.push(...ofLater.flatMap(touch => touch.edits))
  }
  const change = changeOf(kept, base.length).map(theirs, false)
  if (disputed.length === 0) {
    const theirsOnly = runs.flatMap(run =>
      run.touches.filter(touch => touch.side === 'stored').flatMap(touch => touch.edits),
    )
    return { kind: 'merged', change, mirror: changeOf(theirsOnly, base.length).map(mine, true) }
  }
  const conflicts = disputed.map(run => {
    const span = through(theirs, run)
    return { base: { from: run.from, to: run.to }, theirs: span, mine: through(mine, run), at: through(change, span) }
  })
  return { kind: 'conflict', partial: change, conflicts }
}
