import type { Which } from '../app/find-head.ts'
import { findBareHead } from '../app/find-head.ts'
import { textAt } from '../app/read-revision.ts'
import { Problem } from '../errors.ts'
import { splitsPair } from '../text/span.ts'
import { checkId, type FindingView } from '../wire/finding.ts'
import { wholeNumber } from './form.ts'
import type { Ask } from './page.ts'

/** A finding as a form or an address names it, on the revision it was found in. */
export interface AskedFinding extends Pick<FindingView, 'check' | 'from' | 'to'> {
  readonly revision: number
  /** of that revision, and the words in it */
  readonly text: string
  readonly words: string
}

/** @param value of a field, of a form or an address @throws Problem field-invalid, finding-misfit, revision-unknown */
export async function findingAsked(ask: Ask, chosen: Which, value: (name: string) => string): Promise<AskedFinding> {
  const { id } = await findBareHead(ask.deps.store.db, chosen)
  const check = checkId.safeParse(value('check'))
  if (!check.success) throw new Problem('field-invalid', { field: 'check' })
  const [revision, from, to] = [
    wholeNumber('revision', value('revision')),
    wholeNumber('from', value('from')),
    wholeNumber('to', value('to')),
  ]
  const text = await textAt(ask.deps, id, revision)
  if (from > to || to > text.length || splitsPair(text, from) || splitsPair(text, to))
    throw new Problem('finding-misfit')
  return { check: check.data, revision, from, to, text, words: text.slice(from, to) }
}
