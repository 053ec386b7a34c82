/** A finding as an address or a form names it: `revision-from-to-check`. */
import { deskFindings } from '../app/desk/desk-findings.ts'
import { findBareHead, type Which } from '../app/find-head.ts'
import { textAt } from '../app/revisions/read-revision.ts'
import { sharedDesk } from '../app/desk/shared-desk.ts'
import { Problem } from '../errors.ts'
import { splitsPair } from '../text/span.ts'
import type { FindingView } from '../wire/finding.ts'
import type { Ask } from './page.ts'
import { patience } from './patience.ts'

type Named = Pick<FindingView, 'check' | 'from' | 'to'>

export const findingName = (revision: number, { check, from, to }: Named): string =>
  `${revision}-${from}-${to}-${check}`

export interface AskedFinding extends Named {
  readonly revision: number
  /** of that revision, and the words in it */
  readonly text: string
  readonly words: string
  /** what the checks say of it, where the text still is the one it was found in */
  readonly found: FindingView | undefined
}

/** @throws Problem field-invalid, finding-misfit, revision-unknown; article-unknown, translation-unknown, article-purged */
export async function findingAsked(ask: Ask, chosen: Which, name: string): Promise<AskedFinding> {
  const { id } = await findBareHead(ask.deps.store.db, chosen)
  const [, ...numbers] = /^(\d{1,9})-(\d{1,9})-(\d{1,9})-([a-z0-9-]{1,80})$/.exec(name) ?? []
  const check = numbers.pop()
  if (check === undefined) throw new Problem('field-invalid', { field: 'finding' })
  const [revision = 0, from = 0, to = 0] = numbers.map(Number)
  const text = await textAt(ask.deps, id, revision)
  if (from > to || to > text.length || splitsPair(text, from) || splitsPair(text, to))
    throw new Problem('finding-misfit')
  const shared = await sharedDesk(ask.deps, chosen)
  const all = shared.desk.head.number === revision ? await deskFindings(ask.deps, shared, patience) : []
  const found = typeof all === 'string' ? undefined : all.find(f => f.check === check && f.from === from && f.to === to)
  return { check, revision, from, to, text, words: text.slice(from, to), found }
}
