/** What was done to checks and to their findings. */
import type { Db, Row } from './schema.ts'

export type CheckActKind = 'accept' | 'dismiss' | 'withdraw' | 'set'
/** An act with the name of who did it, and the title of the article it was done in. */
export type CheckAct = Row<'check_act'> & { readonly person: string; readonly title: string | null }

/** A statement takes so many values at most; one save may take a fix thousands of times. */
const rowsAtOnce = 500

export const insertCheckActs = async (
  tx: Db,
  rows: readonly (Omit<Row<'check_act'>, 'kind'> & { readonly kind: CheckActKind })[],
): Promise<void> => {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx
      .insertInto('check_act')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
}

/** The latest acts of a check of some kinds, newest first. */
export const actsOfCheck = (
  db: Db,
  checkId: string,
  kinds: readonly CheckActKind[],
  limit: number,
): Promise<CheckAct[]> =>
  db
    .selectFrom('check_act')
    .innerJoin('person', 'person.id', 'check_act.person_id')
    .leftJoin('article', 'article.id', 'check_act.article_id')
    .selectAll('check_act')
    .select(['person.name as person', 'article.title'])
    .where('check_act.check_id', '=', checkId)
    .where('check_act.kind', 'in', [...kinds])
    .orderBy('check_act.id', 'desc')
    .limit(limit)
    .execute()

/** How often each kind of act was done to each check, or to one of them. */
export const countActs = async (
  db: Db,
  checkId?: string,
): Promise<readonly { readonly checkId: string; readonly kind: string; readonly n: number }[]> => {
  let query = db
    .selectFrom('check_act')
    .select(['check_id', 'kind'])
    .select(e => e.fn.countAll<number>().as('n'))
    .groupBy(['check_id', 'kind'])
  if (checkId !== undefined) query = query.where('check_id', '=', checkId)
  return (await query.execute()).map(row => ({ checkId: row.check_id, kind: row.kind, n: Number(row.n) }))
}
