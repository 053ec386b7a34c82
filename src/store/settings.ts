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
