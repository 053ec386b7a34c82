/** The texts in which a batch looks. */
import { sql, type RawBuilder } from 'kysely'
import { capabilitiesOf } from './db/store.ts'
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

const pattern = (needle: string): string => `%${needle.replace(/[\\%_]/g, '\\$&')}%`

/** What of a translation `t` the scope asks for. */
const fits = ({ states, system }: Scope): RawBuilder<unknown>[] => [
  ...(states === undefined ? [] : [sql`t.state in (${sql.join(states)})`]),
  ...(system === undefined ? [] : [sql`t.system = ${system}`]),
]

const and = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `)

/** Ids of articles one of whose parts has one of the needles, by index where there is one. */
const having = (db: Db, needles: readonly string[]): RawBuilder<unknown> =>
  capabilitiesOf(db).substringSearch === 'fts5-trigram'
    ? sql`select s.article_id from article_search_trigram x join article_search s on s.row = x.rowid
        where article_search_trigram match ${needles.map(needle => `"${needle.replaceAll('"', '""')}"`).join(' OR ')}`
    : sql`select s.article_id from article_search s
        where ${sql.join(
          needles.map(needle => sql`s.text_folded like ${pattern(needle)} escape '\\'`),
          sql` or `,
        )}`

/**
 * The articles in scope whose texts, old or new, have one of the needles (folded, three characters or more; none for all articles),
 * newest first. @param below only those with a lesser id
 */
export async function articlesToLook(
  db: Db,
  needles: readonly string[],
  scope: Scope,
  below: string | null,
): Promise<string[]> {
  const translation = fits(scope)
  const conditions = [
    ...(scope.archived === true ? [] : [sql`article.archived_at is null`]),
    ...(scope.article === undefined ? [] : [sql`article.id = ${scope.article}`]),
    ...(scope.since === undefined ? [] : [sql`article.touched_at >= ${scope.since}`]),
    ...(below === null ? [] : [sql`article.id < ${below}`]),
    ...(translation.length === 0
      ? []
      : [sql`exists (select 1 from translation t where t.article_id = article.id and ${and(translation)})`]),
    // of one article alone its texts are read, whatever the index says of all others
    ...(needles.length === 0 || scope.article !== undefined ? [] : [sql`article.id in (${having(db, needles)})`]),
  ]
  const { rows } = await sql<{ id: string }>`
    select article.id as id from article where ${and(conditions)} order by article.id desc`.execute(db)
  return rows.map(row => row.id)
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
