import { Problem } from '../../errors.ts'
import { annotationsAtWork, annotationsOf, judgementsOf, type Annotation } from '../../store/annotations.ts'
import { flagsApart, flagsOfTranslation, type Flag } from '../../store/flags.ts'
import type { Db, Row } from '../../store/schema.ts'
import type { Person } from '../deps.ts'

/**
 * The one rule of what is annotated apart. The desk, its figures and whatever reads `flagsOfTranslation` never have such flags. An
 * annotation that is not finished is its annotator's alone, and so is one that is, while it is the only one and somebody else is still at
 * work: who annotates must not see what others found. The rest may be compared, agreed on and given out.
 */
export function disclosed<T extends Pick<Annotation, 'state'>>(annotations: readonly T[]): readonly T[] {
  const done = annotations.filter(({ state }) => state === 'done')
  const othersAtWork = annotations.some(({ state }) => state === 'open')
  return done.length < 2 && othersAtWork ? [] : done
}

/** The annotations of a translation that may be seen by whoever asks. */
export const disclosedAnnotations = async (db: Db, translationId: string): Promise<readonly Annotation[]> =>
  disclosed(await annotationsOf(db, translationId))

/** All flags of a translation that may be given out: those of the desk, and of the annotations that are disclosed. */
export async function disclosedFlags(db: Db, translationId: string): Promise<Flag[]> {
  const layers = (await disclosedAnnotations(db, translationId)).map(({ layer }) => layer)
  return [...(await flagsOfTranslation(db, translationId)), ...(await flagsApart(db, translationId, layers))]
}

/** The judgements of a translation that may be given out: those of a file, and of the annotations that are disclosed. */
export async function disclosedJudgements(db: Db, translationId: string): Promise<Row<'judgement'>[]> {
  const all = await annotationsOf(db, translationId)
  const told = disclosed(all)
  const hidden = new Set(all.filter(one => !told.includes(one)).map(({ layer }) => layer))
  return (await judgementsOf(db, translationId)).filter(({ layer }) => !hidden.has(layer))
}

/** The articles that a person has begun to annotate and not finished, each with the id of the annotation. */
export async function articlesAtWork(db: Db, person: Person | null): Promise<ReadonlyMap<string, string>> {
  if (person === null) return new Map()
  return new Map((await annotationsAtWork(db, person.id)).map(({ article_id, id }) => [article_id, id]))
}

/** Who annotates a translation does not see what others found in it before they have finished. @throws Problem annotation-begun */
export async function refuseAnnotators(db: Db, translationId: string, person: Person | null): Promise<void> {
  if (person === null) return
  const begun = (await annotationsAtWork(db, person.id)).find(({ translation_id }) => translation_id === translationId)
  if (begun) throw new Problem('annotation-begun', { annotation: begun.id })
}
