import type { Db, NewRow, Schema } from './schema.ts'

/** A statement takes so many values, and so many characters of text, that others need not wait for it. */
const valuesAtOnce = 4000
const charactersAtOnce = 400_000

/** Writes many rows of a table, some a statement. @param turn lets others go on, awaited after each */
export async function insertRows<T extends keyof Schema>(
  tx: Db,
  table: T,
  rows: readonly NewRow<T>[],
  turn: () => Promise<void>,
): Promise<void> {
  let some: NewRow<T>[] = []
  let [values, characters] = [0, 0]
  const write = async (): Promise<void> => {
    if (some.length === 0) return
    await tx.insertInto(table).values(some).execute()
    some = []
    values = 0
    characters = 0
    await turn()
  }
  for (const row of rows) {
    const fields: unknown[] = Object.values(row)
    const length = fields.reduce<number>((sum, field) => sum + (typeof field === 'string' ? field.length : 0), 0)
    if (values + fields.length > valuesAtOnce || characters + length > charactersAtOnce) await write()
    some.push(row)
    values += fields.length
    characters += length
  }
  await write()
}
