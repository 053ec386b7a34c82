import { fileURLToPath } from 'node:url'
import { createDeps } from '../app/create-deps.ts'
import type { Deps } from '../app/deps.ts'
import type { Settings } from '../config.ts'
import { openDatabase } from '../store/db/open.ts'

/** The articles that come with the program. */
export const shippedCorpus = fileURLToPath(new URL('../../corpus', import.meta.url))

/** Opens the store that the settings name, works with it, and closes it again, whatever comes. */
export async function withDeps<T>(
  { databaseUrl, dataDir, textBytes, checkMs, files }: Settings,
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  const store = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl })
  const deps = createDeps(store, { textBytes, checkMs, files })
  try {
    return await work(deps)
  } finally {
    await Promise.all([deps.checks.close(), deps.reader.close()])
    await store.close()
  }
}
