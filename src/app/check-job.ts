/** What is asked of a worker, and what it answers. */
import type { Finding, Term } from '../checks/check.ts'
import type { Source } from '../checks/reading.ts'

export interface CheckJob {
  readonly text: string
  readonly source?: Source | null
  readonly terms?: readonly Term[]
  /** ids of the checks to run; all where not given */
  readonly only?: readonly string[]
  /** ids of those to leave out */
  readonly skip?: readonly string[]
  /** of the findings, the first so many are told; all where not given */
  readonly most?: number
}

/** A check that threw, and what, for the log. */
export interface CheckFailure {
  readonly check: string
  readonly why: string
}

export type WorkerAnswer =
  | { readonly findings: readonly Finding[]; readonly failures?: readonly CheckFailure[] }
  /** the checks threw: in English, for the log */
  | { readonly error: string }
