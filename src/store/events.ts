import type { Db, Row } from './schema.ts'

/** What concerns the article as a whole: shown on the timeline of each of its translations. */
const articleKinds = ['import', 'translation', 'details', 'archive', 'unarchive'] as const
type EventKind = 'state' | (typeof articleKinds)[number]

type NewEvent = Omit<Row<'event'>, 'kind'> & { readonly kind: EventKind }

export const insertEvent = async (db: Db, event: NewEvent): Promise<void> => {
  await db.insertInto('event').values(event).execute()
}

/** The events of a translation and of its article, oldest first, with the names of those who acted. */
export const eventsOf = (
  db: Db,
  articleId: string,
  translationId: string,
): Promise<(Row<'event'> & { person: string })[]> =>
  db
    .selectFrom('event')
    .innerJoin('person', 'person.id', 'event.person_id')
    .selectAll('event')
    .select('person.name as person')
    .where('event.article_id', '=', articleId)
    .where(e => e.or([e('event.translation_id', '=', translationId), e('event.kind', 'in', [...articleKinds])]))
    .orderBy('event.at')
    .orderBy('event.id')
    .execute()
