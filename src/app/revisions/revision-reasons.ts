import { reasonsOf } from '../../store/revisions.ts'
import type { Reason } from '../../wire/save.ts'
import type { Deps } from '../deps.ts'

/** Why a revision changed what it did, in places of its own text; empty for the machine's, and where nobody has said. */
export const revisionReasons = async (
  deps: Deps,
  translationId: string,
  number: number,
): Promise<readonly Reason[]> => {
  const written = await reasonsOf(deps.store.db, translationId, number)
  return written === undefined ? [] : (JSON.parse(written) as Reason[])
}
