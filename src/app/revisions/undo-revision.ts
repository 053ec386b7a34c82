import { Problem } from '../../errors.ts'
import { inSegments } from '../../text/change.ts'
import { undoStep } from '../../text/path.ts'
import { placeAt } from '../../text/place.ts'
import type { SaveResponse } from '../../wire/save.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, needPerson } from '../find-head.ts'
import { conflictView } from './merge-save.ts'
import { allSteps, anchorOf } from '../flags/place-flags.ts'
import { textAt } from './read-revision.ts'
import type { Restoring } from './restore-revision.ts'
import { storeRevision } from './store-revision.ts'

/**
 * Takes back one revision in the middle: its change inverted and mapped over the later ones, as a new revision. A conflict,
 * and nothing stored, where later ones changed the same words.
 * @throws Problem name-missing, revision-unknown (there is none, or it is 0, the machine's), article-unknown, …
 */
export async function undoRevision(deps: Deps, input: Restoring): Promise<SaveResponse> {
  const person = needPerson(input.person)
  const { id: translationId, head_number } = await findBareHead(deps.store.db, input)
  const { revision } = input
  if (revision < 1 || revision > head_number) throw new Problem('revision-unknown')
  const mt = await textAt(deps, translationId, 0)
  return storeRevision(deps, {
    person,
    which: { translationId },
    key: input.key,
    asked: ['undo', revision],
    summary: input.summary ?? '',
    draft: null,
    async plan(head) {
      const number = head.head_number + 1
      const steps = await allSteps(deps, translationId, head.head_number)
      const undone = undoStep(steps, revision, mt)
      if (undone.kind === 'conflict') return conflictView(head, undone, undone.texts)
      const change = head.fixed === 1 ? inSegments(undone.change, head.head_text) : undone.change
      const path = [...steps, { number, change, restores: null, undoes: revision }]
      return { status: 'plan', change, undoes: revision, move: flag => placeAt(anchorOf(flag), path, number) }
    },
  })
}
