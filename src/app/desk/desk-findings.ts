import { setTimeout as sleep } from 'node:timers/promises'
import { memoryStamp } from '../../store/memory.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { Deps } from '../deps.ts'
import { findFindings, type TextToCheck } from '../findings/find-findings.ts'
import type { SharedDesk } from './shared-desk.ts'

/** The head of a desk as what is checked. */
export const headToCheck = ({ desk }: SharedDesk): TextToCheck => ({
  articleId: desk.article.id,
  translationId: desk.translation.id,
  system: desk.translation.system,
  hash: desk.head.hash,
  text: desk.head.text,
  source: { text: desk.sourceText, language: desk.article.sourceLanguage },
})

/** What stands open in the head of a desk; `waiting` where that is not known yet. */
export type DeskFindings = readonly FindingView[] | 'waiting' | 'slow' | 'failed'

interface Kept {
  /** of the memory that they were found with */
  readonly stamp: string
  readonly findings: readonly FindingView[] | 'slow'
}

/** A desk is another object as soon as a dismissal, a setting, or its head has changed; the memory changes with every desk. */
const kept = new WeakMap<SharedDesk, Kept>()

/** What was found before, where just that is found again: so that what is kept by it need not be made again. */
const asBefore = (known: Kept['findings'] | undefined, now: Kept['findings']): Kept['findings'] =>
  JSON.stringify(known) === JSON.stringify(now) ? (known ?? now) : now

/**
 * The same list as long as the same stands open.
 * @param patience how long is waited for the checks, ms; they go on, and the next who asks finds what they found
 */
export async function deskFindings(deps: Deps, shared: SharedDesk, patience: number): Promise<DeskFindings> {
  // read first: what changes meanwhile is then found the next time
  const stamp = await memoryStamp(deps.store.db)
  const known = kept.get(shared)
  if (known?.stamp === stamp) return known.findings
  const found = findFindings(deps, headToCheck(shared)).then((checked): DeskFindings => {
    if (checked.outcome === 'superseded') return 'waiting'
    if (checked.outcome === 'failed') return 'failed'
    const findings = asBefore(known?.findings, checked.outcome === 'ready' ? checked.findings : checked.outcome)
    if (shared.stamp !== null) kept.set(shared, { stamp, findings })
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
