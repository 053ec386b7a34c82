import type { Kysely } from 'kysely'
import type { Db, Schema, Tx } from '../schema.ts'

/** What a database can do beyond common SQL. Callers ask for these, never for the database's name. */
export interface Capabilities {
  /** how a substring is found: by SQLite's FTS5 trigram table, or by LIKE (with a trigram index or by a scan) */
  readonly substringSearch: 'fts5-trigram' | 'like'
  /** whether substrings of three characters and more are found by an index; else every text is read */
  readonly substringIndexed: boolean
}

/** An open database with the newest tables. The same queries run on every kind of it. */
export interface Store {
  /** For reading, and for single statements that are whole by themselves. Must not be used inside `transaction`: it throws there. */
  readonly db: Kysely<Schema>
  readonly capabilities: Capabilities
  /**
   * Runs `work` wholly or not at all, on one state of the database. Where another has meanwhile written a row that this one is to
   * write, `work` is run again on the newer state: it must do nothing but query `tx`. So of two that read and then write the same
   * row none is lost; two that only read what the other writes are not kept apart: let both write one row first.
   * @throws Problem database-unreachable; what `work` throws
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs `work` on one unchanging state of the database; others go on writing meanwhile. `work` must only read. */
  snapshot<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /**
   * Takes what was deleted out of the search index and the log too, where it would else stay until it is overwritten: after a
   * purge. In small steps, beside the other work.
   */
  forget(): Promise<void>
  close(): Promise<void>
}

/** What the adapter of each of our dialects carries, so that a query can ask with only the transaction at hand. */
export interface CapableAdapter {
  readonly capabilities: Capabilities
}

/** The capabilities of the database, or of the database of a transaction. */
export const capabilitiesOf = (db: Db): Capabilities =>
  (db.getExecutor().adapter as unknown as CapableAdapter).capabilities
