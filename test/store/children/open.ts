/** Opens the store named as JSON in the first argument, tells which migrations it found, and closes it. */
import { sql } from 'kysely'
import { openDatabase } from '../../../src/store/db/open.ts'
import type { Where } from '../../../src/store/db/open.ts'

const store = await openDatabase(JSON.parse(process.argv[2] ?? '') as Where)
const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(store.db)
console.log(JSON.stringify(rows.map(row => row.name)))
await store.close()
