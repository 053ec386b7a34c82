import type { FindingView } from '../../wire/finding.ts'
import type { FieldReason } from '../../wire/save.ts'

/** A fix that was taken into a field, and where in it. */
export interface Taken {
  readonly field: string
  readonly at: number
  readonly fix: string
  readonly finding: FindingView
}

/** Where a fix stands in its field now: nearest to where it was put; null where it is gone. */
function placeOf(value: string, { at, fix }: Taken): number | null {
  let best: number | null = null
  for (let i = value.indexOf(fix); i >= 0; i = value.indexOf(fix, i + 1))
    if (best === null || Math.abs(i - at) < Math.abs(best - at)) best = i
  return best
}

/**
 * What the form's save is told of why its words read as they do: of the fixes that still stand in their fields.
 * @param value what a field holds; undefined where it is not there
 */
export const fieldReasons = (
  taken: readonly Taken[],
  value: (field: string) => string | undefined,
): readonly FieldReason[] =>
  taken.flatMap(one => {
    const { field, fix, finding } = one
    const place = fix === '' ? null : placeOf(value(field) ?? '', one)
    if (place === null) return []
    const { check, category, severity, about } = finding
    const reason = { field, from: place, to: place + fix.length, check, category, severity }
    return [about === undefined ? reason : { ...reason, about }]
  })
