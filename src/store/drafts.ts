/** Drafts: what is typed and not yet saved, one a translation, browser and tab. */
import type { Db, NewRow, Row } from './schema.ts'

export interface DraftKey {
  readonly translationId: string
  readonly browser: string
  readonly tab: string
}

export const putDraft = async (db: Db, row: NewRow<'draft'>): Promise<void> => {
  const { base_number, change, flags, reasons, updated_at } = row
  await db
    .insertInto('draft')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['translation_id', 'browser', 'tab'])
        .doUpdateSet({ base_number, change, flags, reasons, updated_at }),
    )
    .execute()
}

/** What one browser has not saved, newest first. */
export const draftsOf = (db: Db, translationId: string, browser: string): Promise<Row<'draft'>[]> =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('translation_id', '=', translationId)
    .where('browser', '=', browser)
    .orderBy('updated_at', 'desc')
    .orderBy('tab')
    .execute()

const one = (db: Db, key: DraftKey) =>
  db
    .deleteFrom('draft')
    .where('translation_id', '=', key.translationId)
    .where('browser', '=', key.browser)
    .where('tab', '=', key.tab)

export const deleteDraft = async (db: Db, key: DraftKey): Promise<void> => {
  await one(db, key).execute()
}

/** Deletes the draft as far as it was kept at `time` or before: what was typed since stays. */
export const deleteDraftKeptBy = async (db: Db, key: DraftKey, time: number): Promise<void> => {
  await one(db, key).where('updated_at', '<=', time).execute()
}

/** Deletes the draft only if it is this very change. */
export const deleteDraftOf = async (db: Db, key: DraftKey, base: number, change: string): Promise<void> => {
  await one(db, key).where('base_number', '=', base).where('change', '=', change).execute()
}
