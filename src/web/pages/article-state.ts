import { nextArticle } from '../../app/queue/next-article.ts'
import type { GateTold } from '../../app/gate/gate.ts'
import { setState } from '../../app/articles/set-state.ts'
import { Problem } from '../../errors.ts'
import { states } from '../../wire/common.ts'
import { articleAddress, queueAddress } from '../address.ts'
import { approvalRefused } from '../approval-refused.ts'
import { field, fields, numberField, oneOf, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { which, whichSent } from '../which.ts'

const isSent = (ask: Ask, name: string): boolean => !['', '–', null, undefined].includes(fields(ask)[name] as string)

/** A score may be below 0, and has decimals. */
function scoreField(ask: Ask): number {
  const score = Number(fields(ask)['score'])
  if (!Number.isFinite(score)) throw new Problem('field-invalid', { field: 'score' })
  return score
}

/** What the person has been told of the gate, where they have. */
const toldOf = (ask: Ask): GateTold => ({
  ...(isSent(ask, 'critical') ? { critical: numberField(ask, 'critical') } : {}),
  ...(isSent(ask, 'findings') ? { findings: numberField(ask, 'findings') } : {}),
  ...(isSent(ask, 'score') ? { score: scoreField(ask) } : {}),
})

/**
 * Sets the state; with `next`, what to review then is opened. A form or JSON:
 *
 *     {"state": "approved", "base": 3, "reason": "why it is approved although the gate is closed", "next": true}
 *
 * answers `{"state": "approved", "next": id | null}`. `base` is the revision that was read, and must be named by who approves. The text changed
 * since, 409 `approval-behind` with `{"base": 3, "head": 5}`; the gate closed and no reason given, 409 and
 * `{"error": {"code": "gate-closed", "message": …, "values": {"critical": 2, "score": 91.3 | "–", "threshold": 95, "findings": 1,
 * "checks": "source-scale"}}}`, with the checks whose certain findings stand open (or "–"); a person is shown a page on
 * which it can be approved again. See docs/quality-settings.md.
 */
export const articleState: Page = async ask => {
  const { articleId, translationId } = whichSent(ask)
  const state = oneOf('state', states, field(ask, 'state'))
  const onward = field(ask, 'next') !== '' || fields(ask)['next'] === true
  const decided =
    state === 'approved'
      ? { state, base: numberField(ask, 'base'), reason: field(ask, 'reason'), told: toldOf(ask) }
      : { state }
  const person = await writer(ask)
  let isNew = true
  try {
    await setState(ask.deps, { person, articleId, translationId, ...decided })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const asked = ask.program ? null : approvalRefused(ask, error)
    if (asked) return asked
    // Approved already, here or by another tab: the next one is still what is asked for.
    if (!(error.code === 'state-unchanged' && onward)) throw error
    isNew = false
  }
  const next = onward ? await nextArticle(ask.deps, articleId) : null
  if (onward && next === null)
    return { kind: 'go', to: queueAddress(), notice: [isNew ? 'approvedLast' : 'noneLeft'], data: { state, next } }
  return {
    kind: 'go',
    to: next === null ? articleAddress(articleId, '', { translation: which(ask).translationId }) : articleAddress(next),
    ...(isNew ? { notice: [next === null ? 'stateChanged' : 'approvedNext'] } : {}),
    data: { state, next },
  }
}
