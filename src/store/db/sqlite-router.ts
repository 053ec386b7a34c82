import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { refuseInsideTransaction } from './guard.ts'
import type { SqliteDriver } from './sqlite-driver.ts'

/** How long queries may run on end before the event loop has its turn, in milliseconds. */
const longestRun = 8

/**
 * Single statements: what selects goes to a connection for reading, which waits for no writer and sees what has been committed;
 * what writes is a transaction of its own among the others.
 */
export class SqliteRouter implements Driver {
  readonly #reader: SqliteDriver
  readonly #writer: SqliteDriver
  #lastTurn = performance.now()

  constructor(reader: SqliteDriver, writer: SqliteDriver) {
    this.#reader = reader
    this.#writer = writer
  }

  async init(): Promise<void> {
    await this.#writer.init()
    await this.#reader.init()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    refuseInsideTransaction()
    if (performance.now() - this.#lastTurn > longestRun) {
      await nextTurn()
      this.#lastTurn = performance.now()
    }
    return {
      executeQuery: <R>(query: CompiledQuery) =>
        /^\s*select\b/i.test(query.sql) ? this.#read<R>(query) : this.#write<R>(query),
      streamQuery() {
        throw new Error('rows are read by keyset, not streamed')
      },
    }
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('a transaction is begun by `transaction` of the store'))
  }

  commitTransaction(): Promise<void> {
    return Promise.resolve()
  }

  rollbackTransaction(): Promise<void> {
    return Promise.resolve()
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve()
  }

  async destroy(): Promise<void> {
    await this.#reader.destroy()
    await this.#writer.destroy()
  }

  async #read<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const session = await this.#reader.acquireConnection()
    try {
      return await session.executeQuery<R>(query)
    } finally {
      session.release()
    }
  }

  async #write<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const session = await this.#writer.acquireConnection()
    try {
      await this.#writer.beginTransaction(session)
      try {
        const result = await session.executeQuery<R>(query)
        await this.#writer.commitTransaction(session)
        return result
      } catch (error) {
        await this.#writer.rollbackTransaction(session)
        throw error
      }
    } finally {
      await this.#writer.releaseConnection(session)
    }
  }
}
