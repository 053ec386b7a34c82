import { Text, type ChangeSet } from '@codemirror/state'
import type { Change } from './blame.ts'
import { applyChange, composeAll, narrow } from './change.ts'
import { merge, type Conflict } from './merge.ts'
import { changesTo, follow, targetOf, touch, type Link, type Step } from './path/history.ts'

export type { Step } from './path/history.ts'

/**
 * The changes that make revision n of the machine's text, as they would stand had nothing been restored or undone: what was
 * taken back is not among them, and what came back is again its first author's. Applied one after another they give the text of n.
 * @param steps revisions 1, 2, 3 … without a gap, at least up to n
 */
export const pathTo = (steps: readonly Step[], n: number): Change[] => {
  if (n > steps.length) throw new RangeError(`There are ${steps.length} revisions, not ${n}`)
  return changesTo(follow(steps).tips[n] ?? null)
}

export type Undo =
  | { readonly kind: 'undone'; readonly change: ChangeSet }
  | {
      readonly kind: 'conflict'
      readonly partial: ChangeSet
      readonly conflicts: readonly Conflict[]
      /** what `base` and `mine` of the conflicts are spans of: the text with k, and without it */
      readonly texts: { readonly base: string; readonly mine: string }
    }

/** What is to be undone: a change of `text`, and the changes that came after. */
interface Removal {
  readonly text: string
  readonly inverse: ChangeSet
  readonly later: readonly ChangeSet[]
}

const textAt = (mt: string, tip: Link | null): string =>
  applyChange(
    mt,
    composeAll(
      changesTo(tip).map(link => link.change),
      mt.length,
    ),
  )

const invert = (change: ChangeSet, text: string): ChangeSet => change.invert(Text.of(text.split('\n')))

function removalOf(mt: string, steps: readonly Step[], k: number): Removal {
  const history = follow(steps)
  const target = targetOf(history, history.tips[steps.length] ?? null, k)
  if (target === undefined) {
    const [step, before] = [steps[k - 1] as Step, textAt(mt, history.tips[k - 1] ?? null)]
    const later = steps.slice(k).map(each => each.change)
    return { text: applyChange(before, step.change), inverse: invert(step.change, before), later }
  }
  const before = textAt(mt, target.before)
  const later = target.later.filter(link => !link.off).map(link => link.change)
  if (!target.backwards) return { text: before, inverse: target.change, later }
  return { text: applyChange(before, target.change), inverse: invert(target.change, before), later }
}

/**
 * Takes back revision k of a translation: its change inverted and mapped over the later ones, as a change of the head.
 * Where later ones touched the same words, a conflict, with what of it can be undone (`partial`). Undoing an undo is redoing. A
 * change that undoes nothing any more is empty.
 *
 * Store it with `undoes: k` only as it comes from here: what a person combined out of a conflict is a revision of its own.
 * @param steps all revisions up to the head, from 1 without a gap
 * @param mt text of revision 0
 */
export function undoStep(steps: readonly Step[], k: number, mt: string): Undo {
  if (k < 1 || k > steps.length) throw new RangeError(`There is no revision ${k} to undo among ${steps.length}`)
  const { text, inverse, later } = removalOf(mt, steps, k)
  const composed = composeAll(later, text.length)
  const head = applyChange(text, composed)
  const merged = merge(text, composed, inverse)
  if (merged.kind === 'conflict') return { ...merged, texts: { base: text, mine: applyChange(text, inverse) } }
  let change = inverse
  for (const each of later) {
    // touched and put back since: only the merge knows that
    if (touch(change, each)) return { kind: 'undone', change: narrow(merged.change, head) }
    change = change.map(each)
  }
  return { kind: 'undone', change: narrow(change, head) }
}
