/** The texts in which a batch looks. */
import { sql, type RawBuilder } from 'kysely'
import type { Head } from './heads.ts'
import type { Db } from './schema.ts'

/** Where is looked; what is absent limits nothing. */
export interface Scope {
  /** only in this article */
  readonly article?: string | undefined
  /** in translations of these states */
  readonly states?: readonly string[] | undefined
  /** of this MT system */
  readonly system?: string | undefined
  /** in articles that were worked on since, epoch ms */
  readonly since?: number | undefined
  /** in archived articles too */
  readonly archived?: boolean | undefined
}

/** What of a translation `t` the scope asks for. */
const fits = ({ states, system }: Scope): RawBuilder<unknown>[] => [
  ...(states === undefined ? [] : [sql`t.state in (${sql.join(states)})`]),
  ...(system === undefined ? [] : [sql`t.system = ${system}`]),
]

const and = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `)

/** Ids of the articles in scope, newest first. @param of `below`: only those with a lesser id; `among`: only these */
export async function articlesInScope(
  db: Db,
  scope: Scope,
  of: { readonly below: string | null; readonly among: readonly string[] | null; readonly limit: number },
): Promise<string[]> {
  const translation = fits(scope)
  const conditions = [
    ...(scope.archived === true ? [] : [sql`article.archived_at is null`]),
    ...(scope.article === undefined ? [] : [sql`article.id = ${scope.article}`]),
    ...(scope.since === undefined ? [] : [sql`article.touched_at >= ${scope.since}`]),
    ...(of.below === null ? [] : [sql`article.id < ${of.below}`]),
    ...(of.among === null ? [] : [of.among.length === 0 ? sql`1 = 0` : sql`article.id in (${sql.join(of.among)})`]),
    ...(translation.length === 0
      ? []
      : [sql`exists (select 1 from translation t where t.article_id = article.id and ${and(translation)})`]),
  ]
  const { rows } = await sql<{ id: string }>`
    select article.id as id from article where ${and(conditions)} order by article.id desc limit ${of.limit}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** How many articles there are, whatever else the scope asks of them. */
export const countArticles = async (db: Db, { archived, article }: Scope): Promise<number> => {
  if (article !== undefined) return 1
  let query = db.selectFrom('article').select(e => e.fn.countAll<number>().as('n'))
  if (archived !== true) query = query.where('archived_at', 'is', null)
  return Number((await query.executeTakeFirstOrThrow()).n)
}

export interface TextToLook {
  readonly article_id: string
  readonly id: string
  readonly state: string
  readonly head_number: number
  readonly head_text: string
}

/** The heads in scope of some articles, newest article first. */
export const textsToLook = async (db: Db, articleIds: readonly string[], scope: Scope): Promise<TextToLook[]> => {
  if (articleIds.length === 0) return []
  const { rows } = await sql<TextToLook>`
    select t.article_id, t.id, t.state, t.head_number, t.head_text from translation t
    where t.article_id in (${sql.join(articleIds)}) and ${and(fits(scope))}
    order by t.article_id desc, t.created_at, t.id`.execute(db)
  return rows
}

export type HeadWithMt = Head & { readonly mt_text: string }

/** Heads with their MTs' texts, in no order; those that are gone are none. */
export const headsWithMt = (db: Db, ids: readonly string[]): Promise<HeadWithMt[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('translation')
        .innerJoin('snapshot', s =>
          s.onRef('snapshot.translation_id', '=', 'translation.id').on('snapshot.number', '=', 0),
        )
        .selectAll('translation')
        .select('snapshot.text as mt_text')
        .where('translation.id', 'in', [...ids])
        .execute()
