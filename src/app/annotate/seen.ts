/** Which marks of others an annotator could have seen, before their annotation was begun or taken up again. */
import {
  annotationsAlone,
  annotationsLookedAt,
  annotationsOf,
  markShown,
  noteLooks,
  type Annotation,
} from '../../store/annotations.ts'
import type { Db, Tx } from '../../store/schema.ts'
import type { Deps, Person } from '../deps.ts'
import { comparableLayers } from './comparable-layers.ts'
import { disclosed } from './disclosed.ts'

/**
 * Those that stood beside each other on a page at some time; those of an imported file, which the desk shows; and of those that are finished
 * alone, which stand beside nobody's until they can be compared, the ones whose errors the annotator has looked at in the article's figures or
 * in a file.
 * @param own the layer that is begun or taken up again, and whose it is
 * @param known of an annotation that is taken up again: what could be seen before
 */
export async function visibleTo(
  tx: Db,
  translationId: string,
  { layer: own, personId }: { readonly layer: string; readonly personId: string },
  known: readonly string[],
): Promise<string[]> {
  const lookedAt = await annotationsLookedAt(tx, translationId, personId)
  const shown = (await annotationsOf(tx, translationId)).filter(({ shown_at }) => shown_at !== null)
  const imported = (await comparableLayers(tx, translationId)).filter(one => one.imported)
  const layers = new Set([
    ...known,
    ...shown.map(({ layer }) => layer),
    ...lookedAt,
    ...imported.map(({ layer }) => layer),
  ])
  return [...layers].filter(layer => layer !== own)
}

/** Remembers of annotations that can be seen from now on that they can; part of the transaction that makes it so. */
export async function rememberShown(tx: Tx, translationId: string, at: number): Promise<void> {
  if ((await comparableLayers(tx, translationId)).length < 2) return
  const told: readonly Annotation[] = disclosed(await annotationsOf(tx, translationId))
  await markShown(tx, told.filter(({ shown_at }) => shown_at === null).map(({ id }) => id), at) // prettier-ignore
}

/**
 * Remembers of a person that they are shown what somebody else has annotated alone in some articles: what errors each paragraph has, or the marks
 * themselves. If they annotate it afterwards, they are not blind. Of who gives no name nothing is known.
 */
export async function rememberLook(
  { store: { db }, now }: Deps,
  articleIds: readonly string[],
  person: Person | null,
): Promise<void> {
  if (person === null) return
  await noteLooks(db, await annotationsAlone(db, articleIds, person.id), person.id, now())
}
