import type { Store } from '../store/db/store.ts'
import type { Deps } from './deps.ts'
import { createHunkCache } from './hunk-cache.ts'

/** What the verbs work with, over an open store: the real clock, room for comparisons, and the default limits where none are given. */
export const createDeps = (store: Store, limits: Partial<Deps['limits']> = {}): Deps => ({
  store,
  now: () => Date.now(),
  limits: { textBytes: 5_000_000, ...limits },
  hunks: createHunkCache(),
})
