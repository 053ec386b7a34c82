import type { FlagView } from '../../wire/flag.ts'
import { changeFlag, type FlagDeed } from './change-flag.ts'
import type { Deps } from '../deps.ts'

/** Takes a flag back that was set by mistake: it is listed no more, its story stays. @throws Problem as `changeFlag` */
export const withdrawFlag = (deps: Deps, deed: FlagDeed): Promise<FlagView> =>
  changeFlag(deps, deed, 'withdraw', (flag, _head, at) =>
    flag.withdrawn_at === null ? { values: { withdrawn_at: at }, detail: {} } : null,
  )
