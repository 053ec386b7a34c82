import type { FlagView } from '../../wire/flag.ts'
import { changeFlag, type FlagDeed } from './change-flag.ts'
import type { Deps } from '../deps.ts'
import { anchorOf, placeAlong } from './place-flags.ts'

/** Takes back a dismissal or a withdrawal: the flag stands again as the text has it. @throws Problem as `changeFlag` */
export const reopenFlag = (deps: Deps, deed: FlagDeed): Promise<FlagView> =>
  changeFlag(deps, deed, 'reopen', async (flag, head) => {
    if (flag.dismissed_at === null && flag.withdrawn_at === null) return null
    // While it was withdrawn, its place was not followed.
    const place = await placeAlong(deps, head.id, anchorOf(flag), head.head_number)
    return {
      values: { dismissed_at: null, dismissed_reason: '', withdrawn_at: null, place: JSON.stringify(place) },
      detail: { reason: flag.dismissed_reason, withdrawn: flag.withdrawn_at !== null },
    }
  })
