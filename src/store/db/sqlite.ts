import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import type { Driver } from 'kysely'
import { Problem } from '../../errors.ts'
import { migrate } from '../migrations/index.ts'
import type { Db, Schema } from '../schema.ts'
import { isUnwritable } from './errors.ts'
import { insideTransaction } from './guard.ts'
import { SqliteDriver } from './sqlite-driver.ts'
import { SqliteRouter } from './sqlite-router.ts'
import { capabilitiesOf } from './store.ts'
import type { CapableAdapter, Store } from './store.ts'
import { sqliteWords } from './words.ts'

/** There is no busy timeout: it would block the event loop; `SqliteConnection` waits instead. */
const openFile = (file: string, readOnly: boolean): DatabaseSync =>
  new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true, timeout: 0 })

const reading = ['pragma temp_store = memory', 'pragma cache_size = -65536']
/** Every commit is flushed to the disk, and what is deleted is overwritten: purging is for good. */
const writing = ['pragma journal_mode = wal', 'pragma synchronous = full', 'pragma secure_delete = on', ...reading]

/** The state a snapshot shows is that of its first reading. */
const snapshotBegins = ['begin', 'select 1 from sqlite_schema']

/** Pages of the search index that are merged in one go: a few milliseconds. */
const mergedPages = 200

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
  const reader = new SqliteDriver(() => openFile(file, true), reading, snapshotBegins)
  const writer = new SqliteDriver(() => openFile(file, false), writing, ['begin immediate'])
  const db = kyselyOn(new SqliteRouter(reader, writer))
  const writes = kyselyOn(writer)
  return {
    db,
    capabilities: capabilitiesOf(db),
    transaction: work => writes.transaction().execute(tx => insideTransaction(() => work(tx))),
    snapshot: work => readFrom(file, work),
    forget: () => forget(writes),
    close: async () => void (await Promise.all([reader.destroy(), writer.destroy()])),
  }
}

const kyselyOn = (driver: Driver): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => driver,
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })

/** What is searched by substrings, each by an index of its own. */
const searched = ['article_search', 'pair'] as const

/**
 * An index marks a deleted text as gone, and drops it when its parts are merged; each call merges some pages, and has less than two
 * changes to tell when all are one (https://sqlite.org/fts5.html#the_merge_command). Deleting it outright (`secure-delete`) made a
 * save twice as slow.
 */
async function forget(db: Kysely<Schema>): Promise<void> {
  const changes = async () => (await sql<{ n: number }>`select total_changes() as n`.execute(db)).rows[0]?.n ?? 0
  for (const table of searched) {
    const index = sql.table(`${table}_trigram`)
    for (let before = await changes(), step = -mergedPages; ; step = mergedPages) {
      await sql`insert into ${index} (${index}, rank) values ('merge', ${sql.lit(step)})`.execute(db)
      const after = await changes()
      if (after - before < 2) break
      before = after
    }
  }
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

/** On a connection of its own; `begin exclusive`, since a deferred or immediate one let several processes in on a new file. */
async function migrateFile(file: string): Promise<void> {
  const db = kyselyOn(new SqliteDriver(() => openFile(file, false), writing, ['begin exclusive']))
  try {
    await db.transaction().execute(tx => migrate(tx, sqliteWords))
  } finally {
    await db.destroy()
  }
}

/** On a connection of its own: the reader neither waits for the writers nor holds them up. */
async function readFrom<T>(file: string, work: (tx: Db) => Promise<T>): Promise<T> {
  const db = kyselyOn(new SqliteDriver(() => openFile(file, true), reading, snapshotBegins))
  try {
    return await db.transaction().execute(tx => insideTransaction(() => work(tx)))
  } finally {
    await db.destroy()
  }
}
