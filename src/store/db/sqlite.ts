import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { Problem } from '../../errors.ts'
import { migrate } from '../migrations/index.ts'
import type { Db, Schema } from '../schema.ts'
import { isUnwritable } from './errors.ts'
import { insideTransaction } from './guard.ts'
import { SqliteDriver } from './sqlite-driver.ts'
import { capabilitiesOf } from './store.ts'
import type { CapableAdapter, Store } from './store.ts'
import { sqliteWords } from './words.ts'

/** There is no busy timeout: it would block the event loop; `SqliteConnection` waits instead. */
const openFile = (file: string, readOnly: boolean): DatabaseSync =>
  new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true, timeout: 0 })

const reading = ['pragma temp_store = memory', 'pragma cache_size = -65536']
/** Every commit is flushed to the disk, and what is deleted is overwritten: purging is for good. */
const writing = ['pragma journal_mode = wal', 'pragma synchronous = full', 'pragma secure_delete = on', ...reading]

class Adapter extends SqliteAdapter implements CapableAdapter {
  readonly capabilities = { substringSearch: 'fts5-trigram', substringIndexed: true } as const

  /** Our driver queues by itself: Kysely's lock would hang where ours says what is wrong. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/**
 * The embedded database in a folder, made where it is not there. Several processes may open the same one.
 * @throws Problem folder-unwritable
 */
export async function openSqlite(dataDir: string): Promise<Store> {
  const file = join(dataDir, 'rodpenna.sqlite')
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    await migrateFile(file)
  } catch (error) {
    if (!isUnwritable(error)) throw error
    throw new Problem('folder-unwritable', { folder: dataDir, reason: error instanceof Error ? error.message : '' })
  }
  const db = connect(() => openFile(file, false), writing, ['begin immediate'])
  return {
    db,
    capabilities: capabilitiesOf(db),
    transaction: work => db.transaction().execute(tx => insideTransaction(() => work(tx))),
    snapshot: work => readFrom(file, work),
    close: () => db.destroy(),
  }
}

const connect = (open: () => DatabaseSync, settings: readonly string[], begin: readonly string[]): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => new SqliteDriver(open, settings, begin),
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })

/** On a connection of its own; `begin exclusive`, since a deferred or immediate one let several processes in on a new file. */
async function migrateFile(file: string): Promise<void> {
  const db = connect(() => openFile(file, false), writing, ['begin exclusive'])
  try {
    await db.transaction().execute(tx => migrate(tx, sqliteWords))
  } finally {
    await db.destroy()
  }
}

/** On a connection of its own: the reader neither waits for the writers nor holds them up. */
async function readFrom<T>(file: string, work: (tx: Db) => Promise<T>): Promise<T> {
  const db = connect(() => openFile(file, true), reading, ['begin', 'select 1 from sqlite_schema'])
  try {
    return await db.transaction().execute(tx => insideTransaction(() => work(tx)))
  } finally {
    await db.destroy()
  }
}
