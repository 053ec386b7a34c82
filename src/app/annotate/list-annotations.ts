import { annotationsOf, type Annotation } from '../../store/annotations.ts'
import type { AnnotationState } from '../../wire/annotation.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { comparableLayers, type Layer } from './comparable-layers.ts'
import { disclosed } from './disclosed.ts'
import { visibleTo } from './seen.ts'

export interface AnnotationLine {
  readonly id: string
  readonly author: string
  readonly layer: string
  readonly state: AnnotationState
  /** epoch ms */
  readonly startedAt: number
  readonly doneAt: number | null
  /** what the annotator says of it when it is finished; '' where whoever asks may not see yet what was found */
  readonly comment: string
  /** of the person who asks */
  readonly own: boolean
  /** layers whose marks its annotator could have seen before it was begun, or taken up again: towards these it is not blind */
  readonly saw: readonly string[]
}

export interface AnnotationList {
  readonly translationId: string
  readonly annotations: readonly AnnotationLine[]
  /** what can be compared */
  readonly layers: readonly Layer[]
  /** whose marks whoever asks could have seen: towards these an annotation that they begin now, or take up again, is not blind */
  readonly couldSee: readonly string[]
}

/** Who annotates a translation apart; what they have marked is told by nothing here. @throws as `findBareHead` */
export async function listAnnotations(
  deps: Deps,
  which: Which & { readonly person: Person | null },
): Promise<AnnotationList> {
  const { db } = deps.store
  const { id: translationId } = await findBareHead(db, which)
  const [rows, layers] = [await annotationsOf(db, translationId), await comparableLayers(db, translationId)]
  const isOwn = (row: Annotation): boolean => row.person_id === which.person?.id
  const annotates = rows.some(row => isOwn(row) && row.state === 'open')
  const told = new Set([...(annotates ? [] : disclosed(rows)), ...rows.filter(isOwn)])
  const annotations = rows.map(row => ({
    id: row.id,
    author: row.author,
    layer: row.layer,
    state: row.state as AnnotationState,
    startedAt: row.started_at,
    doneAt: row.done_at,
    comment: row.state === 'done' && told.has(row) ? row.comment : '',
    own: isOwn(row),
    saw: JSON.parse(row.saw) as string[],
  }))
  const mine = rows.find(isOwn)
  const who = which.person && { layer: mine?.layer ?? '', personId: which.person.id }
  const known = JSON.parse(mine?.saw ?? '[]') as string[]
  const couldSee = who && mine?.state !== 'open' ? await visibleTo(db, translationId, who, known) : []
  return { translationId, annotations, layers, couldSee }
}
