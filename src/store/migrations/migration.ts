import type { Words } from '../db/words.ts'

/** One step of the tables' life, in the words of the database at hand. What has been released is never changed, only followed. */
export interface Migration {
  /** number and name, in the order they are run */
  readonly name: string
  readonly statements: (words: Words) => readonly string[]
  /** Statements that may be refused (an extension needs permission): run together, all or none, without harm. */
  readonly optional?: (words: Words) => readonly string[]
}
