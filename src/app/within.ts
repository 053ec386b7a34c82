import type { Tx } from '../store/schema.ts'
import type { Deps } from './deps.ts'

/** The verbs within one transaction; their clock shows `at`, epoch ms. */
export type At = (at: number) => Deps

/**
 * The verbs as they are, within one transaction: what they begin is part of it. So what comes in comes in whole or not at all, and by the
 * same path as the work of a person at a desk.
 */
export const within = (deps: Deps, tx: Tx): At => {
  const store: Deps['store'] = { ...deps.store, db: tx, transaction: work => work(tx), snapshot: work => work(tx) }
  return at => ({ ...deps, store, now: () => at })
}
