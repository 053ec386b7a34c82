import { usualLimits } from '../formats/limits.ts'
import type { Store } from '../store/db/store.ts'
import { createCheckPool } from './findings/check-pool.ts'
import type { Deps } from './deps.ts'
import { createHunkCache } from './revisions/hunk-cache.ts'
import { createReadThread } from './imports/read-thread.ts'

/**
 * What the verbs work with, over an open store: the real clock, room for comparisons, and the default limits where none are given. The
 * threads of the checks are started when the first text is to be checked, those of `reader` when there is a file to read or write; `close()`
 * ends them.
 * @param log is told in English of defects that reading or writing a file has shown
 */
export const createDeps = (
  store: Store,
  limits: Partial<Deps['limits']> & { readonly checkMs?: number } = {},
  log: (line: string) => void = () => undefined,
): Deps => {
  const { checkMs, ...others } = limits
  return {
    store,
    now: () => Date.now(),
    limits: { textBytes: 5_000_000, files: usualLimits, ...others },
    hunks: createHunkCache(),
    reader: createReadThread({ log }),
    checks: createCheckPool(checkMs === undefined ? {} : { limit: checkMs }),
  }
}
