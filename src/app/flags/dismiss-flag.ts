import { Problem } from '../../errors.ts'
import { enterText } from '../../text/entry.ts'
import type { FlagView } from '../../wire/flag.ts'
import { changeFlag, notWithdrawn, type FlagDeed } from './change-flag.ts'
import type { Deps } from '../deps.ts'

const longestReason = 5000

/**
 * Says that a flag is none, and why; the flag stays, dismissed.
 * @throws Problem field-invalid (no reason), text-has-nul, text-has-lone-surrogate, as `changeFlag`
 */
export async function dismissFlag(deps: Deps, deed: FlagDeed & { readonly reason: string }): Promise<FlagView> {
  const reason = enterText(deed.reason).trim()
  return changeFlag(deps, deed, 'dismiss', (flag, _head, at) => {
    if (reason === '' || reason.length > longestReason) throw new Problem('field-invalid', { field: 'reason' })
    if (notWithdrawn(flag).dismissed_at !== null && flag.dismissed_reason === reason) return null
    return { values: { dismissed_at: at, dismissed_reason: reason }, detail: { reason } }
  })
}
