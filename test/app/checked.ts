import { createCheckPool, type CheckPool } from '../../src/app/findings/check-pool.ts'
import type { Deps } from '../../src/app/deps.ts'
import { findFindings, type TextToCheck } from '../../src/app/findings/find-findings.ts'
import { sha256 } from '../../src/app/hash.ts'
import { contextOf } from '../../src/text/context.ts'
import type { DismissRequest } from '../../src/wire/finding.ts'

/** Checks that find nothing, at once, and need no thread. */
export const noChecks: CheckPool = {
  check: () => Promise.resolve({ outcome: 'ready', findings: [], failures: [] }),
  close: () => Promise.resolve(),
}

/** A thread that stands in for the checks: see `workers/words.ts`. For a test that closes it. */
export const newWordPool = (): CheckPool =>
  createCheckPool({ threads: 1, worker: new URL('./workers/words.ts', import.meta.url) })

const shared = newWordPool()

/** For all other tests: one thread, started with the first that needs it. What it found is remembered for each pool by itself. */
export const wordPool = (): CheckPool => ({ ...shared })

export interface Brought {
  readonly articleId: string
  readonly translationId: string
}

export const toCheck = (brought: Brought, text: string, source = ''): TextToCheck => ({
  articleId: brought.articleId,
  translationId: brought.translationId,
  system: '',
  text,
  hash: sha256(text),
  source: { text: source, language: 'de' },
})

/** What stands open, as `words@from`. */
export async function open(deps: Deps, brought: Brought, text: string): Promise<string[]> {
  const found = await findFindings(deps, toCheck(brought, text))
  if (found.outcome !== 'ready') throw new Error(found.outcome)
  return found.findings.map(finding => `${finding.text}@${finding.from}`)
}

/** Asks to dismiss the n-th of the words in a text. */
export function dismissal(
  text: string,
  words: string,
  more: Partial<DismissRequest> & { readonly nth?: number } = {},
): DismissRequest {
  const { nth = 0, ...rest } = more
  let from = -1
  for (let n = 0; n <= nth; n += 1) from = text.indexOf(words, from + 1)
  if (from < 0) throw new Error(`“${words}” is not ${nth + 1} times in “${text}”`)
  const context = contextOf(text, { from, to: from + words.length })
  const check =
    { 'Lower Sachsen': 'hybrid-name', Juni: 'month-capital', 'är är': 'doubled-word' }[words] ?? 'page-furniture'
  return { check, ...context, scope: 'here', reason: 'Det ska stå så.', ...rest }
}
