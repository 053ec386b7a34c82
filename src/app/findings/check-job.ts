/** What is asked of a worker, and what it answers. */
import type { Finding } from '../../checks/check.ts'
import type { Remembered, Term } from '../../checks/wording.ts'
import type { Source } from '../../checks/reading.ts'

/** The house's terms: many texts are checked against the same, which are sent to a thread, and made ready by it, once. */
export interface KeptTerms {
  /** another text for another list */
  readonly stamp: string
  readonly list: readonly Term[]
}

/** What the memory has of a text: the same again as the text is written on. */
export interface KeptMemory {
  /** another text for another list; '' where it has nothing */
  readonly stamp: string
  readonly list: readonly Remembered[]
}

export interface CheckJob {
  readonly text: string
  readonly source?: Source | null
  readonly terms?: KeptTerms
  readonly memory?: KeptMemory
  /** ids of the checks to run; all where not given */
  readonly only?: readonly string[]
  /** ids of those to leave out */
  readonly skip?: readonly string[]
  /** of the findings, the first so many are told; all where not given */
  readonly most?: number
}

/** A job as it is sent to a thread: without the list of terms that the thread was sent before. */
export type SentJob = Omit<CheckJob, 'terms'> & { readonly terms?: Pick<KeptTerms, 'stamp'> & Partial<KeptTerms> }

/** A check that threw, and what, for the log. */
export interface CheckFailure {
  readonly check: string
  readonly why: string
}

export type WorkerAnswer =
  | { readonly findings: readonly Finding[]; readonly failures?: readonly CheckFailure[] }
  /** the checks threw: in English, for the log */
  | { readonly error: string }
