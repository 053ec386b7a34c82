import { fileURLToPath } from 'node:url'
import { createDeps } from '../app/create-deps.ts'
import type { Deps } from '../app/deps.ts'
import { openDatabase } from '../store/db/open.ts'
import type { Call } from './command.ts'

/** The articles that come with the program. */
export const shippedCorpus = fileURLToPath(new URL('../../corpus', import.meta.url))

/**
 * Opens the store that the settings name, works with it, and closes it again, whatever comes. What breaks down in a thread is told on the
 * standard error.
 */
export async function withDeps<T>(
  { chosen, err }: Pick<Call, 'chosen' | 'err'>,
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir, textBytes, checkMs, files } = chosen()
  const store = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl })
  const deps = createDeps(store, { textBytes, checkMs, files }, line => err(`${line}\n`))
  try {
    return await work(deps)
  } finally {
    await Promise.all([deps.checks.close(), deps.reader.close()])
    await store.close()
  }
}
