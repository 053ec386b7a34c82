/** A tiny notation for tests: `one [two/twi] three` is a change, `one <two> three` a span, `one <>three` a point. */
import type { ChangeSet } from '@codemirror/state'
import { changeOf } from '../../src/text/change/edits.ts'
import type { Origin } from '../../src/text/blame.ts'
import type { Anchor, Place } from '../../src/text/place.ts'
import type { Step } from '../../src/text/path.ts'

export interface Written {
  readonly before: string
  readonly after: string
  readonly change: ChangeSet
}

/** `one [two/twi] three`, `one[/, two]`, `[one /]two` */
export function written(notation: string): Written {
  const edits: { from: number; to: number; insert: string }[] = []
  let [before, after, at] = ['', '', 0]
  for (const match of notation.matchAll(/\[([^\]/]*)\/([^\]]*)\]/g)) {
    const [whole, removed = '', insert = ''] = match
    const kept = notation.slice(at, match.index)
    const from = before.length + kept.length
    edits.push({ from, to: from + removed.length, insert })
    before += kept + removed
    after += kept + insert
    at = match.index + whole.length
  }
  const rest = notation.slice(at)
  return { before: before + rest, after: after + rest, change: changeOf(edits, before.length + rest.length) }
}

export const change = (notation: string): ChangeSet => written(notation).change

/** A change as notation. */
export function shown(text: string, changed: ChangeSet): string {
  let [result, at] = ['', 0]
  changed.iterChanges((from, to, _fromB, _toB, inserted) => {
    result += `${text.slice(at, from)}[${text.slice(from, to)}/${inserted.toString()}]`
    at = to
  })
  return result + text.slice(at)
}

/** `en <stor> hus`, flagged in a revision */
export function flagged(notation: string, revision = 0): Anchor & { readonly text: string } {
  const [before = '', words = '', after = ''] = notation.split(/[<>]/)
  return { revision, from: before.length, to: before.length + words.length, words, text: before + words + after }
}

/** `open: en <stor> hus`, `fixed by 2: ett <stort> hus`, `orphaned by 2: ett |hus` */
export function placed(text: string, place: Place): string {
  if (place.state === 'orphaned') return `orphaned by ${place.by}: ${text.slice(0, place.at)}|${text.slice(place.at)}`
  const { from, to } = place
  const where = `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`
  return place.state === 'open' ? `open: ${where}` : `fixed by ${place.by}: ${where}`
}

/** `0:en |2:stort|0: hus` */
export const signed = (text: string, origins: readonly Origin[]): string =>
  origins.map(({ from, to, revision }) => `${revision}:${text.slice(from, to)}`).join('|')

/** Revisions 1, 2, 3 … of changes that follow one another; the text of each, from 0 on. */
export function life(
  ...notations: readonly (string | { readonly restores?: number; readonly undoes?: number; readonly is: string })[]
): {
  readonly steps: Step[]
  readonly texts: string[]
} {
  const steps: Step[] = []
  const texts: string[] = []
  for (const notation of notations) {
    const { is, restores = null, undoes = null } = typeof notation === 'string' ? { is: notation } : notation
    const { before, after, change: made } = written(is)
    if (texts.length === 0) texts.push(before)
    if (texts.at(-1) !== before)
      throw new Error(`Revision ${texts.length} changes "${before}", but there stands "${texts.at(-1)}"`)
    steps.push({ number: texts.length, change: made, restores, undoes })
    texts.push(after)
  }
  return { steps, texts }
}
