import { checks } from '../checks/index.ts'
import type { Finding } from '../checks/check.ts'
import type { Lexicon } from '../checks/lexicon/lexicon.ts'
import { runChecks } from '../checks/run.ts'
import type { CheckJob } from './check-job.ts'

/** Runs the checks that a job asks for, here and now. */
export function runJob({ text, source, terms, only, skip }: CheckJob, lexicon: Lexicon): readonly Finding[] {
  const wanted = checks.filter(({ id }) => (only?.includes(id) ?? true) && !skip?.includes(id))
  return runChecks(text, lexicon, { checks: wanted, source: source ?? null, terms: terms ?? [] })
}
