/** Which run words belong to, and which one takes what is put in. */
import { isSeen, type Accepts } from '../change.ts'
import type { By, LineEdit } from './line-edits.ts'
import type { Paragraph, Run } from '../paragraph.ts'

/** Words of a paragraph: where they stand in its text, and in which run. */
export interface Words {
  readonly run: Run
  readonly from: number
  readonly to: number
}

export const wordsOf = ({ runs }: Paragraph, accepts: Accepts): Words[] => {
  const words: Words[] = []
  let at = 0
  for (const run of runs)
    for (const { text, changes } of run.atoms) {
      if (text === '' || !isSeen(changes, accepts)) continue
      words.push({ run, from: at, to: at + text.length })
      at += text.length
    }
  return words
}

/** Something put in at a place of a run. */
export interface Insertion {
  readonly run: Run
  readonly at: number
  /** behind the character before it, else before the one after it: what has no text may stand between them */
  readonly after: boolean
  readonly text: string
  /** XML that is no text of the run */
  readonly raw?: string
  /** properties other than those of the run */
  readonly properties?: string
  readonly by: By
}

const isLetter = (text: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(text)

/** How much sets a run apart from plain words. */
const weight = ({ containers, properties }: Run): number =>
  containers.length * 1000 + (properties ? properties.to - properties.from : 0)

/** A place for what is put in: in a run. */
export type Host = Pick<Insertion, 'run' | 'at' | 'after'>

/**
 * Where what is put in may stand, the likeliest first: in the run of most of the words that it replaces; else in that of the word it makes
 * longer; else in the plainer one.
 */
export function hostsOf(words: readonly Words[], text: string, edit: LineEdit): readonly Host[] {
  const before = words.findLast(({ from }) => from < edit.from)
  const after = words.find(({ to }) => to > edit.from)
  const asBefore = before && { run: before.run, at: edit.from, after: true }
  const next = edit.to > edit.from ? words.find(({ from }) => from === edit.to) : after
  const asAfter = next && { run: next.run, at: edit.to, after: false }
  const beside = [asBefore, asAfter].filter(host => host !== undefined)
  if (edit.to > edit.from) {
    const replaced = words.filter(({ from, to }) => from < edit.to && to > edit.from)
    const seen = (part: Words): number =>
      text.slice(Math.max(part.from, edit.from), Math.min(part.to, edit.to)).replace(/\s/gu, '').length
    const sums = new Map<Run, number>()
    for (const part of replaced) sums.set(part.run, (sums.get(part.run) ?? 0) + seen(part))
    const most = replaced.toSorted((a, b) => (sums.get(b.run) ?? 0) - (sums.get(a.run) ?? 0))
    return [...most.map(({ run, from }) => ({ run, at: Math.max(from, edit.from), after: false })), ...beside]
  }
  if (!before || !after || before.run === after.run) return beside
  const grows = isLetter(text.charAt(edit.from - 1)) && isLetter(edit.insert.charAt(0))
  const precedes = isLetter(text.charAt(edit.from)) && isLetter(edit.insert.slice(-1))
  return grows || (!precedes && weight(before.run) <= weight(after.run)) ? beside : beside.toReversed()
}
