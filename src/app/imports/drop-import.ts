import { Problem } from '../../errors.ts'
import {
  clearBytes,
  deleteEmptyJob,
  deleteFile,
  filesOfJob,
  leftWithBytes,
  moveJob,
  staleJobs,
} from '../../store/files.ts'
import type { Deps, Person } from '../deps.ts'
import { needPerson } from '../find-head.ts'
import { requireJob } from './import-view.ts'
import { takeTurns } from '../take-turns.ts'

/** How long what was previewed waits for somebody to confirm it, ms. */
const patience = 7 * 24 * 60 * 60 * 1000

async function forget(deps: Deps, jobId: string): Promise<void> {
  if (!(await moveJob(deps.store.db, jobId, ['ready', 'dropped'], 'dropped'))) throw new Problem('import-misfit')
  for (const { id } of await filesOfJob(deps.store.db, jobId))
    await deps.store.transaction(tx => deleteFile(tx, id, takeTurns()))
  await deleteEmptyJob(deps.store.db, jobId)
}

/**
 * Throws away what was previewed, with its bytes.
 * @throws Problem name-missing, import-unknown; import-misfit where it was begun
 */
export async function dropImport(deps: Deps, who: Person | null, jobId: string): Promise<void> {
  needPerson(who)
  await requireJob(deps.store.db, jobId)
  await forget(deps, jobId)
}

/** Throws away what nobody has confirmed in 7 days, and what of others was to be thrown away when the program ended. @returns how many imports */
export async function sweepImports(deps: Deps): Promise<number> {
  const stale = await staleJobs(deps.store.db, deps.now() - patience)
  for (const id of stale) await forget(deps, id)
  for (const id of await leftWithBytes(deps.store.db)) await clearBytes(deps.store.db, id)
  return stale.length
}
