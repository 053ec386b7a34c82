import { severities } from '../../mqm/annotation.ts'
import type { Marked } from './pairing.ts'

/** For each place of a text the number of the gravest annotation of it, from 1; 0 where there is none. Of as grave ones the last. */
export function gravestAt(marked: readonly Marked[], length: number): Uint32Array {
  const numbers = new Uint32Array(length)
  const gravestLast = marked.map((one, i) => ({ one, i })).toSorted((a, b) => severities.indexOf(a.one.severity) - severities.indexOf(b.one.severity)) // prettier-ignore
  for (const { one, i } of gravestLast) numbers.fill(i + 1, one.from, one.to)
  return numbers
}
