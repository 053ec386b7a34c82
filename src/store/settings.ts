import type { Db } from './schema.ts'

export const readSetting = async (db: Db, name: string): Promise<string | null> =>
  (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value ?? null

export const writeSetting = async (db: Db, name: string, value: string): Promise<void> => {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict(c => c.column('name').doUpdateSet({ value }))
    .execute()
}

/** Sets what nobody has set yet; false where somebody was first, also in another process. */
export const claimSetting = async (db: Db, name: string, value: string): Promise<boolean> =>
  (
    await db
      .insertInto('setting')
      .values({ name, value })
      .onConflict(c => c.column('name').doNothing())
      .returning('name')
      .execute()
  ).length === 1

/** Sets what is still as it was read; false where another was faster. */
export const replaceSetting = async (
  db: Db,
  name: string,
  { before, after }: { readonly before: string | null; readonly after: string },
): Promise<boolean> => {
  if (before === null) return claimSetting(db, name, after)
  const { numUpdatedRows } = await db
    .updateTable('setting')
    .set({ value: after })
    .where('name', '=', name)
    .where('value', '=', before)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
