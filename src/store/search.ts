import { sql, type RawBuilder } from 'kysely'
import { foldForSearch } from '../text/fold.ts'
import { capabilitiesOf } from './db/store.ts'
import type { Db, NewRow } from './schema.ts'

/** Needles shorter than this have no trigram: what they are in is found by reading the texts. */
export const shortestIndexed = 3

/** What LIKE takes for itself, escaped. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** What of an article no save changes. */
export interface Fixed {
  readonly title: string
  readonly sourceText: string
  readonly mtTexts: readonly string[]
}

/** The part of an article's texts that no save changes; each other part is a translation's, and has its id. */
const fixedPart = 'fixed'

/** Stands for a line's end while many lines are folded as one text, which is three times faster than one by one. */
const lineEnd = '\u0001'

/** Every line of the texts once, folded. */
export const searchText = (texts: readonly string[]): string => {
  const lines = new Set(texts.flatMap(text => text.split('\n')))
  const folded = new Set(foldForSearch([...lines].join(lineEnd)).split(lineEnd))
  return [...folded].filter(line => line !== '').join('\n')
}

interface Part {
  readonly articleId: string
  readonly part: string
  readonly texts: readonly string[]
}

/** A statement takes so many parts at most. */
const partsAtOnce = 200

const writeParts = async (db: Db, parts: readonly Part[]): Promise<void> => {
  // of a part that is written twice the last holds
  const last = new Map(parts.map(part => [`${part.articleId} ${part.part}`, part]))
  const rows = [...last.values()].map(({ articleId, part, texts }) => ({
    article_id: articleId,
    part,
    text_folded: searchText(texts),
  }))
  for (const { article_id, part } of rows.filter(row => row.text_folded === ''))
    await db.deleteFrom('article_search').where('article_id', '=', article_id).where('part', '=', part).execute()
  const full = rows.filter(row => row.text_folded !== '')
  for (let at = 0; at < full.length; at += partsAtOnce)
    await db
      .insertInto('article_search')
      .values(full.slice(at, at + partsAtOnce))
      .onConflict(c =>
        c.columns(['article_id', 'part']).doUpdateSet(e => ({ text_folded: e.ref('excluded.text_folded') })),
      )
      .execute()
}

/** Writes the title, the source and the MTs that an article is found by; its row must be there already. */
export const writeFixed = (db: Db, articleId: string, { title, sourceText, mtTexts }: Fixed): Promise<void> =>
  writeParts(db, [{ articleId, part: fixedPart, texts: [title, sourceText, ...mtTexts] }])

/** What `writeFixed` writes of a new article, from folded texts of `searchText`; no row where they have no line. */
export const fixedRow = (articleId: string, folded: readonly string[]): NewRow<'article_search'>[] => {
  const lines = new Set(folded.flatMap(text => text.split('\n')))
  lines.delete('')
  return lines.size === 0 ? [] : [{ article_id: articleId, part: fixedPart, text_folded: [...lines].join('\n') }]
}

/** What a translation's corrections let an article be found by: the paragraphs of the corrected text that the MT has not. */
export interface CorrectedPart {
  readonly articleId: string
  readonly translationId: string
  readonly paragraphs: readonly string[]
}

/**
 * Writes what corrections let articles be found by. Rows as small as they are, so that a save of a large text need not fold and index all of
 * it; and many together, for in SQLite each statement after one of these writes the index anew that it leaves behind.
 */
export const writeCorrected = (db: Db, parts: readonly CorrectedPart[]): Promise<void> =>
  writeParts(
    db,
    parts.map(({ articleId, translationId, paragraphs }) => ({ articleId, part: translationId, texts: paragraphs })),
  )

const pattern = (needle: string): string => `%${escapeLike(needle)}%`

/** A condition on a folded column: it has the folded needle somewhere. */
export const has = (column: RawBuilder<unknown>, needle: string): RawBuilder<unknown> =>
  sql`${column} like ${pattern(needle)} escape '\\'`

/** Of a column of two folded lines: one of the two has the folded needle. */
export const hasInLine = (
  column: RawBuilder<unknown>,
  line: 'first' | 'second',
  needle: string,
): RawBuilder<unknown> => {
  const found = pattern(needle)
  return sql`${column} like ${line === 'first' ? `${found}\n%` : `%\n${found}`} escape '\\'`
}

/**
 * A condition on a row of `article`: its title or texts have the folded needle somewhere. Reads this article's texts only. It is a
 * scalar subquery for that reason: else PostgreSQL asks the trigram index for all texts that have it, however common it is.
 */
export const textHas = (needle: string): RawBuilder<unknown> => sql`(
  select max(case when ${has(sql`s.text_folded`, needle)} then 1 else 0 end)
  from article_search s where s.article_id = article.id) = 1`

/**
 * The values of a column in the rows whose `text_folded` has the folded needle (3 characters or more): at most `limit`, in no order.
 * By index.
 */
export const rowsWith = async (
  db: Db,
  table: 'article_search' | 'pair',
  column: string,
  needle: string,
  limit: number,
): Promise<readonly string[]> => {
  const [value, rows, index] = [sql.ref(`s.${column}`), sql.table(table), sql.table(`${table}_trigram`)]
  const found = await (
    capabilitiesOf(db).substringSearch === 'fts5-trigram'
      ? sql<{ value: string }>`
        select ${value} as value from ${index} t join ${rows} s on s.row = t.rowid
        where ${index} match ${`"${needle.replaceAll('"', '""')}"`} limit ${limit}`
      : sql<{ value: string }>`
        select ${value} as value from ${rows} s where ${has(sql`s.text_folded`, needle)} limit ${limit}`
  ).execute(db)
  return found.rows.map(row => row.value)
}

/**
 * The articles whose title or texts have the folded needle (3 characters or more), each once, in no order; null where more than
 * `most` texts have it. By index.
 */
export const searchArticles = async (db: Db, needle: string, most: number): Promise<readonly string[] | null> => {
  const ids = await rowsWith(db, 'article_search', 'article_id', needle, most + 1)
  return ids.length > most ? null : [...new Set(ids)]
}

/** The same for several needles: articles that have one of them. */
export async function searchArticlesForAny(
  db: Db,
  needles: readonly string[],
  most: number,
): Promise<readonly string[] | null> {
  const found = new Set<string>()
  for (const needle of needles) {
    const ids = await searchArticles(db, needle, most)
    if (ids === null) return null
    for (const id of ids) found.add(id)
    if (found.size > most) return null
  }
  return [...found]
}
