import type { Check, Finding } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import type { Lexicon } from '../../checks/lexicon/lexicon.ts'
import { runChecks } from '../../checks/run.ts'
import type { CheckFailure, CheckJob } from './check-job.ts'

export interface Ran {
  readonly findings: readonly Finding[]
  /** checks that broke down over the text; the findings are those of the others */
  readonly failures: readonly CheckFailure[]
}

const whyOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/**
 * Runs the checks that a job asks for, here and now. One that throws has a defect, which must not take the findings of all others
 * away: so they are run again without it.
 * @throws what is thrown by no check alone
 */
export function runJob({ text, source, terms, memory, only, skip, most }: CheckJob, lexicon: Lexicon): Ran {
  const wanted = checks.filter(({ id }) => (only?.includes(id) ?? true) && !skip?.includes(id))
  const against = { source: source ?? null, terms: terms?.list ?? [], memory: memory?.list ?? [] }
  const run = (some: readonly Check[]): readonly Finding[] =>
    runChecks(text, lexicon, { checks: some, ...against }).slice(0, most)
  try {
    return { findings: run(wanted), failures: [] }
  } catch {
    const failures = wanted.flatMap(check => {
      try {
        run([check])
        return []
      } catch (error) {
        return [{ check: check.id, why: whyOf(error) }]
      }
    })
    const broken = new Set(failures.map(({ check }) => check))
    return { findings: run(wanted.filter(({ id }) => !broken.has(id))), failures }
  }
}
