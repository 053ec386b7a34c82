import { Problem } from '../../errors.ts'
import type { ChangeSet } from '@codemirror/state'
import { enterText } from '../entry.ts'
import { splitsPair } from '../span.ts'
import { changeOf, joined, type Edit } from './edits.ts'

const malformed = (part: number): Problem => new Problem('change-malformed', { part })
const misfit = (at: number, length: number): Problem => new Problem('change-misfit', { at, length })

const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** The lines of a part, as one text; each must be one line without a CR. */
function insertion(lines: readonly unknown[], part: number): string {
  for (const line of lines) {
    if (typeof line !== 'string' || /[\n\r]/.test(line)) throw malformed(part)
  }
  return lines.join('\n')
}

function readParts(json: unknown): { edits: Edit[]; length: number } {
  if (!Array.isArray(json)) throw malformed(0)
  const edits: Edit[] = []
  let at = 0
  for (const [index, part] of (json as unknown[]).entries()) {
    const [length, ...lines] = Array.isArray(part) ? (part as unknown[]) : [part]
    if (!isLength(length)) throw malformed(index)
    if (Array.isArray(part)) edits.push({ from: at, to: at + length, insert: insertion(lines, index) })
    at += length
  }
  return { edits, length: at }
}

/**
 * An editor that compares by code unit replaces only the second half of a pair when one emoji becomes another. Such a range
 * grows to the whole pair, on both sides of the change.
 */
function toWholePairs(edit: Edit, parent: string): Edit {
  const [before, after] = [splitsPair(parent, edit.from), splitsPair(parent, edit.to)]
  if (!before && !after) return edit
  const from = before ? edit.from - 1 : edit.from
  const to = after ? edit.to + 1 : edit.to
  return { from, to, insert: parent.slice(from, edit.from) + edit.insert + parent.slice(edit.to, to) }
}

/**
 * A change as it came from outside, checked against the text it is to change: `ChangeSet.fromJSON` takes negative lengths and
 * NaN, and splits surrogate pairs.
 * @throws Problem change-malformed (not the form, with `part`), change-misfit (another text's), text-has-nul,
 *   text-has-lone-surrogate
 */
export function parseChange(json: unknown, parent: string): ChangeSet {
  const { edits, length } = readParts(json)
  if (length !== parent.length) throw misfit(length, parent.length)
  const whole = joined(edits).map(edit => toWholePairs(edit, parent))
  for (const { insert } of whole) enterText(insert)
  return changeOf(whole, parent.length)
}
