/** The pages on which an approval that was refused can be made again, with what was typed. */
import { compareRevisions } from '../app/revisions/compare.ts'
import { findHead } from '../app/find-head.ts'
import { closingFindings } from '../app/gate/certain.ts'
import { gateOf, toldScore, type Gate } from '../app/gate/gate.ts'
import { openFindings, type OpenFindings } from '../app/gate/open-findings.ts'
import { readQualitySettings } from '../app/gate/quality-settings.ts'
import { flagViews } from '../app/flags/list-flags.ts'
import { requireArticle } from '../app/require-article.ts'
import type { Problem } from '../errors.ts'
import { messages } from '../i18n/index.ts'
import { severities } from '../mqm/annotation.ts'
import { field } from './form.ts'
import type { Answer, Ask } from './page.ts'
import { comparison } from './view/comparison.ts'
import { findingEntry } from './view/finding-entry.ts'
import { flagEntry } from './view/flag-entry.ts'
import { gateReasons } from './view/gate-told.ts'
import { whichSent } from './which.ts'

/** So many of the open flags are listed, and so many findings. */
const mostFlags = 50

/** Those that close the gate, as a reader is shown them; none where it is not closed by them. */
async function closingEntries({ deps, language }: Ask, head: Head, found: OpenFindings | null) {
  if (found?.hash !== head.head_hash) return []
  const { findings } = await readQualitySettings(deps.store.db)
  return closingFindings(found.findings, found.experience, findings).map((finding, n) =>
    findingEntry(language, head.head_number, finding, n + 1),
  )
}

type Head = Awaited<ReturnType<typeof findHead>>

/** What stands open, and a field for the reason, with which the same form approves the same revision. */
async function reasonAsked(ask: Ask, refusal: Problem, head: Head, gate: Gate, found: OpenFindings | null) {
  const open = (await flagViews(ask.deps, head))
    .filter(({ status }) => status === 'open')
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
  const findings = await closingEntries(ask, head, found)
  return {
    language: head.language,
    findings: findings.slice(0, mostFlags),
    moreFindings: Math.max(0, findings.length - mostFlags),
    base: field(ask, 'base'),
    told: { critical: gate.critical, findings: gate.findings, score: gate.score === null ? '' : toldScore(gate.score) },
    more: Math.max(0, open.length - mostFlags),
    open: open.slice(0, mostFlags).map(flag => flagEntry(ask.language, flag)),
    since: refusal.code === 'gate-closed' && field(ask, 'reason').trim() !== '',
    invalid: refusal.code === 'field-invalid',
  }
}

/** What has changed since it was read, and the same form for the revision that it is now. */
async function changedSince(ask: Ask, refusal: Problem, head: Head, gate: Gate) {
  const base = Number(refusal.values['base'])
  const compared = await compareRevisions(ask.deps, { translationId: head.id, from: base, to: head.head_number })
  return {
    language: head.language,
    base,
    head: compared.to,
    shown: comparison(compared, { inline: true, all: false, page: 1 }),
    closed: gate.closed,
  }
}

/** The page on which what was sent is asked again, as it was sent. */
async function askedAgain(ask: Ask, refusal: Problem): Promise<Answer> {
  const { db } = ask.deps.store
  const head = await findHead(db, whichSent(ask))
  const found = await openFindings(ask.deps, { translationId: head.id })
  const gate = await gateOf(db, head, found)
  const isBehind = refusal.code === 'approval-behind'
  const { behind, closed } = messages(ask.language).gate
  return {
    kind: 'page',
    view: isBehind ? 'approval-behind' : 'gate-closed',
    status: refusal.status,
    model: {
      title: isBehind ? behind.title : closed.title,
      id: head.article_id,
      articleTitle: (await requireArticle(db, head.article_id)).title,
      translationId: head.id,
      next: field(ask, 'next'),
      reason: field(ask, 'reason'),
      typedName: field(ask, 'name'),
      why: gate.closed ? gateReasons(ask.language, gate) : [],
      ...(await (isBehind ? changedSince : reasonAsked)(ask, refusal, head, gate, found)),
    },
  }
}

/** @returns null where there is nothing to ask again */
export const approvalRefused = (ask: Ask, refusal: Problem): Promise<Answer> | null =>
  ['approval-behind', 'gate-closed'].includes(refusal.code) || refusal.values['field'] === 'reason'
    ? askedAgain(ask, refusal)
    : null
