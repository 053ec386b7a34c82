/** The source of a file with pieces of it replaced, and all else as it was. */
import type { Edit } from '../../text/change.ts'

/** Offsets of the source, in UTF-16 code units. */
export type SourceEdit = Edit

/** The source with some ranges replaced; of insertions at one place the first given comes first. */
export function patchSource(source: string, edits: readonly SourceEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, insert } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new RangeError(`An edit at ${from} overlaps one that ends at ${at}`)
    parts.push(source.slice(at, from), insert)
    at = to
  }
  parts.push(source.slice(at))
  return parts.join('')
}
