import { findHead } from '../../app/find-head.ts'
import { gateOf } from '../../app/gate/gate.ts'
import { flagViews } from '../../app/list-flags.ts'
import { nextArticle } from '../../app/next-article.ts'
import { setState } from '../../app/set-state.ts'
import { Problem } from '../../errors.ts'
import { messages } from '../../i18n/index.ts'
import { severities } from '../../mqm/annotation.ts'
import { states } from '../../wire/common.ts'
import { articleAddress, queueAddress } from '../address.ts'
import { field, fields, oneOf, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { flagEntry } from '../view/flag-entry.ts'
import { gateReasons } from '../view/gate-told.ts'
import { which } from '../which.ts'

/** So many of the open flags are listed. */
const mostFlags = 50

/** What stands open, and a field for the reason, with which the same form approves. */
async function askReason(ask: Ask, refusal: Problem): Promise<Answer> {
  const { deps, language } = ask
  const chosen = which(ask)
  const head = await findHead(deps.store.db, chosen)
  const gate = await gateOf(deps.store.db, head)
  const open = (await flagViews(deps, head))
    .filter(({ status }) => status === 'open')
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
  return {
    kind: 'page',
    view: 'gate-closed',
    status: refusal.status,
    model: {
      title: messages(language).gate.closed.title,
      id: head.article_id,
      translationId: chosen.translationId ?? null,
      why: gateReasons(language, gate),
      open: open.slice(0, mostFlags).map(flag => flagEntry(language, flag)),
      more: Math.max(0, open.length - mostFlags),
      next: field(ask, 'next'),
      reason: field(ask, 'reason'),
      invalid: refusal.code === 'field-invalid',
      typedName: field(ask, 'name'),
    },
  }
}

/**
 * Sets the state; with `next`, what to review then is opened. A form or JSON:
 *
 *     {"state": "approved", "reason": "why it is approved although the gate is closed", "next": true}
 *
 * answers `{"state": "approved", "next": id | null}`; the gate closed and no reason given, 409 and
 * `{"error": {"code": "gate-closed", "message": …, "values": {"critical": 2, "score": 91.3 | "–", "threshold": 95}}}`, which a person is
 * shown as a page that asks for the reason. See docs/quality-settings.md.
 */
export const articleState: Page = async ask => {
  const { articleId, translationId } = which(ask)
  const state = oneOf('state', states, field(ask, 'state'))
  const onward = field(ask, 'next') !== '' || fields(ask)['next'] === true
  const person = await writer(ask)
  try {
    await setState(ask.deps, { person, articleId, translationId, state, reason: field(ask, 'reason') })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const asksReason = error.code === 'gate-closed' || error.values['field'] === 'reason'
    if (asksReason && !ask.program) return askReason(ask, error)
    // Approved already, by another tab: the next one is still what is asked for.
    if (!(error.code === 'state-unchanged' && onward)) throw error
  }
  const next = onward ? await nextArticle(ask.deps, articleId) : null
  if (onward && next === null)
    return { kind: 'go', to: queueAddress(), notice: ['approvedLast'], data: { state, next } }
  return {
    kind: 'go',
    to: next === null ? articleAddress(articleId, '', { translation: translationId }) : articleAddress(next),
    notice: ['stateChanged'],
    data: { state, next },
  }
}
