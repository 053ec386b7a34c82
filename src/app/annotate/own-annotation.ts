import { Problem } from '../../errors.ts'
import { annotationById, type Annotation } from '../../store/annotations.ts'
import type { Db } from '../../store/schema.ts'
import type { Person } from '../deps.ts'
import { needPerson } from '../find-head.ts'

/** Who does something in which annotation. */
export interface Annotating {
  readonly person: Person | null
  readonly annotationId: string
}

/** An annotation, for its annotator only. @throws Problem annotation-unknown, name-missing, annotation-foreign */
export async function ownAnnotation(db: Db, { person, annotationId }: Annotating): Promise<Annotation> {
  const annotation = await annotationById(db, annotationId)
  if (annotation === undefined) throw new Problem('annotation-unknown')
  if (annotation.person_id !== needPerson(person).id) throw new Problem('annotation-foreign')
  return annotation
}

/** The same where it may still be written. @throws Problem annotation-closed; as `ownAnnotation` */
export async function openAnnotation(db: Db, who: Annotating): Promise<Annotation> {
  const annotation = await ownAnnotation(db, who)
  if (annotation.state !== 'open') throw new Problem('annotation-closed')
  return annotation
}
