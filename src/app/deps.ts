import type { Limits } from '../formats/limits.ts'
import type { Store } from '../store/db/store.ts'
import type { CheckPool } from './findings/check-pool.ts'
import type { HunkCache } from './revisions/hunk-cache.ts'
import type { ReadThread } from './imports/read-thread.ts'

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
  readonly reader: ReadThread
}

export interface Person {
  readonly id: string
  readonly name: string
}
