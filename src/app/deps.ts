import type { Limits } from '../formats/limits.ts'
import type { Store } from '../store/db/store.ts'
import type { CheckPool } from './check-pool.ts'
import type { HunkCache } from './hunk-cache.ts'

/** What the verbs work with. */
export interface Deps {
  readonly store: Store
  /** epoch ms */
  readonly now: () => number
  readonly limits: {
    /** largest text, in bytes of UTF-8 */
    readonly textBytes: number
    readonly files: Limits
  }
  readonly hunks: HunkCache
  readonly checks: CheckPool
}

export interface Person {
  readonly id: string
  readonly name: string
}
