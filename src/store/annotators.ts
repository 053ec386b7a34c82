/** Who has looked for errors in a translation, as the file says that it came in. */
import type { Db, Row } from './schema.ts'

export type KnownAnnotator = Row<'annotator'> & { readonly author: string }

export const annotatorsOf = (db: Db, translationId: string): Promise<KnownAnnotator[]> =>
  db
    .selectFrom('annotator')
    .innerJoin('person', 'person.id', 'annotator.person_id')
    .selectAll('annotator')
    .select('person.name as author')
    .where('annotator.translation_id', '=', translationId)
    .orderBy('annotator.layer')
    .execute()
