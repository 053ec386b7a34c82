/** Which document of which file a translation came as, and where people have put its marks. */
import type { Db, NewRow, Row } from './schema.ts'

const rowsAtOnce = 200

export async function insertDocuments(tx: Db, documents: readonly NewRow<'document'>[]): Promise<void> {
  for (let at = 0; at < documents.length; at += rowsAtOnce)
    await tx
      .insertInto('document')
      .values(documents.slice(at, at + rowsAtOnce))
      .execute()
}

export const documentOf = (db: Db, translationId: string): Promise<Row<'document'> | undefined> =>
  db.selectFrom('document').selectAll().where('translation_id', '=', translationId).executeTakeFirst()

/** JSON: what the file says of the segments of a translation; null where it says nothing, or there is no file. */
export const statesOfDocument = async (db: Db, translationId: string): Promise<string | null> =>
  (await db.selectFrom('document').select('states').where('translation_id', '=', translationId).executeTakeFirst())
    ?.states ?? null

/** The file that a translation came in. */
export const fileOfTranslation = async (db: Db, translationId: string): Promise<Row<'file'> | null> =>
  (await db
    .selectFrom('document')
    .innerJoin('file', 'file.id', 'document.file_id')
    .selectAll('file')
    .where('document.translation_id', '=', translationId)
    .executeTakeFirst()) ?? null

/** Of a file all that became articles, in its order. */
export const documentsOfFile = (db: Db, fileId: string): Promise<Row<'document'>[]> =>
  db.selectFrom('document').selectAll().where('file_id', '=', fileId).orderBy('number').execute()

/** Of a file those in which anything was done: corrected, flagged, given another state, a mark put elsewhere. */
export const touchedDocuments = (db: Db, fileId: string): Promise<Row<'document'>[]> =>
  db
    .selectFrom('document')
    .innerJoin('translation', 'translation.id', 'document.translation_id')
    .selectAll('document')
    .where('document.file_id', '=', fileId)
    .where(e =>
      e.or([
        e('translation.head_number', '>', 0),
        e('translation.state', '<>', 'new'),
        e.exists(e.selectFrom('flag').select('flag.id').whereRef('flag.translation_id', '=', 'translation.id')),
        e.exists(
          e
            .selectFrom('mark_place')
            .select('mark_place.id')
            .whereRef('mark_place.translation_id', '=', 'translation.id'),
        ),
      ]),
    )
    .orderBy('document.number')
    .execute()

/** The file's articles, by the key that their documents have. */
export const articlesByKey = async (
  db: Db,
  fileId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('document')
    .innerJoin('translation', 'translation.id', 'document.translation_id')
    .select(['document.key', 'translation.article_id'])
    .where('document.file_id', '=', fileId)
    .where('document.key', 'in', keys)
    .execute()
  return new Map(rows.map(row => [row.key, row.article_id]))
}

/** The articles that a file became, in the order of its documents, each once. */
export const articlesOfFile = async (
  db: Db,
  fileId: string,
  limit?: number,
): Promise<readonly { readonly articleId: string; readonly title: string }[]> => {
  const all = db
    .selectFrom('document')
    .innerJoin('translation', 'translation.id', 'document.translation_id')
    .innerJoin('article', 'article.id', 'translation.article_id')
    .select(({ fn }) => ['article.id as articleId', 'article.title', fn.min('document.number').as('first')])
    .where('document.file_id', '=', fileId)
    .groupBy(['article.id', 'article.title'])
    .orderBy('first')
  const rows = await (limit === undefined ? all : all.limit(limit)).execute()
  return rows.map(({ articleId, title }) => ({ articleId, title }))
}

/** The files that translations of an article came in. */
export const filesOfArticle = async (
  db: Db,
  articleId: string,
): Promise<readonly { readonly fileId: string; readonly jobId: string }[]> =>
  db
    .selectFrom('document')
    .innerJoin('translation', 'translation.id', 'document.translation_id')
    .innerJoin('file', 'file.id', 'document.file_id')
    .select(['file.id as fileId', 'file.job_id as jobId'])
    .distinct()
    .where('translation.article_id', '=', articleId)
    .execute()

export const insertMarkPlace = async (tx: Db, place: NewRow<'mark_place'>): Promise<void> => {
  await tx.insertInto('mark_place').values(place).execute()
}

/** Where marks of a translation were put, each where it was put last. */
export async function markPlacesOf(db: Db, translationId: string): Promise<readonly Row<'mark_place'>[]> {
  const rows = await db
    .selectFrom('mark_place')
    .selectAll()
    .where('translation_id', '=', translationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return [...new Map(rows.map(row => [row.mark, row])).values()]
}
