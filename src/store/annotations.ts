/** Annotations that persons make of an MT apart from each other, their judgements, and what was decided of two of them. */
import { sql } from 'kysely'
import type { Db, NewRow, Row } from './schema.ts'

/** An annotation with its annotator's name. */
export type Annotation = Row<'annotation'> & { readonly author: string }
export type Adjudication = Row<'adjudication'> & { readonly person: string }

const annotations = (db: Db) =>
  db
    .selectFrom('annotation')
    .innerJoin('person', 'person.id', 'annotation.person_id')
    .selectAll('annotation')
    .select('person.name as author')

const unmeasure = async (tx: Db, translationId: string): Promise<void> => {
  await tx.updateTable('translation').set({ measured: 0 }).where('id', '=', translationId).execute()
}

/** Another who is at work may keep from figures what one alone has found: the translation is to be measured anew. */
export const insertAnnotation = async (tx: Db, row: NewRow<'annotation'>): Promise<void> => {
  await tx.insertInto('annotation').values(row).execute()
  await unmeasure(tx, row.translation_id)
}

export const annotationById = (db: Db, id: string): Promise<Annotation | undefined> =>
  annotations(db).where('annotation.id', '=', id).executeTakeFirst()

/** Those of a translation, in the order they were begun. */
export const annotationsOf = (db: Db, translationId: string): Promise<Annotation[]> =>
  annotations(db)
    .where('annotation.translation_id', '=', translationId)
    .orderBy('annotation.started_at')
    .orderBy('annotation.id')
    .execute()

/** What a person has begun to annotate and not finished. */
export const annotationsAtWork = (
  db: Db,
  personId: string,
): Promise<{ id: string; translation_id: string; article_id: string }[]> =>
  db
    .selectFrom('annotation')
    .innerJoin('translation', 'translation.id', 'annotation.translation_id')
    .select(['annotation.id', 'annotation.translation_id', 'translation.article_id'])
    .where('annotation.person_id', '=', personId)
    // written out, for the index is of these rows alone
    .where(sql<boolean>`annotation.state = 'open'`)
    .orderBy('annotation.started_at')
    .execute()

/** The layers of a translation that are annotators' own. */
export const layersApart = async (db: Db, translationId: string): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('annotation').select('layer').where('translation_id', '=', translationId).execute()
  return new Set(rows.map(({ layer }) => layer))
}

/** Every layer of a translation that something stands in, or did. */
export const layersInUse = async (db: Db, translationId: string): Promise<ReadonlySet<string>> => {
  const used = new Set(await layersApart(db, translationId))
  for (const table of ['flag', 'annotator'] as const)
    for (const { layer } of await db
      .selectFrom(table)
      .select('layer')
      .distinct()
      .where('translation_id', '=', translationId)
      .execute())
      // prettier-ignore
      used.add(layer)
  return used
}

/** Holds an annotation in a state until the transaction ends; false where it is in another. */
export const holdAnnotation = async (tx: Db, id: string, state: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('annotation')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** From one state to another, after which the translation is to be measured anew; false where it is in neither. */
export async function moveAnnotation(
  tx: Db,
  { id, translation_id, state }: Pick<Row<'annotation'>, 'id' | 'translation_id' | 'state'>,
  values: Partial<Pick<Row<'annotation'>, 'state' | 'done_at' | 'comment' | 'saw'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('annotation')
    .set(values)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await unmeasure(tx, translation_id)
  return true
}

/** Remembers when annotations could first be seen by others. */
export const markShown = async (tx: Db, ids: readonly string[], at: number): Promise<void> => {
  if (ids.length > 0) await tx.updateTable('annotation').set({ shown_at: at }).where('id', 'in', ids).execute()
}

/**
 * Annotations of some articles that stand beside nobody else's, and are others' than a person's: what `disclosed` tells of one alone, by one
 * query for many articles.
 */
export const annotationsAlone = async (db: Db, articleIds: readonly string[], but: string): Promise<string[]> => {
  if (articleIds.length === 0) return []
  const rows = await db
    .selectFrom('annotation')
    .innerJoin('translation', 'translation.id', 'annotation.translation_id')
    .select('annotation.id')
    .where('translation.article_id', 'in', articleIds)
    .where('annotation.state', '=', 'done')
    .where('annotation.shown_at', 'is', null)
    .where('annotation.person_id', '<>', but)
    .where(e =>
      e.not(
        e.exists(
          e
            .selectFrom('annotation as other')
            .select('other.id')
            .whereRef('other.translation_id', '=', 'annotation.translation_id')
            .where('other.state', '=', 'open'),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Remembers that a person has seen annotations; the first time holds. */
export const noteLooks = async (db: Db, ids: readonly string[], personId: string, at: number): Promise<void> => {
  if (ids.length === 0) return
  const rows = ids.map(id => ({ annotation_id: id, person_id: personId, at }))
  await db.insertInto('annotation_look').values(rows).onConflict(c => c.doNothing()).execute() // prettier-ignore
}

/** The annotations of a translation that a person has looked at. */
export const annotationsLookedAt = async (db: Db, translationId: string, personId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('annotation_look')
    .innerJoin('annotation', 'annotation.id', 'annotation_look.annotation_id')
    .select('annotation.layer')
    .where('annotation.translation_id', '=', translationId)
    .where('annotation_look.person_id', '=', personId)
    .execute()
  return rows.map(({ layer }) => layer)
}

/** All judgements of a translation, in the order of the text; of one layer where it is named. */
export const judgementsOf = (db: Db, translationId: string, layer?: string): Promise<Row<'judgement'>[]> => {
  const all = db.selectFrom('judgement').selectAll().where('translation_id', '=', translationId)
  return (layer === undefined ? all : all.where('layer', '=', layer)).orderBy('paragraph').orderBy('layer').execute()
}

export const writeJudgement = async (tx: Db, row: NewRow<'judgement'>): Promise<void> => {
  const { score, at } = row
  await tx
    .insertInto('judgement')
    .values(row)
    .onConflict(c => c.columns(['translation_id', 'layer', 'paragraph']).doUpdateSet({ score, at }))
    .execute()
}

export const deleteJudgement = async (
  tx: Db,
  { translation_id, layer, paragraph }: Pick<Row<'judgement'>, 'translation_id' | 'layer' | 'paragraph'>,
): Promise<void> => {
  await tx
    .deleteFrom('judgement')
    .where('translation_id', '=', translation_id)
    .where('layer', '=', layer)
    .where('paragraph', '=', paragraph)
    .execute()
}

/** What is agreed on may count from now on: the translation is to be measured anew. */
export const insertAdjudication = async (tx: Db, row: NewRow<'adjudication'>): Promise<void> => {
  await tx.insertInto('adjudication').values(row).execute()
  await unmeasure(tx, row.translation_id)
}

/** What was decided in a translation, the latest last. */
export const adjudicationsOf = (db: Db, translationId: string): Promise<Adjudication[]> =>
  db
    .selectFrom('adjudication')
    .innerJoin('person', 'person.id', 'adjudication.person_id')
    .selectAll('adjudication')
    .select('person.name as person')
    .where('adjudication.translation_id', '=', translationId)
    .orderBy('adjudication.at')
    .orderBy('adjudication.id')
    .execute()
