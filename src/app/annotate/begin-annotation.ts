import {
  annotationsOf,
  insertAnnotation,
  layersInUse,
  moveAnnotation,
  type Annotation,
} from '../../store/annotations.ts'
import { isForeignKeyViolation, isUniqueViolation } from '../../store/db/errors.ts'
import { newId } from '../../store/id.ts'
import type { Tx } from '../../store/schema.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, needPerson, type Which } from '../find-head.ts'
import { sharedLayer } from '../flags/write-flag.ts'
import { rememberShown, visibleTo } from './seen.ts'

/** The annotator's name, made unique among the layers there are. */
function layerFor(name: string, used: ReadonlySet<string>): string {
  if (name !== sharedLayer && !used.has(name)) return name
  for (let n = 2; ; n += 1) if (!used.has(`${name} ${n}`)) return `${name} ${n}`
}

/** Opens an annotation again that is not; false where another window was faster. */
export async function takeUp(tx: Tx, annotation: Annotation, at: number): Promise<boolean> {
  const { translation_id: translationId, layer, person_id: personId } = annotation
  const saw = await visibleTo(tx, translationId, { layer, personId }, JSON.parse(annotation.saw) as string[])
  if (!(await moveAnnotation(tx, annotation, { state: 'open', done_at: null, saw: JSON.stringify(saw) }))) return false
  // of those that are finished, others may be told now, or no longer
  await rememberShown(tx, translationId, at)
  return true
}

const own = (annotations: readonly Annotation[], person: Person): Annotation | undefined =>
  annotations.find(({ person_id }) => person_id === person.id)

/**
 * A person annotates a translation's MT apart from the others, in a layer of their own. Whoever has begun goes on; one that was
 * withdrawn is taken up again, with what it had. What others marked and could be seen by then is remembered with it.
 * @returns the annotation's id
 * @throws Problem name-missing, article-unknown, translation-unknown, article-purged
 */
export async function beginAnnotation(
  deps: Deps,
  input: Which & { readonly person: Person | null },
): Promise<{ readonly id: string; readonly articleId: string; readonly translationId: string }> {
  const person = needPerson(input.person)
  const { id: translationId, article_id: articleId } = await findBareHead(deps.store.db, input)
  for (;;) {
    try {
      const id = await deps.store.transaction(async tx => {
        const known = own(await annotationsOf(tx, translationId), person)
        if (known?.state === 'withdrawn') await takeUp(tx, known, deps.now())
        if (known) return known.id
        const layer = layerFor(person.name, await layersInUse(tx, translationId))
        const made = newId()
        await insertAnnotation(tx, {
          id: made,
          translation_id: translationId,
          person_id: person.id,
          layer,
          state: 'open',
          started_at: deps.now(),
          done_at: null,
          comment: '',
          shown_at: null,
          saw: JSON.stringify(await visibleTo(tx, translationId, { layer, personId: person.id }, [])),
        })
        return made
      })
      return { id, articleId, translationId }
    } catch (error) {
      // Purged while this was read: looking again, where writes are made, says so.
      if (isForeignKeyViolation(error)) await deps.store.transaction(tx => findBareHead(tx, { translationId }))
      // begun twice at once: the other is found
      if (!isUniqueViolation(error)) throw error
    }
  }
}
