import { Problem } from '../../errors.ts'
import { moveAnnotation } from '../../store/annotations.ts'
import { enterText } from '../../text/entry.ts'
import type { AnnotationState } from '../../wire/annotation.ts'
import type { Deps } from '../deps.ts'
import { takeUp } from './begin-annotation.ts'
import { ownAnnotation, type Annotating } from './own-annotation.ts'
import { rememberShown } from './seen.ts'

const longestComment = 5000

export const annotationActs = ['finish', 'reopen', 'withdraw'] as const
export type AnnotationAct = (typeof annotationActs)[number]

const leadsTo: Readonly<Record<AnnotationAct, AnnotationState>> = {
  finish: 'done',
  reopen: 'open',
  withdraw: 'withdrawn',
}

/**
 * Finishes one's annotation, takes it up again, or takes it out: withdrawn, it counts nowhere and nobody sees it, until it is begun
 * again. The translation is measured anew.
 * @throws Problem annotation-misfit (another window was faster), field-invalid; as `ownAnnotation`
 */
export async function moveOwnAnnotation(
  deps: Deps,
  who: Annotating,
  act: AnnotationAct,
  said = '',
): Promise<{ readonly id: string; readonly translationId: string; readonly state: AnnotationState }> {
  const annotation = await ownAnnotation(deps.store.db, who)
  const { id, translation_id: translationId } = annotation
  const state = leadsTo[act]
  const comment = act === 'finish' ? enterText(said).trim() : annotation.comment
  if (comment.length > longestComment) throw new Problem('field-invalid', { field: 'comment' })
  if (annotation.state === state && annotation.comment === comment) return { id, translationId, state }
  const at = deps.now()
  const values = { state, done_at: state === 'done' ? at : null, comment }
  const moved = await deps.store.transaction(async tx => {
    if (act === 'reopen') return takeUp(tx, annotation, at)
    if (!(await moveAnnotation(tx, annotation, values))) return false
    await rememberShown(tx, translationId, at)
    return true
  })
  if (!moved) throw new Problem('annotation-misfit')
  return { id, translationId, state }
}
