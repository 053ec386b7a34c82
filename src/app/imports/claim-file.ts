import { claimFile, releaseFile } from '../../store/file-claims.ts'
import { fileById } from '../../store/files.ts'
import { newId } from '../../store/id.ts'
import type { Row } from '../../store/schema.ts'
import type { Deps } from '../deps.ts'

/** A claim counts for so long unless it is renewed, ms: so long a file waits whose process has died. */
const claimLasts = 30_000
/** So often it is renewed, ms. */
const renewEvery = 10_000

/**
 * Does something with a file that no other process does meanwhile.
 * @param work gets the file as it is once it is claimed
 * @returns what `work` does; undefined where another has claimed the file, or it is gone
 */
export async function whileClaimed<T>(
  deps: Pick<Deps, 'store' | 'now'>,
  fileId: string,
  work: (file: Row<'file'>) => Promise<T>,
): Promise<T | undefined> {
  const { db } = deps.store
  const claimant = newId()
  const claim = (): Promise<boolean> => {
    const now = deps.now()
    return claimFile(db, { fileId, claimant, until: now + claimLasts }, now)
  }
  if (!(await claim())) return undefined
  // one that could not be renewed is renewed the next time; who writes what is not decided by it, but by the file's count
  const renewing = setInterval(() => void claim().catch(() => undefined), renewEvery).unref()
  try {
    const file = await fileById(db, fileId)
    return file && (await work(file))
  } finally {
    clearInterval(renewing)
    await releaseFile(db, fileId, claimant)
  }
}
