import { decideProposal } from '../../app/terms/propose-terms.ts'
import { Problem } from '../../errors.ts'
import { safeReturn } from '../address.ts'
import { field, oneOf, writer } from '../form.ts'
import type { Page } from '../page.ts'

/** Takes what the memory proposes in as a term, or declines it, in one press. */
export const termPropose: Page = async ask => {
  const pairId = field(ask, 'pair')
  if (!/^[0-9a-z]{16}$/.test(pairId)) throw new Problem('pair-unknown')
  const status = oneOf('status', ['approved', 'declined'], field(ask, 'status'))
  const proposal = { pairId, preferred: field(ask, 'preferred'), variant: field(ask, 'variant'), status }
  const term = await decideProposal(ask.deps, { person: await writer(ask) }, proposal)
  return {
    kind: 'go',
    to: safeReturn(field(ask, 'back') || '/terms'),
    notice: [status === 'approved' ? 'termApproved' : 'termDeclined'],
    data: term,
    status: 201,
  }
}
