import { Problem } from '../errors.ts'

/** A row's place in an order: the value of what is sorted by, and the id that decides between equals. */
export interface CursorPlace {
  readonly value: string | number
  readonly id: string
}

/** A place in an order as it stands in an address: opaque, and bound to the order that it was made for. @param order its name, in parts */
export const writeCursor = (order: readonly string[], { value, id }: CursorPlace): string =>
  Buffer.from(JSON.stringify([...order, value, id])).toString('base64url')

/**
 * Null for the cursor of another order, as it stands in an address whose order was changed.
 * @param numeric whether the order goes by a number
 * @throws Problem field-invalid with `field`
 */
export function readCursor(order: readonly string[], numeric: boolean, cursor: string): CursorPlace | null {
  const refused = new Problem('field-invalid', { field: 'after' })
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw refused
  }
  if (!Array.isArray(json) || json.length !== order.length + 2) throw refused
  const parts = json as readonly unknown[]
  const [value, id] = parts.slice(order.length)
  if (order.some((part, i) => parts[i] !== part)) return null
  const fits = numeric ? Number.isSafeInteger(value) : typeof value === 'string'
  if (!fits || typeof id !== 'string' || `${String(value)}${id}`.includes('\0')) throw refused
  return { value: value as string | number, id }
}
