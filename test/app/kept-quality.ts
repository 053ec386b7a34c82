import type { Store } from '../../src/store/db/store.ts'
import { newId } from '../../src/store/id.ts'

/** A row in every table of quality. */
export async function keepQuality(
  { db }: Store,
  { articleId, translationId, personId }: Readonly<Record<'articleId' | 'translationId' | 'personId', string>>,
): Promise<void> {
  const of = { translation_id: translationId, person_id: personId }
  const annotation = newId()
  await db
    .insertInto('measure')
    .values({
      translation_id: translationId,
      article_id: articleId,
      system: '',
      language: 'sv',
      state: 'in-review',
      at: 1,
      words: 9,
      head_words: 9,
      segments: 3,
      annotators: 1,
      judgement: -1,
      sums: '{}',
      errors: '[["terminology/wrong-term","major",1]]',
      open: '[]',
      worst: '[]',
    })
    .execute()
  const open = { state: 'open', started_at: 1, done_at: null, comment: '' }
  await db
    .insertInto('annotation')
    .values({ id: annotation, ...of, layer: 'Anna', ...open })
    .execute()
  await db.insertInto('judgement').values({ annotation_id: annotation, paragraph: 0, score: 66, at: 1 }).execute()
  const agreed = { a_flag_id: newId(), b_flag_id: '', choice: 'a', flag_id: '', at: 1, comment: '' }
  await db
    .insertInto('adjudication')
    .values({ id: newId(), ...of, ...agreed })
    .execute()
  const sat = { started_at: 1, updated_at: 2, active_ms: 1, open_ms: 1, keystrokes: 3 }
  await db
    .insertInto('effort')
    .values({ id: newId(), ...of, ...sat })
    .execute()
}
