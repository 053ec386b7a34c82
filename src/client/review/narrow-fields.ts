import type { ChangeSet } from '@codemirror/state'
import type { FindingView } from '../../wire/finding.ts'

/** A finding by its place in one of the form's fields. */
export interface FieldFinding {
  readonly finding: FindingView
  readonly from: number
  readonly to: number
}

/** Where a finding's words stand in a field that has been typed in since: at their place, or the only time they do; else nowhere. */
export const placeNow = (value: string, { finding, from, to }: FieldFinding): number | null => {
  const words = finding.text
  if (value.slice(from, to) === words) return from
  const at = words === '' ? -1 : value.indexOf(words)
  return at >= 0 && value.indexOf(words, at + 1) < 0 ? at : null
}

/**
 * The findings of a text by the fields they stand in, in offsets of these. One that reaches over several paragraphs has no field.
 * @param fields names, which tell places in the revision, and what they hold @param change makes `text` of the revision
 */
export const findingsByField = (
  findings: readonly FindingView[],
  text: string,
  change: ChangeSet,
  fields: readonly (readonly [name: string, value: string])[],
): ReadonlyMap<string, readonly FieldFinding[]> => {
  const found = new Map<string, readonly FieldFinding[]>()
  for (const [name, value] of fields) {
    const [, from, to] = /^p(\d+)-(\d+)$/.exec(name) ?? []
    if (from === undefined || to === undefined || Number(to) > change.length) continue
    const start = change.mapPos(Number(from), -1)
    if (text.slice(start, start + value.length) !== value) continue
    const own = findings.filter(finding => start <= finding.from && finding.to <= start + value.length)
    if (own.length > 0)
      found.set(
        name,
        own.map(finding => ({ finding, from: finding.from - start, to: finding.to - start })),
      )
  }
  return found
}
