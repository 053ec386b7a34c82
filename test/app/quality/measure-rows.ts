/** Measures as a test wants them, written past the measuring. */
import type { ErrorCounts } from '../../../src/app/measure/find-errors.ts'
import { noSums, sumsOf } from '../../../src/app/measure/figures.ts'
import { newStamp } from '../../../src/store/measures.ts'
import type { Store } from '../../../src/store/db/store.ts'

export interface Wanted {
  readonly translationId: string
  readonly articleId: string
  readonly system?: string
  readonly state?: string
  readonly at?: number
  readonly words?: number
  readonly segments?: number
  /** of the MT and what became of it */
  readonly texts?: readonly [string, string]
  readonly errors?: ErrorCounts
  readonly annotators?: number
  readonly worst?: readonly object[]
}

/** Measures a translation as is said, and marks it so. */
export async function storeMeasure({ db }: Store, wanted: Wanted): Promise<void> {
  const { translationId, articleId, texts } = wanted
  const values = {
    translation_id: translationId,
    article_id: articleId,
    system: wanted.system ?? 'Alfa',
    language: 'sv',
    state: wanted.state ?? 'approved',
    at: wanted.at ?? 1,
    words: wanted.words ?? 100,
    head_words: wanted.words ?? 100,
    segments: wanted.segments ?? 5,
    annotators: wanted.annotators ?? 0,
    judgement: -1,
    stamp: newStamp(),
    sums: JSON.stringify(texts ? sumsOf(...texts) : noSums),
    errors: JSON.stringify(wanted.errors ?? []),
    open: '[]',
    worst: JSON.stringify(wanted.worst ?? []),
  }
  await db
    .insertInto('measure')
    .values(values)
    .onConflict(c => c.column('translation_id').doUpdateSet(values))
    .execute()
  await db.updateTable('translation').set({ measured: 1 }).where('id', '=', translationId).execute()
}
