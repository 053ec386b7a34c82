import { enterBody } from '../../app/articles/article-fields.ts'
import { headToCheck } from '../../app/desk/desk-findings.ts'
import { findFindings, type Findings } from '../../app/findings/find-findings.ts'
import { sha256 } from '../../app/hash.ts'
import { sharedDesk } from '../../app/desk/shared-desk.ts'
import { findingsRequest, type FindingsResponse } from '../../wire/finding.ts'
import { parsed } from '../form.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

const response = (found: Findings, hash: string): FindingsResponse => ({
  outcome: found.outcome,
  findings: found.outcome === 'ready' ? [...found.findings] : null,
  hash,
})

/** What the checks find in the head. */
export const findingsShow: Page = async ask => {
  const shared = await sharedDesk(ask.deps, which(ask))
  const found = await findFindings(ask.deps, headToCheck(shared))
  return { kind: 'data', data: response(found, shared.desk.head.hash) }
}

/** What they find in a text as somebody is writing it; of the texts of one tab that wait, only the newest is checked. */
export const findingsFind: Page = async ask => {
  const head = headToCheck(await sharedDesk(ask.deps, which(ask)))
  const request = parsed(findingsRequest, ask.body)
  const text = enterBody(request.text, ask.deps.limits.textBytes)
  const hash = sha256(text)
  // what has a lane is asked by one tab alone
  const lane =
    request.tab === undefined ? {} : { lane: `${ask.browser} ${request.tab} ${head.translationId}`, gone: ask.gone }
  return { kind: 'data', data: response(await findFindings(ask.deps, { ...head, text, hash }, lane), hash) }
}
