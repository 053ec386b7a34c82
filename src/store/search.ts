import { sql, type RawBuilder } from 'kysely'
import { foldForSearch } from '../text/fold.ts'
import { capabilitiesOf } from './db/store.ts'
import type { Db } from './schema.ts'

/** Needles shorter than this have no trigram: what they are in is found by reading the texts. */
export const shortestIndexed = 3

/** What LIKE takes for itself, escaped. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export interface Searchable {
  readonly title: string
  readonly sourceText: string
  readonly translations: readonly { readonly mtText: string; readonly headText: string }[]
}

/** Stands for a line's end while many lines are folded as one text, which is three times faster than one by one. */
const lineEnd = '\u0001'

/** The title, the source, each MT, and those paragraphs of the corrected text that the MT has not: every line once, folded. */
export const searchText = ({ title, sourceText, translations }: Searchable): string => {
  const texts = [title, sourceText, ...translations.flatMap(({ mtText, headText }) => [mtText, headText])]
  const lines = new Set(texts.flatMap(text => text.split('\n')))
  const folded = new Set(foldForSearch([...lines].join(lineEnd)).split(lineEnd))
  return [...folded].filter(line => line !== '').join('\n')
}

/** Writes what an article is found by; the article's row must be there already. */
export const writeSearch = async (db: Db, articleId: string, searchable: Searchable): Promise<void> => {
  const text = searchText(searchable)
  await db
    .insertInto('article_search')
    .values({ article_id: articleId, text_folded: text })
    .onConflict(c => c.column('article_id').doUpdateSet({ text_folded: text }))
    .execute()
}

const pattern = (needle: string): string => `%${escapeLike(needle)}%`

/**
 * A condition on a row of `article`: its title or texts have the folded needle somewhere. Reads the one text. It is a scalar
 * subquery for that reason: else PostgreSQL asks the trigram index for all the texts that have it, however common it is.
 */
export const textHas = (needle: string): RawBuilder<unknown> => sql`(
  select case when s.text_folded like ${pattern(needle)} escape '\\' then 1 else 0 end
  from article_search s where s.article_id = article.id) = 1`

/** The articles whose title or texts have the folded needle (3 characters or more), at most `limit`, in no order. By index. */
export const searchArticles = async (db: Db, needle: string, limit: number): Promise<string[]> => {
  const { rows } = await (
    capabilitiesOf(db).substringSearch === 'fts5-trigram'
      ? sql<{ id: string }>`
        select s.article_id as id from article_search_trigram t join article_search s on s.row = t.rowid
        where article_search_trigram match ${`"${needle.replaceAll('"', '""')}"`} limit ${limit}`
      : sql<{ id: string }>`
        select article_id as id from article_search where text_folded like ${pattern(needle)} escape '\\' limit ${limit}`
  ).execute(db)
  return rows.map(row => row.id)
}
