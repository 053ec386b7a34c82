import { severities, type Severity } from '../../mqm/annotation.ts'
import { articleById } from '../../store/articles.ts'
import { uncounted, writeCount } from '../../store/check-counts.ts'
import { headOf } from '../../store/heads.ts'
import { unhear } from '../../store/memory.ts'
import type { Row } from '../../store/schema.ts'
import { isReviewed } from '../../wire/common.ts'
import type { FindingView } from '../../wire/finding.ts'
import { checksVersion } from '../checks-version.ts'
import type { Deps } from '../deps.ts'
import { findFindings } from './find-findings.ts'
import { readHouse } from './house.ts'
import { flagsWeight } from '../queue/summarise.ts'

/** What the queue says of findings. */
function sumUp(findings: readonly FindingView[]) {
  const by = Object.fromEntries(
    severities.map(severity => [severity, findings.filter(finding => finding.severity === severity).length]),
  ) as Record<Severity, number>
  const byCheck = new Map<string, number>()
  for (const { check } of findings) byCheck.set(check, (byCheck.get(check) ?? 0) + 1)
  return { findings: { by, weight: flagsWeight(by) }, byCheck }
}

/** What a count bears, by which it is seen whether it still holds: the checks and what the house says of them. */
const versionNow = async (deps: Deps): Promise<string> => `${await checksVersion()}.${(await readHouse(deps)).stamp}`

/** Pairs whose words stand uncorrected in what was reviewed just now: how often that is so is counted again. */
const leftAsTheyAre = (
  { findings_version: version, state }: Row<'article'>,
  findings: readonly FindingView[],
): readonly string[] =>
  version === '' && isReviewed(state) ? [...new Set(findings.flatMap(({ about }) => about ?? []))] : []

/** Counts the findings of one article. @returns why it could not be, or not by all checks; null where all is well */
async function countOne(deps: Deps, articleId: string, version: string): Promise<string | null> {
  const { db } = deps.store
  const [article, head] = await Promise.all([articleById(db, articleId), headOf(db, { articleId })])
  // purged meanwhile
  if (!article || !head) return null
  const source = { text: article.source_text, language: article.source_language }
  const { id: translationId, system, head_hash: hash, head_text: text } = head
  const about = { articleId, translationId, system, hash, text, source }
  const found = await findFindings(deps, about, { background: true })
  // the program ends, and what was not counted is counted by the next
  if (found.outcome === 'superseded') return null
  const nothing = { findings: null, byCheck: new Map<string, number>() }
  const sum = found.outcome === 'ready' ? sumUp(found.findings) : nothing
  const counted = { articleId, translationId: head.id, headNumber: head.head_number, version, ...sum }
  const left = found.outcome === 'ready' ? leftAsTheyAre(article, found.findings) : []
  await deps.store.transaction(async tx => {
    // an article before its pairs, as everywhere
    if (await writeCount(tx, counted)) await unhear(tx, left)
  })
  if (found.outcome === 'ready')
    return found.failures.length === 0 ? null : found.failures.map(({ check, why }) => `${check}: ${why}`).join('\n')
  return 'why' in found ? found.why : found.outcome
}

/**
 * Counts the findings of the next article that has been changed, or was counted by other checks or under other settings.
 * @returns false where there is none; `failed` is told of one that could not be counted (the queue shows nothing
 * then), and of checks that broke down over one (it shows what the others found)
 */
export async function countNext(deps: Deps, failed: (articleId: string, why: string) => void): Promise<boolean> {
  const version = await versionNow(deps)
  const articleId = await uncounted(deps.store.db, version)
  if (articleId === undefined) return false
  const why = await countOne(deps, articleId, version)
  if (why !== null) failed(articleId, why)
  return true
}
