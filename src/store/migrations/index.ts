import { CompiledQuery, sql } from 'kysely'
import { Problem } from '../../errors.ts'
import type { Db } from '../schema.ts'
import type { Words } from '../db/words.ts'
import { first } from './0001-first.ts'
import { checks } from './0002-checks.ts'
import { corrections } from './0003-corrections.ts'
import { files } from './0004-files.ts'
import { claims } from './0005-claims.ts'
import { annotators } from './0006-annotators.ts'
import { quality } from './0007-quality.ts'
import { approvals } from './0008-approvals.ts'
import { fileStates } from './0009-file-states.ts'
import { looks } from './0010-looks.ts'
import type { Migration } from './migration.ts'

/** Every migration, in order. */
export const migrations: readonly Migration[] = [
  first,
  checks,
  corrections,
  files,
  claims,
  annotators,
  quality,
  approvals,
  fileStates,
  looks,
]

/**
 * Brings the tables to the newest form. The caller has begun a transaction in which no other process does the same.
 * @returns the names of those that were run
 * @throws Problem database-newer where the database has been opened by a newer version of the program
 */
export async function migrate(tx: Db, words: Words): Promise<readonly string[]> {
  const run = async (statement: string) => tx.executeQuery(CompiledQuery.raw(statement))
  await run(
    `create table if not exists migration (name ${words.key} primary key, at ${words.time} not null) ${words.end}`,
  )
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(tx)
  const done = new Set(rows.map(row => row.name))
  const unknown = [...done].filter(name => !migrations.some(migration => migration.name === name))
  if (unknown.length > 0) throw new Problem('database-newer', { name: unknown.join(', ') })
  const missing = migrations.filter(migration => !done.has(migration.name))
  for (const { name, statements, optional } of missing) {
    for (const statement of statements(words)) await run(statement)
    await runOptional(run, optional?.(words) ?? [])
    await sql`insert into migration (name, at) values (${name}, ${Date.now()})`.execute(tx)
  }
  return missing.map(migration => migration.name)
}

async function runOptional(run: (statement: string) => Promise<unknown>, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return
  await run('savepoint optional')
  try {
    for (const statement of statements) await run(statement)
    await run('release savepoint optional')
  } catch {
    await run('rollback to savepoint optional')
  }
}
