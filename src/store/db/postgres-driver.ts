import { PostgresDriver } from 'kysely'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { Pool } from 'pg'
import { isConnectionLost, unreachable } from './errors.ts'
import { refuseInsideTransaction } from './guard.ts'

/** Kysely's driver, with a server that is away told as a Problem, and a transaction kept from reaching around itself. */
export class GuardedPostgresDriver extends PostgresDriver {
  readonly #told = new WeakSet<DatabaseConnection>()

  constructor(pool: Pool) {
    super({ pool })
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    refuseInsideTransaction()
    const connection = await telling(() => super.acquireConnection())
    if (!this.#told.has(connection)) {
      this.#told.add(connection)
      const execute = connection.executeQuery.bind(connection)
      connection.executeQuery = <R>(query: CompiledQuery): Promise<QueryResult<R>> => telling(() => execute<R>(query))
    }
    return connection
  }
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isConnectionLost(error) ? unreachable(error) : error
  }
}
