import { Problem } from '../../errors.ts'
import { flagById, updateFlag, type Flag } from '../../store/flags.ts'
import type { Head } from '../../store/heads.ts'
import type { Row, Tx } from '../../store/schema.ts'
import type { FlagView } from '../../wire/flag.ts'
import type { Deps, Person } from '../deps.ts'
import { findHead, needPerson } from '../find-head.ts'
import { flagView } from './flag-views.ts'
import { onSteadyHead } from '../on-steady-head.ts'
import { sumUpFlags } from '../queue/sum-up.ts'
import { recordFlag, type FlagEventKind } from './write-flag.ts'

/** Who does something to which flag. */
export interface FlagDeed {
  readonly person: Person | null
  readonly flagId: string
  /** the version the person saw, where it is known: if another has changed the flag since, nothing is done */
  readonly version?: number | undefined
}

/** What becomes of the flag, and what is remembered of it; null where it is so already. */
export type FlagChange = {
  readonly values: Partial<Omit<Row<'flag'>, 'id' | 'translation_id' | 'version'>>
  readonly detail: unknown
} | null

/**
 * The one path by which a flag changes: on the head as it stands, at the version that was seen, with what happened recorded.
 * @throws Problem name-missing, flag-unknown, flag-misfit (another has changed it meanwhile)
 */
export async function changeFlag(
  deps: Deps,
  deed: FlagDeed,
  kind: FlagEventKind,
  decide: (flag: Flag, head: Head, at: number) => FlagChange | Promise<FlagChange>,
): Promise<FlagView> {
  const person = needPerson(deed.person)
  return onSteadyHead<FlagView>(deps, async () => {
    const flag = await flagById(deps.store.db, deed.flagId)
    if (flag === undefined) throw new Problem('flag-unknown')
    const head = await findHead(deps.store.db, { translationId: flag.translation_id })
    const at = deps.now()
    const change = await decide(flag, head, at)
    if (change === null) return { known: flagView(flag, head.head_text) }
    if (deed.version !== undefined && deed.version !== flag.version) throw new Problem('flag-misfit')
    const write = async (tx: Tx): Promise<FlagView | null> => {
      if (!(await updateFlag(tx, flag.id, flag.version, { ...change.values, updated_at: at }))) return null
      await recordFlag(tx, flag, { kind, person, at, detail: change.detail })
      await sumUpFlags(tx, deps, { head, person, at })
      const changed = await flagById(tx, flag.id)
      return changed ? flagView(changed, head.head_text) : null
    }
    return { head, write }
  })
}

/** A flag that was withdrawn is gone, for all but who brings it back. @throws Problem flag-unknown */
export const notWithdrawn = (flag: Flag): Flag => {
  if (flag.withdrawn_at !== null) throw new Problem('flag-unknown')
  return flag
}
