import type { Finding } from '../../checks/check.ts'
import { checkById } from '../../checks/index.ts'
import { memory } from '../../checks/memory.ts'
import type { Source } from '../../checks/reading.ts'
import { dismissalsOfArticle, type Dismissal } from '../../store/dismissals.ts'
import { wholeLanguage } from '../../text/language.ts'
import type { FindingView } from '../../wire/finding.ts'
import { withoutDismissed } from './apply-dismissals.ts'
import { withoutCodes } from './beside-codes.ts'
import type { CheckFailure, CheckJob, KeptMemory, KeptTerms } from './check-job.ts'
import type { Checked, CheckPool } from './check-pool.ts'
import type { Deps } from '../deps.ts'
import type { HashedText } from '../revisions/hunk-cache.ts'
import { sha256 } from '../hash.ts'
import { readHouse, type House } from './house.ts'
import { LruCache } from '../lru-cache.ts'
import { beginAsking, type Asking } from './newest-asked.ts'
import { recallMemory } from '../pairs/recall-memory.ts'

/** A text of a translation, saved or not, with what it is checked against. */
export interface TextToCheck extends HashedText {
  readonly articleId: string
  readonly translationId: string
  /** the MT system that it is of */
  readonly system: string
  readonly source: { readonly text: string; readonly language: string }
}

export interface Asked {
  /** of the jobs of one lane that wait only the newest is run */
  readonly lane?: string
  readonly background?: boolean
  /** ends when nobody waits for the answer any longer */
  readonly gone?: AbortSignal
}

export type Findings =
  | { readonly outcome: 'ready'; readonly findings: readonly FindingView[]; readonly failures: readonly CheckFailure[] }
  | Exclude<Checked, { readonly outcome: 'ready' }>

/** Findings of some thousand texts, as the checks gave them. */
const most = 32 * 1024 * 1024
const bytesOfFinding = 500
const bytesOfEntry = 300
/** The messages and fixes of one have its words in them. */
const bytesOfChar = 8
const caches = new WeakMap<CheckPool, LruCache<Checked>>()
const running = new WeakMap<CheckPool, Map<string, Promise<Checked>>>()

/** So many of one text are more than anybody goes through; all of them would keep others waiting while they are sent. */
const mostOfText = 5000
/** A text with its source that is longer, in UTF-16 code units, would take more time and memory than a thread is given: it is not tried. */
const longestText = 2_000_000

/** How much of a source is looked at for its language, in characters. */
const languageReach = 50_000

/** Of sources without a language, by their hash: telling it takes longer than all else that is done for an answer that is known. */
const languages = new LruCache<string>(500_000)

function languageIn(text: string, hash: string): string {
  const language = languages.get(hash) ?? wholeLanguage(text.slice(0, languageReach).toWellFormed())
  languages.set(hash, language, bytesOfEntry)
  return language
}

function sourceOf({ text, language }: TextToCheck['source']): (Source & { readonly hash: string }) | null {
  if (text.trim() === '') return null
  const hash = sha256(text)
  const told = language.toLowerCase().split('-')[0] ?? ''
  return { text, hash, language: told || languageIn(text, hash) }
}

const bytesOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { text }) => sum + bytesOfFinding + text.length * bytesOfChar, 0)

const termsOf = (terms: KeptTerms): Pick<CheckJob, 'terms'> => (terms.list.length === 0 ? {} : { terms })
const memoryOf = (memory: KeptMemory): Pick<CheckJob, 'memory'> => (memory.list.length === 0 ? {} : { memory })

/** What the memory has of a text, unless the house has switched its check off. */
const recalled = async (deps: Deps, asked: TextToCheck, { off }: House): Promise<KeptMemory> =>
  off.includes(memory.id) ? { stamp: '', list: [] } : recallMemory(deps, asked, asked)

/** What the checks find in a text, whatever was dismissed; remembered by all that it follows from. */
async function check(deps: Deps, asked: TextToCheck, house: House, how: Asked, { isNewest }: Asking): Promise<Checked> {
  const { checks } = deps
  const { off, terms } = house
  if (asked.text.length + asked.source.text.length > longestText) return { outcome: 'slow' }
  const learned = await recalled(deps, asked, house)
  const from = sourceOf(asked.source)
  const source = from && { text: from.text, language: from.language }
  const against = from ? `${from.language} ${from.hash}` : ''
  const key = `${asked.hash} ${against} ${off.join()} ${terms.stamp} ${learned.stamp}`
  const cache = caches.get(checks) ?? new LruCache<Checked>(most)
  caches.set(checks, cache)
  const known = cache.get(key)
  if (known) return known
  const now = running.get(checks) ?? new Map<string, Promise<Checked>>()
  running.set(checks, now)
  if (!isNewest()) return { outcome: 'superseded' }
  // of a desk's own job only that desk is told that it was superseded
  const shared = `${key} ${how.lane ?? ''} ${how.background ?? false}`
  const job = { text: asked.text, source, skip: off, most: mostOfText, ...termsOf(terms), ...memoryOf(learned) }
  const begun = now.get(shared) ?? checks.check(job, how)
  now.set(shared, begun)
  const checked = await begun.finally(() => now.delete(shared))
  // what was too slow once is so again, and would keep a thread from others each time
  if (checked.outcome === 'ready' || checked.outcome === 'slow') {
    cache.set(key, checked, bytesOfEntry + (checked.outcome === 'ready' ? bytesOf(checked.findings) : 0))
  }
  return checked
}

const viewOf = (finding: Finding, { severities }: House): FindingView => ({
  ...finding,
  severity: severities.get(finding.check) ?? finding.severity,
  title: checkById(finding.check)?.title ?? finding.message,
  fixes: [...finding.fixes],
})

const applies = (translationId: string) => (dismissal: Dismissal) =>
  dismissal.scope !== 'here' || dismissal.translation_id === translationId

/**
 * What stands open in a text: found by the checks that the house has not switched off, at the severities it has set, without what
 * was dismissed or is there only for a code of an imported file. In the order of the text.
 */
export async function findFindings(deps: Deps, asked: TextToCheck, how: Asked = {}): Promise<Findings> {
  const asking = beginAsking(deps.checks, how.lane)
  try {
    const [house, own] = await Promise.all([readHouse(deps), dismissalsOfArticle(deps.store.db, asked.articleId)])
    const checked = await check(deps, asked, house, how, asking)
    if (checked.outcome !== 'ready') return checked
    const dismissals = [...own.filter(applies(asked.translationId)), ...house.dismissals]
    const left = await withoutCodes(deps, asked, withoutDismissed(checked.findings, asked.text, dismissals))
    return { ...checked, findings: left.map(finding => viewOf(finding, house)) }
  } finally {
    asking.end()
  }
}
