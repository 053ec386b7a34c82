/** The pages on which an approval that was refused can be made again, with what was typed. */
import { compareRevisions } from '../app/compare.ts'
import { findHead, type BareHead } from '../app/find-head.ts'
import { gateOf, toldScore } from '../app/gate/gate.ts'
import { flagViews } from '../app/list-flags.ts'
import { requireArticle } from '../app/require-article.ts'
import type { Problem } from '../errors.ts'
import { messages } from '../i18n/index.ts'
import { severities } from '../mqm/annotation.ts'
import { field } from './form.ts'
import type { Answer, Ask } from './page.ts'
import { comparison } from './view/comparison.ts'
import { flagEntry } from './view/flag-entry.ts'
import { gateReasons } from './view/gate-told.ts'
import { whichSent } from './which.ts'

/** So many of the open flags are listed. */
const mostFlags = 50

/** What of the request is asked again, as it was sent. */
const sent = async (ask: Ask, head: BareHead) => ({
  id: head.article_id,
  articleTitle: (await requireArticle(ask.deps.store.db, head.article_id)).title,
  translationId: head.id,
  next: field(ask, 'next'),
  reason: field(ask, 'reason'),
  typedName: field(ask, 'name'),
})

/** What stands open, and a field for the reason, with which the same form approves the same revision. */
async function askReason(ask: Ask, refusal: Problem): Promise<Answer> {
  const { deps, language } = ask
  const head = await findHead(deps.store.db, whichSent(ask))
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
      ...(await sent(ask, head)),
      base: field(ask, 'base'),
      told: { critical: gate.critical, score: gate.score === null ? '' : toldScore(gate.score) },
      more: Math.max(0, open.length - mostFlags),
      why: gateReasons(language, gate),
      open: open.slice(0, mostFlags).map(flag => flagEntry(language, flag)),
      since: refusal.code === 'gate-closed' && field(ask, 'reason').trim() !== '',
      invalid: refusal.code === 'field-invalid',
    },
  }
}

/** What has changed since it was read, and the same form for the revision that it is now. */
async function askAgain(ask: Ask, refusal: Problem): Promise<Answer> {
  const { deps, language } = ask
  const base = Number(refusal.values['base'])
  const head = await findHead(deps.store.db, whichSent(ask))
  const compared = await compareRevisions(deps, { translationId: head.id, from: base, to: head.head_number })
  const gate = await gateOf(deps.store.db, head)
  return {
    kind: 'page',
    view: 'approval-behind',
    status: refusal.status,
    model: {
      title: messages(language).gate.behind.title,
      ...(await sent(ask, head)),
      language: head.language,
      base,
      head: compared.to,
      shown: comparison(compared, { inline: true, all: false, page: 1 }),
      closed: gate.closed,
      why: gate.closed ? gateReasons(language, gate) : [],
    },
  }
}

/** @returns null where there is nothing to ask again */
export function approvalRefused(ask: Ask, refusal: Problem): Promise<Answer> | null {
  if (refusal.code === 'approval-behind') return askAgain(ask, refusal)
  return refusal.code === 'gate-closed' || refusal.values['field'] === 'reason' ? askReason(ask, refusal) : null
}
