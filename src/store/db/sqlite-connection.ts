import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { QueryResult } from 'kysely'
import { isBusy, unreachable } from './errors.ts'

/** Prepared statements kept; queries with lists of many lengths would else fill the memory. */
const keptStatements = 400
/** How long another process may hold the write lock before we give up, in milliseconds. */
const patience = 15_000

interface Prepared {
  readonly statement: StatementSync
  readonly returnsRows: boolean
}

/** One connection of node:sqlite as Kysely wants it. Statements run on this thread; waiting for a lock does not block it. */
export class SqliteConnection {
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** @throws Problem database-unreachable when another process held the lock all the time */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadline = Date.now() + patience
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      try {
        return this.#run<R>(query)
      } catch (error) {
        if (!isBusy(error)) throw error
        if (Date.now() > deadline) throw unreachable(error)
        await sleep(wait * (0.5 + Math.random()))
      }
    }
  }

  run(sql: string): Promise<QueryResult<unknown>> {
    return this.executeQuery(CompiledQuery.raw(sql))
  }

  #run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    const { statement, returnsRows } = this.#prepare(sql)
    const values = parameters as SQLInputValue[]
    if (returnsRows) return { rows: statement.all(...values) as R[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const prepared = { statement, returnsRows: statement.columns().length > 0 }
    this.#prepared.set(sql, prepared)
    if (this.#prepared.size > keptStatements) {
      const oldest = this.#prepared.keys().next()
      if (!oldest.done) this.#prepared.delete(oldest.value)
    }
    return prepared
  }
}
