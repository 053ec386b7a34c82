import type { Flag } from '../../store/flags.ts'
import type { FlagEdit, FlagView } from '../../wire/flag.ts'
import { changeFlag, notWithdrawn, type FlagChange, type FlagDeed } from './change-flag.ts'
import type { Deps } from '../deps.ts'

/** What an edit makes of a flag; null where it says so already. */
export const edited = (flag: Flag, edit: Omit<FlagEdit, 'version'>): FlagChange => {
  const { category, severity, comment, suggestion } = flag
  const before = { category, severity, comment, suggestion }
  const after = { category: edit.category, severity: edit.severity, comment: edit.comment, suggestion: edit.suggestion }
  const same = category === after.category && severity === after.severity && comment === after.comment
  return same && suggestion === after.suggestion ? null : { values: after, detail: { before, after } }
}

/** Changes a flag's category, severity, comment and suggestion; its words stay. @throws Problem as `changeFlag` */
export const editFlag = (deps: Deps, deed: Omit<FlagDeed, 'version'>, edit: FlagEdit): Promise<FlagView> =>
  changeFlag(deps, { ...deed, version: edit.version }, 'edit', flag => edited(notWithdrawn(flag), edit))
