import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** Where the store is: a folder for the embedded database, or the address of a PostgreSQL database. */
export type Where = { readonly dataDir: string } | { readonly url: string }

/**
 * Opens the store and brings its tables to the newest form, once, also when several processes start together.
 * @throws Problem folder-unwritable, database-unreachable
 */
export const openDatabase = (where: Where): Promise<Store> =>
  'dataDir' in where ? openSqlite(where.dataDir) : openPostgres(where.url)
