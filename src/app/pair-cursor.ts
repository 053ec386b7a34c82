import { Problem } from '../errors.ts'
import type { PairPlace, PairSort } from '../store/pair-list.ts'

/**
 * What an order goes by: the pairs' own figures, or those of the corrections that match. A filter that many match is answered in the first,
 * one that few match in the second.
 */
export type By = 'pairs' | 'matches'

const numeric: ReadonlySet<PairSort> = new Set(['often', 'latest', 'declined'])

/** A place in an order as it stands in an address: opaque, and bound to the order it was made for. */
export const writePairCursor = (sort: PairSort, by: By, place: PairPlace): string =>
  Buffer.from(JSON.stringify([sort, by, place.value, place.id])).toString('base64url')

/** Null for the cursor of another order, as it stands in an address whose order was changed. Throws field-invalid with `field`. */
export function readPairCursor(sort: PairSort, by: By, cursor: string): PairPlace | null {
  const refused = new Problem('field-invalid', { field: 'after' })
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw refused
  }
  if (!Array.isArray(json) || json.length !== 4) throw refused
  const [ofSort, ofBy, value, id] = json as readonly unknown[]
  if (ofSort !== sort || ofBy !== by) return null
  const fits = numeric.has(sort) ? Number.isSafeInteger(value) : typeof value === 'string'
  if (!fits || typeof id !== 'string' || `${String(value)}${id}`.includes('\0')) throw refused
  return { value: value as string | number, id }
}
