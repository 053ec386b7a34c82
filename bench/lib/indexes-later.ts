import { sql } from 'kysely'
import { corrections } from '../../src/store/migrations/0003-corrections.ts'
import { postgresWords, sqliteWords } from '../../src/store/db/words.ts'
import type { Store } from '../../src/store/db/store.ts'

/** Drops the indexes of some tables while they are filled, which is far faster; gives what makes them again. */
export async function indexesLater(store: Store, tables: readonly string[]): Promise<() => Promise<void>> {
  const words = store.capabilities.substringSearch === 'fts5-trigram' ? sqliteWords : postgresWords
  const made = corrections.statements(words).flatMap(statement => {
    const [, name = '', table = ''] = /^\s*create index (\w+) on (\w+)\s/.exec(statement) ?? []
    return tables.includes(table) && !name.endsWith('_trigram') ? [{ name, statement }] : []
  })
  for (const { name } of made) await sql`drop index ${sql.ref(name)}`.execute(store.db)
  return async () => {
    for (const { statement } of made) await sql.raw(statement).execute(store.db)
  }
}
