import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** Where the store is: a folder for the embedded database, or the address of a PostgreSQL server's database. */
export type Where = { readonly dataDir: string } | { readonly url: string }

/**
 * Opens the store and brings its tables to the newest form, once, also when several processes start together.
 * @throws Problem folder-unwritable, database-unreachable
 */
export const openDatabase = (where: Where): Promise<Store> => {
  if ('dataDir' in where) return openSqlite(where.dataDir)
  throw new Error('not yet')
}
