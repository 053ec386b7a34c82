import { Problem } from '../errors.ts'
import type { Place, QueueRow, SortBy } from '../store/queue.ts'
import { sortColumns } from '../store/queue.ts'

const numeric: ReadonlySet<SortBy> = new Set(['words', 'corrected', 'findings', 'flags', 'touched'])

/** A place in an order as it stands in an address: opaque, and bound to the order it was made for. */
export const writeCursor = (sort: SortBy, place: Place): string =>
  Buffer.from(JSON.stringify([sort, place.value, place.id])).toString('base64url')

export const placeOf = (sort: SortBy, row: QueueRow): Place => ({ value: row[sortColumns[sort]], id: row.id })

/** Null for the cursor of another order, as it stands in an address whose order was changed. Throws field-invalid with `field`. */
export function readCursor(sort: SortBy, cursor: string): Place | null {
  const refused = new Problem('field-invalid', { field: 'after' })
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw refused
  }
  if (!Array.isArray(json) || json.length !== 3) throw refused
  const [by, value, id] = json as readonly unknown[]
  if (by !== sort) return null
  const fits = numeric.has(sort) ? Number.isSafeInteger(value) : typeof value === 'string'
  if (!fits || typeof id !== 'string' || `${String(value)}${id}`.includes('\0')) throw refused
  return { value: value as string | number, id }
}
