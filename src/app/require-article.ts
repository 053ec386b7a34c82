import { Problem } from '../errors.ts'
import { articleById } from '../store/articles.ts'
import { personById } from '../store/persons.ts'
import type { Db, Row } from '../store/schema.ts'
import { tombstoneOf } from '../store/tombstones.ts'

/**
 * Why there is no such article: `article-purged` with `at` (epoch ms) and `person` where a tombstone is all that is left, and
 * `article-unknown` where there never was one.
 */
export async function missingArticle(db: Db, id: string): Promise<Problem> {
  const tombstone = await tombstoneOf(db, id)
  if (!tombstone) return new Problem('article-unknown', { id })
  const person = await personById(db, tombstone.person_id)
  return new Problem('article-purged', { id, at: tombstone.at, person: person?.name ?? '' })
}

/** The article's row. @throws Problem article-purged, article-unknown: see `missingArticle` */
export async function requireArticle(db: Db, id: string): Promise<Row<'article'>> {
  const article = await articleById(db, id)
  if (article) return article
  throw await missingArticle(db, id)
}
