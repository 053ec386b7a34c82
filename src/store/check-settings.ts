/** What the house has decided about checks. */
import type { Db, NewRow, Row } from './schema.ts'
import { readSetting, writeSetting } from './settings.ts'

/** A decision with the name of who made it. */
export type CheckSetting = Row<'check_setting'> & { readonly person: string }

export const checkSettings = (db: Db): Promise<CheckSetting[]> =>
  db
    .selectFrom('check_setting')
    .innerJoin('person', 'person.id', 'check_setting.person_id')
    .selectAll('check_setting')
    .select('person.name as person')
    .execute()

export const writeCheckSetting = async (tx: Db, row: NewRow<'check_setting'>): Promise<void> => {
  await tx
    .insertInto('check_setting')
    .values(row)
    .onConflict(c => c.column('check_id').doUpdateSet(row))
    .execute()
}

const counter = 'checks'

/** Another text after each change that concerns every article: a setting, or a dismissal for all. */
export const houseStamp = async (db: Db): Promise<string> => (await readSetting(db, counter)) ?? '0'

/** Belongs in the transaction of such a change. */
export const stampHouse = async (tx: Db): Promise<void> =>
  writeSetting(tx, counter, String(Number(await houseStamp(tx)) + 1))
