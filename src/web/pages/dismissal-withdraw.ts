import { withdrawDismissal } from '../../app/findings/withdraw-dismissal.ts'
import { Problem } from '../../errors.ts'
import { checkAddress, safeReturn } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Page } from '../page.ts'

/** The finding stands open again. */
export const dismissalWithdraw: Page = async ask => {
  const dismissalId = ask.params['id'] ?? ''
  if (!/^[0-9a-z]{16}$/.test(dismissalId)) throw new Problem('dismissal-unknown')
  const withdrawn = await withdrawDismissal(ask.deps, { person: await writer(ask), dismissalId })
  const back = field(ask, 'back')
  return {
    kind: 'go',
    to: back === '' ? checkAddress(withdrawn.check) : safeReturn(back),
    notice: ['dismissalWithdrawn'],
    data: withdrawn,
  }
}
