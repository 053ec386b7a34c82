import { Problem } from '../../errors.ts'
import { batchById, changeBatch } from '../../store/batches.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Deps, Person } from '../deps.ts'

const steps = {
  /** looks no further; what was found can be applied */
  stop: { from: ['looking'], to: 'ready' },
  /** looks on where it was stopped */
  resume: { from: ['ready'], to: 'looking' },
  /** is thrown away without having been applied */
  drop: { from: ['looking', 'ready'], to: 'dropped' },
} as const
export type BatchStep = keyof typeof steps

/**
 * Stops looking for hits, looks on, or throws a preview away. Done already: nothing happens.
 * @throws Problem batch-unknown; batch-misfit where it was applied
 */
export async function steerBatch(
  deps: Deps,
  { person, batchId, step }: { readonly person: Person; readonly batchId: string; readonly step: BatchStep },
): Promise<void> {
  const { from, to } = steps[step]
  const done = await deps.store.transaction(async tx => {
    const batch = await batchById(tx, batchId)
    if (batch === undefined) throw new Problem('batch-unknown')
    if (batch.applied_at !== null) return false
    // what was looked through to the end needs no looking on
    if (step === 'resume' && batch.looked >= batch.to_look) return true
    if (!(await changeBatch(tx, batchId, from, { state: to }))) return batch.state === to
    const act = { id: newId(), subject: 'batch' as const, subject_id: batchId, person_id: person.id, at: deps.now() }
    await insertHouseActs(tx, [{ ...act, kind: step, detail: '{}' }])
    return true
  })
  if (!done) throw new Problem('batch-misfit')
}
