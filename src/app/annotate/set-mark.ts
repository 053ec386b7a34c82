import { Problem } from '../../errors.ts'
import { holdAnnotation, type Annotation } from '../../store/annotations.ts'
import { flagApartById, flagById } from '../../store/flags.ts'
import { newId } from '../../store/id.ts'
import type { Tx } from '../../store/schema.ts'
import type { NewMark } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import { checkSpan } from '../flags/anchor-flags.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, needPerson } from '../find-head.ts'
import { flagView } from '../flags/flag-views.ts'
import { onSteadyHead } from '../on-steady-head.ts'
import { placeAlong } from '../flags/place-flags.ts'
import { textAt } from '../revisions/read-revision.ts'
import { writeFlag } from '../flags/write-flag.ts'
import { openAnnotation, type Annotating } from './own-annotation.ts'

/** Whether the flag of this id stands in the annotation already: sent twice, it is set once. @throws Problem field-invalid */
async function isThere(tx: Tx, { translation_id, layer }: Annotation, id: string): Promise<boolean> {
  const known = await flagApartById(tx, id)
  if (known?.translation_id === translation_id && known.layer === layer) return true
  if (known ?? (await flagById(tx, id))) throw new Problem('field-invalid', { field: 'id' })
  return false
}

/**
 * Marks an error in the MT, in the annotator's own layer: no figure of the queue and no other person knows of it.
 * @throws Problem flag-misfit, field-invalid (the id is another's); as `openAnnotation`
 */
export async function setMark(deps: Deps, who: Annotating, mark: NewMark): Promise<FlagView> {
  const person = needPerson(who.person)
  const annotation = await openAnnotation(deps.store.db, who)
  const { translation_id: translationId, layer } = annotation
  const mt = await textAt(deps, translationId, 0)
  checkSpan(mark, mt)
  const id = mark.id ?? newId()
  const flag = { ...mark, id, revision: 0, words: mt.slice(mark.from, mark.to) }
  return onSteadyHead(deps, async () => {
    const head = await findBareHead(deps.store.db, { translationId })
    const place = await placeAlong(deps, translationId, flag, head.head_number)
    const at = deps.now()
    const write = async (tx: Tx): Promise<FlagView | null> => {
      if (!(await holdAnnotation(tx, annotation.id, 'open'))) throw new Problem('annotation-closed')
      if (!(await isThere(tx, annotation, id)))
        await writeFlag(tx, { translationId, layer, person, at, flag: { ...flag, place } })
      const set = await flagApartById(tx, id)
      return set ? flagView(set, '') : null
    }
    return { head, write }
  })
}
