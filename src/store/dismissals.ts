/** Findings that persons say are none. */
import type { Db, NewRow, Row } from './schema.ts'

/** A dismissal with the name of who made it. */
export type Dismissal = Row<'dismissal'> & { readonly person: string }

const dismissals = (db: Db) =>
  db
    .selectFrom('dismissal')
    .innerJoin('person', 'person.id', 'dismissal.person_id')
    .selectAll('dismissal')
    .select('person.name as person')

const standing = (db: Db) => dismissals(db).where('dismissal.withdrawn_at', 'is', null)

export const insertDismissal = async (tx: Db, row: NewRow<'dismissal'>): Promise<void> => {
  await tx.insertInto('dismissal').values(row).execute()
}

export const dismissalById = (db: Db, id: string): Promise<Dismissal | undefined> =>
  dismissals(db).where('dismissal.id', '=', id).executeTakeFirst()

/** Those of an article that were not withdrawn, in the order they were made; those for all articles are not among them. */
export const dismissalsOfArticle = (db: Db, articleId: string): Promise<Dismissal[]> =>
  standing(db)
    .where('dismissal.article_id', '=', articleId)
    .where('dismissal.scope', '<>', 'always')
    .orderBy('dismissal.id')
    .execute()

/** Those that hold in every article and were not withdrawn. */
export const dismissalsForAll = (db: Db): Promise<Dismissal[]> =>
  standing(db).where('dismissal.scope', '=', 'always').orderBy('dismissal.id').execute()

/** Those of a check, the withdrawn ones too, newest first. */
export const dismissalsOfCheck = (db: Db, checkId: string, limit: number): Promise<Dismissal[]> =>
  dismissals(db).where('dismissal.check_id', '=', checkId).orderBy('dismissal.id', 'desc').limit(limit).execute()

/** @param at null brings it back; false where it was so already */
export async function withdrawRow(tx: Db, id: string, at: number | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('dismissal')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What holds in every article outlives the one it was first said in, without that one's text. */
export const detachDismissals = async (tx: Db, articleId: string): Promise<void> => {
  await tx
    .updateTable('dismissal')
    .set({ article_id: null, translation_id: null, before_text: '', after_text: '' })
    .where('article_id', '=', articleId)
    .where('scope', '=', 'always')
    .execute()
}
