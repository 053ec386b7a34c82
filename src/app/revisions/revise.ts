import { Problem } from '../../errors.ts'
import { applyChange, canonical, narrow, narrowInSegments, parseChange } from '../../text/change.ts'
import type { SaveRequest, SaveResponse } from '../../wire/save.ts'
import { checkSize } from '../articles/article-fields.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, needPerson, type Which } from '../find-head.ts'
import { mergeSave } from './merge-save.ts'
import { textAt } from './read-revision.ts'
import { storeRevision } from './store-revision.ts'

export interface Author extends Which {
  readonly person: Person | null
  /** the browser whose draft of this tab the save makes needless */
  readonly browser?: string | undefined
}

/**
 * Saves what was typed as a revision of the head: merged where others have saved since, a conflict where they changed the same
 * words, and nothing but its flags where it changes nothing. Sent twice with one key, it is saved once.
 * @throws Problem name-missing, change-malformed, change-misfit, segments-fixed, flag-misfit, field-invalid, text-too-large, revision-unknown …
 */
export async function revise(deps: Deps, author: Author, request: SaveRequest): Promise<SaveResponse> {
  const person = needPerson(author.person)
  const { base, key, summary } = request
  const head = await findBareHead(deps.store.db, author)
  const translationId = head.id
  if (base > head.head_number) throw new Problem('revision-unknown')
  const baseText = await textAt(deps, translationId, base)
  const typed = parseChange(request.change, baseText)
  const mineText = applyChange(baseText, typed)
  checkSize(mineText, deps.limits.textBytes)
  const mine = {
    base,
    baseText,
    change: (head.fixed === 1 ? narrowInSegments : narrow)(typed, baseText),
    text: mineText,
    flags: request.flags,
    reasons: request.reasons,
  }
  const { browser } = author
  const { tab } = request
  const draft =
    browser === undefined || tab === undefined
      ? null
      : { key: { translationId, browser, tab }, base, change: canonical(typed) }
  return storeRevision(deps, {
    person,
    which: { translationId },
    head,
    key,
    asked: ['save', base, request.change],
    summary,
    draft,
    plan: head => mergeSave(deps, head, mine),
  })
}
