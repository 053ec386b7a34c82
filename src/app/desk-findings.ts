import { setTimeout as sleep } from 'node:timers/promises'
import type { FindingView } from '../wire/finding.ts'
import type { Deps } from './deps.ts'
import { findFindings, type TextToCheck } from './find-findings.ts'
import type { SharedDesk } from './shared-desk.ts'

/** The head of a desk as what is checked. */
export const headToCheck = ({ desk }: SharedDesk): TextToCheck => ({
  articleId: desk.article.id,
  translationId: desk.translation.id,
  hash: desk.head.hash,
  text: desk.head.text,
  source: { text: desk.sourceText, language: desk.article.sourceLanguage },
})

/** What stands open in the head of a desk; `waiting` where that is not known yet. */
export type DeskFindings = readonly FindingView[] | 'waiting' | 'slow' | 'failed'

/** A desk is another object as soon as a dismissal, a setting, or its head has changed. */
const kept = new WeakMap<SharedDesk, readonly FindingView[] | 'slow'>()

/** @param patience how long is waited for the checks, ms; they go on, and the next who asks finds what they found */
export async function deskFindings(deps: Deps, shared: SharedDesk, patience: number): Promise<DeskFindings> {
  const known = kept.get(shared)
  if (known) return known
  const found = findFindings(deps, headToCheck(shared)).then((checked): DeskFindings => {
    if (checked.outcome === 'superseded') return 'waiting'
    const findings = checked.outcome === 'ready' ? checked.findings : checked.outcome
    if (findings !== 'failed' && shared.stamp !== null) kept.set(shared, findings)
    return findings
  })
  const late = new AbortController()
  try {
    return await Promise.race([found, sleep(patience, 'waiting' as const, { signal: late.signal })])
  } finally {
    late.abort()
    // asked for, and nobody waits any longer: what is thrown then is thrown again to the next who asks
    found.catch(() => undefined)
  }
}
