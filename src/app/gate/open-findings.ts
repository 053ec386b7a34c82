/** What the checks find in a text that is to be approved. */
import { articleById } from '../../store/articles.ts'
import { countActs } from '../../store/check-acts.ts'
import type { Store } from '../../store/db/store.ts'
import { headOf, type Which } from '../../store/heads.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { Deps } from '../deps.ts'
import { findFindings } from '../findings/find-findings.ts'
import type { Experience } from './certain.ts'

export interface OpenFindings {
  /** of the text that was checked */
  readonly hash: string
  /** in the order of the text */
  readonly findings: readonly FindingView[]
  readonly experience: Experience
}

/** Acts are many, and one more changes little: they are counted again after so long, ms. */
const stands = 60_000
const kept = new WeakMap<Store, { readonly at: number; readonly experience: Experience }>()

/** What has become of each check's findings here, as of the last minute. */
export async function readExperience({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<Experience> {
  const at = now()
  const known = kept.get(store)
  if (known && at >= known.at && at - known.at < stands) return known.experience
  const experience = new Map<string, { accepted: number; decided: number }>()
  for (const { checkId, kind, n } of await countActs(store.db)) {
    const one = experience.get(checkId) ?? { accepted: 0, decided: 0 }
    experience.set(checkId, one)
    if (kind === 'accept') one.accepted += n
    if (kind === 'accept' || kind === 'dismiss') one.decided += n
    if (kind === 'withdraw') one.decided -= n
  }
  kept.set(store, { at, experience })
  return experience
}

/** Found before the transaction that approves, which must not wait for a check; null where there is no such text, or it could not be checked. */
export async function openFindings(deps: Deps, which: Which): Promise<OpenFindings | null> {
  const { db } = deps.store
  const head = await headOf(db, which)
  const article = head && (await articleById(db, head.article_id))
  if (!article) return null
  const { id: translationId, article_id: articleId, system, head_hash: hash, head_text: text } = head
  const source = { text: article.source_text, language: article.source_language }
  const found = await findFindings(deps, { articleId, translationId, system, hash, text, source })
  if (found.outcome !== 'ready') return null
  return { hash, findings: found.findings, experience: await readExperience(deps) }
}
