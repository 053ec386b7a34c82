import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DatabaseConnection, Driver } from 'kysely'
import { refuseInsideTransaction } from './guard.ts'
import { SqliteConnection } from './sqlite-connection.ts'

/** How long queries may run on end before the event loop has its turn, in milliseconds. */
const longestRun = 8

/** One connection, taken by one query or transaction after the other, in the order they came. */
export class SqliteDriver implements Driver {
  readonly #open: () => DatabaseSync
  readonly #settings: readonly string[]
  readonly #begin: readonly string[]
  #database: DatabaseSync | undefined
  #connection: SqliteConnection | undefined
  #last: Promise<void> = Promise.resolve()
  #release: () => void = () => {}
  #lastTurn = performance.now()

  /**
   * @param settings the statements run first; like every statement they may have to wait for another process
   * @param begin the statements that begin a transaction
   */
  constructor(open: () => DatabaseSync, settings: readonly string[], begin: readonly string[]) {
    this.#open = open
    this.#settings = settings
    this.#begin = begin
  }

  async init(): Promise<void> {
    this.#database ??= this.#open()
    this.#connection = new SqliteConnection(this.#database)
    for (const statement of this.#settings) await this.#connection.run(statement)
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    refuseInsideTransaction()
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    this.#release = resolve
    if (performance.now() - this.#lastTurn > longestRun) await this.#turn()
    return this.#connected
  }

  async beginTransaction(): Promise<void> {
    await this.#turn()
    for (const statement of this.#begin) await this.#connected.run(statement)
  }

  async commitTransaction(): Promise<void> {
    await this.#connected.run('commit')
  }

  /** Some errors (a full disk) end the transaction by themselves. */
  async rollbackTransaction(): Promise<void> {
    if (this.#database?.isTransaction) await this.#connected.run('rollback')
  }

  releaseConnection(): Promise<void> {
    this.#release()
    return Promise.resolve()
  }

  async destroy(): Promise<void> {
    await this.#last
    this.#connection = undefined
    this.#database?.close()
  }

  get #connected(): SqliteConnection {
    if (!this.#connection) throw new Error('the database is closed')
    return this.#connection
  }

  /** Else thousands of queued transactions, each of them only microtasks, would stall everything else. */
  async #turn(): Promise<void> {
    await nextTurn()
    this.#lastTurn = performance.now()
  }
}
