import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import type { Transaction } from 'kysely'
import pg from 'pg'
import { migrate } from '../migrations/index.ts'
import type { Db, Schema } from '../schema.ts'
import { isConflict, isConnectionLost } from './errors.ts'
import { insideTransaction } from './guard.ts'
import { GuardedPostgresDriver } from './postgres-driver.ts'
import type { Capabilities, CapableAdapter, Store } from './store.ts'
import { postgresWords } from './words.ts'

/** How often a transaction that ran into another is run again. */
const attempts = 30
/** The advisory lock of whoever is migrating: any number that nothing else uses. */
const migrationLock = 7_270_415

class Adapter extends PostgresAdapter implements CapableAdapter {
  readonly capabilities: Capabilities

  constructor(capabilities: Capabilities) {
    super()
    this.capabilities = capabilities
  }
}

/** int8 (counts, times) and numeric (sums of them) as numbers: none of ours reaches 2^53. */
const numeric = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])
const parser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (value: string) => unknown
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (numeric.has(oid) && format !== 'binary' ? Number : parser(oid, format)),
}

/** An error on an idle connection (the server restarts) that nobody listens to would end the process. */
function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, keepAlive: true, types })
  const forget = () => undefined
  pool.on('error', forget)
  pool.on('connect', client => client.on('error', forget))
  return pool
}

const connect = (pool: pg.Pool, capabilities: Capabilities): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new Adapter(capabilities),
      createDriver: () => new GuardedPostgresDriver(pool),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/**
 * The store in a PostgreSQL database, which must be there. It is survived when the server restarts: what was under way fails with
 * the Problem, what comes after connects again.
 * @throws Problem database-unreachable
 */
export async function openPostgres(url: string): Promise<Store> {
  const pool = openPool(url)
  const plain: Capabilities = { substringSearch: 'like', substringIndexed: false }
  const migrating = connect(pool, plain)
  try {
    await migrating.transaction().execute(async tx => {
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
      await migrate(tx, postgresWords)
    })
    const { rows } =
      await sql`select 1 from pg_indexes where schemaname = current_schema() and indexname = 'article_search_trigram'`.execute(
        migrating,
      )
    const capabilities = { ...plain, substringIndexed: rows.length > 0 }
    const db = connect(pool, capabilities)
    return {
      db,
      capabilities,
      transaction: transactions(db),
      snapshot: snapshots(db),
      forget: () => Promise.resolve(),
      close: () => pool.end(),
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/**
 * On one state of the database (repeatable read): where a row that is to be written was changed meanwhile, the whole is run again,
 * as SQLite would have let it wait. Serializable would also look at what was only read, but doubled the work of 50 writers at
 * different articles. Run again is also what found its connection dead at the beginning, before anything was asked of it.
 */
const transactions =
  (db: Kysely<Schema>): Store['transaction'] =>
  async work => {
    for (let attempt = 1; ; attempt++) {
      let begun = false
      try {
        return await db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute(tx => {
            begun = true
            return insideTransaction(() => work(tx))
          })
      } catch (error) {
        const again = isConflict(error) ? attempt < attempts : isConnectionLost(error) && !begun && attempt < 3
        if (!again) throw error
        await sleep(Math.random() * Math.min(2 ** attempt, 100))
      }
    }
  }

const snapshots =
  (db: Kysely<Schema>): Store['snapshot'] =>
  <T>(work: (tx: Db) => Promise<T>) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx: Transaction<Schema>) => insideTransaction(() => work(tx)))
