import type { Db } from '../../store/schema.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'

/** So many are marked at once. */
const markedAtOnce = 200

/**
 * Marks the next of what was derived by other rules than today's, and remembers how far it has come: in the setting, `version` when all are
 * marked, else `version id` of the last.
 * @param mark marks some after an id to be derived anew; gives the last of them, null where there are no more
 * @returns false where all are marked
 */
export async function markAnew(
  { store }: Pick<Deps, 'store'>,
  setting: string,
  version: string,
  mark: (tx: Db, after: string, limit: number) => Promise<string | null>,
): Promise<boolean> {
  const [known, after = null] = ((await readSetting(store.db, setting)) ?? '').split(' ')
  if (known === version && after === null) return false
  await store.transaction(async tx => {
    const last = await mark(tx, known === version ? (after ?? '') : '', markedAtOnce)
    await writeSetting(tx, setting, last === null ? version : `${version} ${last}`)
  })
  return true
}
