import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CompiledQuery, DatabaseConnection, Driver } from 'kysely'
import { refuseInsideTransaction } from './guard.ts'
import { SqliteConnection } from './sqlite-connection.ts'

/** A commit flushes to the disk; transactions that wait for it meanwhile share the next one, up to so many or so many milliseconds. */
const longestBatch = { size: 64, age: 20 }

/** Transactions that are committed, and acknowledged, together. Each is a savepoint, so that each can be rolled back by itself. */
interface Batch {
  readonly began: number
  size: number
  /** settled when the commit is */
  readonly done: PromiseWithResolvers<void>
}

/** The one connection, as it was lent to a query or transaction. */
export interface Session extends DatabaseConnection {
  inTransaction: boolean
  released: boolean
  /** hands the connection on; doing it twice is doing it once */
  readonly release: () => void
}

const ours = (connection: DatabaseConnection): Session => connection as Session

/** One connection, lent to one query or transaction after the other, in the order they came. */
export class SqliteDriver implements Driver {
  readonly #open: () => DatabaseSync
  readonly #settings: readonly string[]
  readonly #begin: readonly string[]
  #database: DatabaseSync | undefined
  #connection: SqliteConnection | undefined
  #last: Promise<void> = Promise.resolve()
  #waiting = 0
  #batch: Batch | undefined
  #ready: Promise<void> | undefined

  /**
   * @param settings the statements run first; like every statement they may have to wait for another process
   * @param begin the statements that begin a transaction
   */
  constructor(open: () => DatabaseSync, settings: readonly string[], begin: readonly string[]) {
    this.#open = open
    this.#settings = settings
    this.#begin = begin
  }

  init(): Promise<void> {
    this.#ready ??= this.#start()
    return this.#ready
  }

  async #start(): Promise<void> {
    this.#database = this.#open()
    this.#connection = new SqliteConnection(this.#database)
    for (const statement of this.#settings) await this.#connection.run(statement)
  }

  async acquireConnection(): Promise<Session> {
    refuseInsideTransaction()
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    this.#waiting++
    await before
    this.#waiting--
    const session: Session = {
      inTransaction: false,
      released: false,
      release() {
        session.released = true
        resolve()
      },
      executeQuery: async <R>(query: CompiledQuery) => {
        if (!session.inTransaction) await this.#settle()
        return this.#connected.executeQuery<R>(query)
      },
      streamQuery() {
        throw new Error('rows are read by keyset, not streamed')
      },
    }
    return session
  }

  async beginTransaction(session: DatabaseConnection): Promise<void> {
    // else thousands of queued transactions, each of them only microtasks, would stall everything else
    await nextTurn()
    if (!this.#batch) {
      for (const statement of this.#begin) await this.#connected.run(statement)
      this.#batch = { began: performance.now(), size: 0, done: Promise.withResolvers() }
      this.#batch.done.promise.catch(() => undefined)
    }
    await this.#connected.run('savepoint one')
    ours(session).inTransaction = true
  }

  async commitTransaction(session: DatabaseConnection): Promise<void> {
    await this.#connected.run('release one')
    ours(session).inTransaction = false
    const batch = this.#batch
    if (batch && this.#goesOn(batch)) {
      ours(session).release()
      await batch.done.promise
    } else await this.#commit()
  }

  async rollbackTransaction(session: DatabaseConnection): Promise<void> {
    const batch = this.#batch
    if (!batch || !ours(session).inTransaction) return
    ours(session).inTransaction = false
    if (!this.#database?.isTransaction) {
      // some errors (a full disk) end the whole transaction by themselves
      this.#batch = undefined
      batch.done.reject(new Error('the transaction was rolled back together with another'))
      return
    }
    await this.#connected.run('rollback to one')
    await this.#connected.run('release one')
    if (!this.#goesOn(batch)) await this.#settle()
  }

  async releaseConnection(session: DatabaseConnection): Promise<void> {
    if (this.#waiting === 0 && !ours(session).released) await this.#settle()
    ours(session).release()
  }

  async destroy(): Promise<void> {
    this.#ready ??= Promise.resolve()
    await this.#last
    this.#connection = undefined
    if (this.#database?.isOpen) this.#database.close()
  }

  /** Whether a transaction that waits will see to the commit. */
  #goesOn(batch: Batch): boolean {
    batch.size++
    return this.#waiting > 0 && batch.size < longestBatch.size && performance.now() - batch.began < longestBatch.age
  }

  /** Ends a batch that nobody else will end. Where that fails, those hear of it whose work is in it. */
  async #settle(): Promise<void> {
    if (this.#batch) await this.#commit().catch(() => undefined)
  }

  async #commit(): Promise<void> {
    const batch = this.#batch
    this.#batch = undefined
    try {
      await this.#connected.run('commit')
      batch?.done.resolve()
    } catch (error) {
      if (this.#database?.isTransaction) await this.#connected.run('rollback')
      batch?.done.reject(error)
      throw error
    }
  }

  get #connected(): SqliteConnection {
    if (!this.#connection) throw new Error('the database is closed')
    return this.#connection
  }
}
