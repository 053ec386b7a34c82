/** Every table row by row, in the same order on every database, and the way back. */
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from './schema.ts'
import { columnsOf, shapes, tables, type Table, type Value, type Values } from './shapes.ts'

/** Rows are asked for by so many at once, and by so many bytes of long texts; one row may be longer. */
const rowsAtOnce = 1000
const bytesAtOnce = 4_000_000
/** Both databases take at least so many values in one statement. */
const valuesAtOnce = 30_000

const list = (names: readonly string[]) => sql.join(names.map(name => sql.ref(name)))
const asText = (value: Value | Uint8Array): Value =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64') : value
const tuple = (values: readonly (Value | Uint8Array)[]) => sql`(${sql.join(values)})`

/** All rows of a table, ordered by its key; never more than some megabytes, or one row, in memory. */
export async function* rowsOf(tx: Db, table: Table): AsyncGenerator<Values> {
  const columns = columnsOf(table)
  for await (const [after, last] of rangesOf(tx, table)) {
    const { key } = shapes[table]
    const beyond = after ? sql`(${list(key)}) > ${tuple(after)} and` : sql``
    const { rows } = await sql<Record<string, Value | Uint8Array>>`
      select ${list(columns)} from ${sql.table(table)}
      where ${beyond} (${list(key)}) <= ${tuple(last)} order by ${list(key)}`.execute(tx)
    for (const row of rows) yield columns.map(column => asText(row[column] ?? null))
  }
}

/** The keys between which the rows can be read at once: after the first, up to the last. */
async function* rangesOf(tx: Db, table: Table): AsyncGenerator<readonly [after: Values | null, last: Values]> {
  const { key, long } = shapes[table]
  const size: RawBuilder<number> = sql`${sql.join([sql`0`, ...long.map(c => sql`octet_length(${sql.ref(c)})`)], sql` + `)}`
  let after: Values | null = null
  for (;;) {
    const where: RawBuilder<unknown> = after ? sql`where (${list(key)}) > ${tuple(after)}` : sql``
    const { rows }: { rows: Record<string, Value>[] } = await sql<Record<string, Value>>`
      select ${list(key)}, ${size} as size from ${sql.table(table)} ${where} order by ${list(key)} limit ${rowsAtOnce}`.execute(
      tx,
    )
    let bytes = 0
    for (const [index, row] of rows.entries()) {
      bytes += Number(row['size'])
      const next = rows[index + 1]
      if (next && bytes + Number(next['size']) <= bytesAtOnce) continue
      const last = key.map(column => row[column] ?? null)
      yield [after, last]
      after = last
      bytes = 0
    }
    if (rows.length < rowsAtOnce) return
  }
}

/** Whether no table has a row. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const table of tables)
    if ((await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)).rows.length > 0) return false
  return true
}

/** Takes rows of a table one by one and writes them some at a time; `end` writes the last ones. */
export function rowWriter(tx: Db, table: Table, columns: readonly string[] = columnsOf(table)) {
  const most = Math.min(500, Math.floor(valuesAtOnce / columns.length))
  const binary: readonly string[] = shapes[table].binary ?? []
  const asStored = (value: Value, column: number): Value | Uint8Array =>
    typeof value === 'string' && binary.includes(columns[column] ?? '') ? Buffer.from(value, 'base64') : value
  let rows: Values[] = []
  let length = 0
  const end = async () => {
    if (rows.length === 0) return
    const values = sql.join(rows.map(row => tuple(binary.length === 0 ? row : row.map(asStored))))
    await sql`insert into ${sql.table(table)} (${list(columns)}) values ${values}`.execute(tx)
    rows = []
    length = 0
  }
  const add = async (row: Values) => {
    rows.push(row)
    length += row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
    if (rows.length >= most || length >= bytesAtOnce) await end()
  }
  return { add, end }
}
