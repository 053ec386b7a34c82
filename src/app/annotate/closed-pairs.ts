import { pairsOnlyIn } from '../../store/pair-list.ts'
import type { Db } from '../../store/schema.ts'
import { Problem } from '../../errors.ts'
import type { Person } from '../deps.ts'
import { articlesAtWork } from './disclosed.ts'

/** Pairs without those that tell whoever annotates what was corrected in the articles that are closed to them, and nowhere else. */
export async function openPairs<T extends { readonly id: string }>(
  db: Db,
  pairs: readonly T[],
  person: Person | null,
): Promise<readonly T[]> {
  const closed = await pairsOnlyIn(
    db,
    pairs.map(({ id }) => id),
    [...(await articlesAtWork(db, person)).keys()],
  )
  return pairs.filter(({ id }) => !closed.has(id))
}

/** @throws Problem annotation-begun where a pair was corrected in articles alone that are closed to who asks */
export async function refuseClosedPair(db: Db, pairId: string, person: Person | null): Promise<void> {
  const atWork = await articlesAtWork(db, person)
  const [annotation] = atWork.values()
  if (annotation !== undefined && (await pairsOnlyIn(db, [pairId], [...atWork.keys()])).has(pairId))
    throw new Problem('annotation-begun', { annotation })
}
