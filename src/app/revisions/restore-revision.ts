import { Problem } from '../../errors.ts'
import { changeBetween, changeInSegments } from '../../text/change.ts'
import { placeAt } from '../../text/place.ts'
import type { SaveResponse } from '../../wire/save.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, needPerson, type Which } from '../find-head.ts'
import { allSteps, anchorOf } from '../flags/place-flags.ts'
import { textAt } from './read-revision.ts'
import { storeRevision } from './store-revision.ts'

export interface Restoring extends Which {
  readonly person: Person | null
  /** the revision to bring back; 0 is the machine's text */
  readonly revision: number
  readonly key: string
  readonly summary?: string | undefined
}

/**
 * Brings back the text of an older revision as a new one: nothing is erased, and its words get their old authors and flags back.
 * `unchanged` where the head has that text already.
 * @throws Problem name-missing, revision-unknown, article-unknown, translation-unknown, article-purged
 */
export async function restoreRevision(deps: Deps, input: Restoring): Promise<SaveResponse> {
  const person = needPerson(input.person)
  const { id: translationId, head_number } = await findBareHead(deps.store.db, input)
  const { revision } = input
  if (revision > head_number) throw new Problem('revision-unknown')
  const wanted = await textAt(deps, translationId, revision)
  return storeRevision(deps, {
    person,
    which: { translationId },
    key: input.key,
    asked: ['restore', revision],
    summary: input.summary ?? '',
    draft: null,
    async plan(head) {
      const number = head.head_number + 1
      const change = (head.fixed === 1 ? changeInSegments : changeBetween)(head.head_text, wanted)
      const steps = await allSteps(deps, translationId, head.head_number)
      const path = [...steps, { number, change, restores: revision, undoes: null }]
      return { status: 'plan', change, restores: revision, move: flag => placeAt(anchorOf(flag), path, number) }
    },
  })
}
