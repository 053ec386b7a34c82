import { Problem } from '../errors.ts'
import { articleById } from '../store/articles.ts'
import { personById } from '../store/persons.ts'
import type { Db, Row } from '../store/schema.ts'
import { tombstoneOf } from '../store/tombstones.ts'

/**
 * The article's row. Throws the Problem `article-purged` with `at` (epoch ms) and `person` where a tombstone is all that is
 * left, and `article-unknown` where there never was one.
 */
export async function requireArticle(db: Db, id: string): Promise<Row<'article'>> {
  const article = await articleById(db, id)
  if (article) return article
  const tombstone = await tombstoneOf(db, id)
  if (!tombstone) throw new Problem('article-unknown', { id })
  const person = await personById(db, tombstone.person_id)
  throw new Problem('article-purged', { id, at: tombstone.at, person: person?.name ?? '' })
}
