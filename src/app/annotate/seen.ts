/** Which marks of others an annotator could have seen, before their annotation was begun or taken up again. */
import { annotationsOf, markShown, type Annotation } from '../../store/annotations.ts'
import type { Tx } from '../../store/schema.ts'
import { comparableLayers } from './comparable-layers.ts'
import { disclosed } from './disclosed.ts'

/**
 * Those that stood beside each other on a page at some time, and those of an imported file, which the desk shows. One that is finished
 * alone stands on no page until it can be compared.
 * @param own the layer that is begun or taken up again; '' where it has none yet
 * @param known of an annotation that is taken up again: what could be seen before
 */
export async function visibleTo(
  tx: Tx,
  translationId: string,
  own: string,
  known: readonly string[],
): Promise<string[]> {
  const shown = (await annotationsOf(tx, translationId)).filter(({ shown_at }) => shown_at !== null)
  const imported = (await comparableLayers(tx, translationId)).filter(one => one.imported)
  const layers = new Set([...known, ...shown.map(({ layer }) => layer), ...imported.map(({ layer }) => layer)])
  return [...layers].filter(layer => layer !== own)
}

/** Remembers of annotations that can be seen from now on that they can; part of the transaction that makes it so. */
export async function rememberShown(tx: Tx, translationId: string, at: number): Promise<void> {
  if ((await comparableLayers(tx, translationId)).length < 2) return
  const told: readonly Annotation[] = disclosed(await annotationsOf(tx, translationId))
  await markShown(tx, told.filter(({ shown_at }) => shown_at === null).map(({ id }) => id), at) // prettier-ignore
}
