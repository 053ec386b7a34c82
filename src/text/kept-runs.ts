/** What was left as it was between two texts. */
import type { Hunk } from './diff/index.ts'
import type { Span } from './span.ts'

/** A range of a that stands in b too, `by` further on; both its ends belong to it, and it may be a point between two hunks. */
export interface KeptRun extends Span {
  readonly by: number
}

/** What lies between the hunks of two ranges, before the first and after the last. @param hunks those within both ranges, sorted */
export function keptRuns({ a, b }: { readonly a: Span; readonly b: Span }, hunks: readonly Hunk[]): KeptRun[] {
  const runs: KeptRun[] = []
  let [from, by] = [a.from, b.from - a.from]
  for (const { fromA, toA, toB } of hunks) {
    runs.push({ from, to: fromA, by })
    from = toA
    by = toB - toA
  }
  runs.push({ from, to: Math.min(a.to, b.to - by), by })
  return runs
}
