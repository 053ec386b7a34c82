import { Problem } from '../errors.ts'
import { isUniqueViolation } from '../store/db/errors.ts'
import { holdHead, type BareHead } from '../store/heads.ts'
import type { Tx } from '../store/schema.ts'
import type { Deps } from './deps.ts'

/** What is to be written on a head as it was read, null where something else was faster; or what there is already. */
export type Plan<T> =
  | {
      readonly head: Pick<BareHead, 'id' | 'head_number'>
      /** runs behind the head's lock, and may be run again */
      readonly write: (tx: Tx) => Promise<T | null>
    }
  | { readonly known: T }

const mostTries = 20

/**
 * Plans on a head without holding it, and writes where it still stands; else plans anew. So nobody waits while places are looked for.
 * What was sent twice at once, under one id, is found by the second.
 * @throws Problem flag-misfit where others were faster again and again; what `plan` throws
 */
export async function onSteadyHead<T>(deps: Deps, plan: () => Promise<Plan<T>>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const planned = await plan()
    if ('known' in planned) return planned.known
    const { head, write } = planned
    try {
      const done = await deps.store.transaction(async tx =>
        (await holdHead(tx, head.id, head.head_number)) ? write(tx) : null,
      )
      if (done !== null) return done
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Problem('flag-misfit')
}
