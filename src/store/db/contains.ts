import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Db } from '../schema.ts'
import { capabilitiesOf } from './store.ts'

/**
 * A condition on `article`: its searchable text contains `folded` (folded by `text/fold.ts`), character by character. The same
 * answer on every database; under three characters by reading all.
 */
export function articleContains(db: Db, folded: string): RawBuilder<SqlBool> {
  if (capabilitiesOf(db).substringSearch === 'fts5-trigram' && [...folded].length >= 3) {
    return sql<SqlBool>`article.id in (
      select s.article_id from article_search_trigram t join article_search s on s.row = t.rowid
      where article_search_trigram match ${`"${folded.replaceAll('"', '""')}"`})`
  }
  return sql<SqlBool>`article.id in (
    select article_id from article_search where text_folded like ${`%${escapeLike(folded)}%`} escape '\\')`
}

/** `%`, `_` and the escape itself stand for themselves; to be used with `escape '\'`. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
