import { annotatorsOf } from '../../store/annotators.ts'
import { flagsOfTranslation, type Flag } from '../../store/flags.ts'
import type { Db } from '../../store/schema.ts'
import { sharedLayer } from '../flags/write-flag.ts'
import { disclosedAnnotations, disclosedFlags } from './disclosed.ts'

/** The annotation of one annotator, as it may be compared with another's. */
export interface Layer {
  readonly layer: string
  readonly author: string
  /** lines of the MT, from 0, that the annotator has looked at; null where all */
  readonly segments: readonly number[] | null
  /** whether it came in with a file */
  readonly imported: boolean
  /** layers whose marks the annotator could have seen before it was begun, or taken up again; null where a file does not say */
  readonly saw: readonly string[] | null
}

/** Whether neither could have seen what the other marked; null where nobody knows, for files do not say. */
export function areBlind(a: Layer, b: Layer): boolean | null {
  if (a.saw?.includes(b.layer) || b.saw?.includes(a.layer)) return false
  return a.saw === null || b.saw === null ? null : true
}

/** Annotations of a translation that are disclosed, in the order they were begun; then those of annotators of an imported file. */
export async function comparableLayers(db: Db, translationId: string): Promise<readonly Layer[]> {
  const found = new Map<string, Layer>()
  const add = (one: Layer): void => {
    if (one.layer !== sharedLayer && !found.has(one.layer)) found.set(one.layer, one)
  }
  for (const { layer, author, saw } of await disclosedAnnotations(db, translationId))
    add({ layer, author, segments: null, imported: false, saw: JSON.parse(saw) as string[] })
  for (const { layer, author, segments, saw } of await annotatorsOf(db, translationId))
    add({
      layer,
      author,
      segments: segments === null ? null : (JSON.parse(segments) as number[]),
      imported: true,
      saw: saw === null ? null : (JSON.parse(saw) as string[]),
    })
  for (const { layer, author } of await flagsOfTranslation(db, translationId))
    add({ layer, author, segments: null, imported: true, saw: null })
  return [...found.values()]
}

/** The errors marked in the MT that may be compared, by layer: not what was dismissed. */
export async function comparableFlags(db: Db, translationId: string): Promise<ReadonlyMap<string, readonly Flag[]>> {
  const flags = (await disclosedFlags(db, translationId)).filter(
    ({ layer, revision, dismissed_at }) => layer !== sharedLayer && revision === 0 && dismissed_at === null,
  )
  return Map.groupBy(flags, ({ layer }) => layer)
}
