import { ChangeSet, Text } from '@codemirror/state'

/** One replaced range: offsets of the text before, in UTF-16 code units, and what stands there afterwards. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** A change as JSON: how much is kept, or `[how much goes, ...lines that come]`, by turns. */
export type ChangeJson = readonly (number | readonly [number, ...string[]])[]

/** The replaced ranges of a change, in order; what touches is one. */
export function editsOf(change: ChangeSet): Edit[] {
  const edits: Edit[] = []
  change.iterChanges((from, to, _fromB, _toB, inserted) => edits.push({ from, to, insert: inserted.toString() }))
  return edits
}

/** Sorted, disjoint edits: the empty ones gone, and those that touch as one. */
export const joined = (edits: readonly Edit[]): Edit[] => {
  const result: Edit[] = []
  for (const edit of edits) {
    const last = result.at(-1)
    if (edit.from === edit.to && edit.insert === '') continue
    if (last?.to === edit.from) {
      result[result.length - 1] = { from: last.from, to: edit.to, insert: last.insert + edit.insert }
    } else result.push(edit)
  }
  return result
}

/** The change of sorted, disjoint edits of a text of `length`. Only `\n` ends a line; U+2028 is a character like others. */
export const changeOf = (edits: readonly Edit[], length: number): ChangeSet =>
  ChangeSet.of(
    joined(edits).map(({ from, to, insert }) => ({
      from,
      to,
      insert: insert ? Text.of(insert.split('\n')) : Text.empty,
    })),
    length,
  )

/** What a change is in the database and on the wire: adjoining ranges as one, none of length 0. */
export function changeJson(change: ChangeSet): ChangeJson {
  const json: (number | [number, ...string[]])[] = []
  let at = 0
  for (const { from, to, insert } of joined(editsOf(change))) {
    if (from > at) json.push(from - at)
    json.push(insert === '' ? [to - from] : [to - from, ...insert.split('\n')])
    at = to
  }
  if (change.length > at) json.push(change.length - at)
  return json
}

/** The one way a change is written: two that do the same to the same ranges are the same text. */
export const canonical = (change: ChangeSet): string => JSON.stringify(changeJson(change))

/** A change from our own database, unchecked; from anywhere else through `parseChange`. */
export const readChange = (json: string): ChangeSet => ChangeSet.fromJSON(JSON.parse(json))

/** @throws RangeError where the change is of a text of another length */
export function applyChange(text: string, change: ChangeSet): string {
  if (change.length !== text.length) {
    throw new RangeError(`A change of a text of ${change.length} cannot be applied to one of ${text.length}`)
  }
  let result = ''
  let at = 0
  change.iterChanges((from, to, _fromB, _toB, inserted) => {
    result += text.slice(at, from) + inserted.toString()
    at = to
  })
  return result + text.slice(at)
}

/**
 * Changes that follow one another as one, composed pair by pair: small ones stay small until the end (10,000 one by one
 * take seconds, as a balanced tree milliseconds).
 * @param length of the text the first one applies to
 */
export function composeAll(changes: readonly ChangeSet[], length: number): ChangeSet {
  if (changes.length === 0) return ChangeSet.empty(length)
  let level = changes
  while (level.length > 1) {
    const next: ChangeSet[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [first, second] = [level[at] as ChangeSet, level[at + 1]]
      next.push(second ? first.compose(second) : first)
    }
    level = next
  }
  return level[0] as ChangeSet
}
