import type { CheckPool } from './check-pool.ts'

const lanes = new WeakMap<CheckPool, Map<string, symbol>>()

/**
 * Whether nothing newer has been asked under one name, by the order of the asking: what is read first for the one may take longer than for
 * the next.
 */
export interface Asking {
  readonly isNewest: () => boolean
  readonly end: () => void
}

const always: Asking = { isNewest: () => true, end: () => undefined }

/** Begins to ask under a name; without one all that is asked is wanted. */
export function beginAsking(checks: CheckPool, lane: string | undefined): Asking {
  if (lane === undefined) return always
  const newest = lanes.get(checks) ?? new Map<string, symbol>()
  lanes.set(checks, newest)
  const own = Symbol(lane)
  newest.set(lane, own)
  const isNewest = (): boolean => newest.get(lane) === own
  return { isNewest, end: () => void (isNewest() && newest.delete(lane)) }
}
