import type { ChangeDesc, ChangeSet } from '@codemirror/state'

/** A stored revision: its change from the one before it, and what it says of itself. */
export interface Step {
  readonly number: number
  readonly change: ChangeSet
  /** the revision whose text it brings back */
  readonly restores: number | null
  /** the revision whose change it takes back */
  readonly undoes: number | null
}

/**
 * A revision on a path. One that is undone stays in its place, `off`, with the change it would make there: so it can be
 * redone as itself. Paths share what they have in common.
 */
export interface Link {
  readonly number: number
  readonly change: ChangeSet
  readonly off: boolean
  readonly before: Link | null
  /** of the text after it, in UTF-16 code units */
  readonly length: number
}

/** What an undo turned off, or on again. */
interface Toggle {
  readonly number: number
  readonly off: boolean
}

/** The last link of the path to each revision, `null` where that is the machine's text. */
export interface History {
  readonly tips: readonly (Link | null)[]
  readonly toggles: ReadonlyMap<number, Toggle>
  readonly steps: readonly Step[]
}

/** What is to be taken back, and what came later. */
export interface Target {
  /** the end of the path with it taken back, before what came later */
  readonly base: Link | null
  /** the last link before `change` */
  readonly before: Link | null
  readonly change: ChangeSet
  /** whether `change` is to be inverted (undo), or applied (redo) */
  readonly backwards: boolean
  readonly later: readonly Link[]
  readonly toggle: Toggle | null
}

/** Whether two changes of one text touch, be it at an edge. */
export function touch(a: ChangeDesc, b: ChangeDesc): boolean {
  let found = false
  a.iterChangedRanges((from, to) => {
    if (!found && b.touchesRange(from, to)) found = true
  })
  return found
}

const link = (before: Link | null, { number, change }: Pick<Link, 'number' | 'change'>, off = false): Link => ({
  number,
  change,
  off,
  before,
  length: off ? change.length : change.newLength,
})

/** The links after `stop`, in order; undefined where `stop` is not on the path. */
function linksAfter(tip: Link | null, stop: (link: Link | null) => boolean): Link[] | undefined {
  const links: Link[] = []
  let at = tip
  for (; !stop(at); at = at.before) {
    if (at === null) return undefined
    links.push(at)
  }
  return links.reverse()
}

/** Revision `number` found on the path as a link of its own, to be turned off or on. */
function toggleTarget(tip: Link | null, { number, off }: Toggle): Target | undefined {
  const later = linksAfter(tip, at => at?.number === number)
  const found = later?.[0] ? later[0].before : tip
  if (later === undefined || found === null || found.off === off) return undefined
  const base = link(found.before, found, off)
  return { base, before: found.before, change: found.change, backwards: off, later, toggle: { number, off } }
}

/** A restore or an undo that the path still stands on: back to the path before it. */
function jumpTarget({ tips, steps }: History, tip: Link | null, number: number): Target | undefined {
  const [reached, before, step] = [tips[number] ?? null, tips[number - 1] ?? null, steps[number - 1]]
  const later = linksAfter(tip, at => at === reached)
  if (step === undefined || later?.some(each => each.number <= number) !== false) return undefined
  return { base: before, before, change: step.change, backwards: true, later, toggle: null }
}

/** What taking back revision `number` means on the path that ends in `tip`; undefined where it is not on it any more. */
export function targetOf(history: History, tip: Link | null, number: number): Target | undefined {
  const step = history.steps[number - 1]
  const done = history.toggles.get(number)
  if (done) return toggleTarget(tip, { ...done, off: !done.off }) ?? jumpTarget(history, tip, number)
  const itself = step?.restores === null && step.undoes === null
  return itself ? toggleTarget(tip, { number, off: true }) : jumpTarget(history, tip, number)
}

/** The later links over what was taken back; undefined where one of them touches it. */
function rebase({ base, change, backwards, later }: Target): Link | null | undefined {
  let tip = base
  let difference: ChangeDesc = backwards ? change.invertedDesc : change.desc
  for (const each of later) {
    const touches = touch(difference, each.change)
    // what is undone itself and can't be carried over is forgotten: it can't be redone then, nothing else is lost
    if (touches && each.off) continue
    if (touches) return undefined
    tip = link(tip, { number: each.number, change: each.change.map(difference) }, each.off)
    if (!each.off) difference = difference.mapDesc(each.change)
  }
  return tip
}

/** Every flag of a translation asks for the same history. */
const histories = new WeakMap<readonly Step[], History>()

/**
 * The path to every revision. A revision goes on from the one before it; a restore of m goes back to the path of m; an undo
 * of k goes back to where k was made, leaves it out, and carries the later ones over. Where a later one touched the same
 * words, or k is not on the path, the undo is a change like any other.
 * @param steps revisions 1, 2, 3 … without a gap
 */
export function follow(steps: readonly Step[]): History {
  const known = histories.get(steps)
  if (known?.tips.length === steps.length + 1) return known
  const tips: (Link | null)[] = [null]
  const toggles = new Map<number, Toggle>()
  const history = { tips, toggles, steps }
  const length0 = steps[0]?.change.length ?? 0
  for (const [index, step] of steps.entries()) {
    if (step.number !== index + 1)
      throw new RangeError(`Revision ${step.number} stands where ${index + 1} was expected`)
    const tip = tips[index] ?? null
    // a text of another length would be another text: then what the revision says of itself is not so
    const fits = (found: Link | null) => (found?.length ?? length0) === step.change.newLength
    if (step.restores !== null && step.restores < step.number) {
      const restored = tips[step.restores] ?? null
      tips.push(fits(restored) ? restored : link(tip, step))
      continue
    }
    const target = step.undoes === null || step.undoes >= step.number ? undefined : targetOf(history, tip, step.undoes)
    const undone = target && rebase(target)
    if (target && undone !== undefined && fits(undone)) {
      tips.push(undone)
      if (target.toggle) toggles.set(step.number, target.toggle)
    } else tips.push(link(tip, step))
  }
  histories.set(steps, history)
  return history
}

/** The links of a path that count, from its start. */
export function changesTo(tip: Link | null): Link[] {
  const links: Link[] = []
  for (let at = tip; at !== null; at = at.before) if (!at.off) links.push(at)
  return links.reverse()
}
