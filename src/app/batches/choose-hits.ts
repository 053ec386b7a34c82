import { Problem } from '../../errors.ts'
import { chooseHits, writeFix } from '../../store/batch-hits.ts'
import { holdBatch } from '../../store/batches.ts'
import { enterText } from '../../text/entry.ts'
import type { HitsRequest } from '../../wire/batch.ts'
import type { Deps } from '../deps.ts'

/** What can still be chosen from: also the hits of texts that had moved when it was applied. */
const open = new Set(['looking', 'ready', 'applied'])

/**
 * Says which of a batch's hits are to be applied, and what is to be written there; hits that are applied stay as they are.
 * @throws Problem batch-unknown; batch-misfit where it was undone or thrown away
 */
export const chooseFromBatch = (deps: Deps, batchId: string, request: HitsRequest): Promise<void> =>
  deps.store.transaction(async tx => {
    const batch = await holdBatch(tx, batchId)
    if (batch === undefined) throw new Problem('batch-unknown')
    if (!open.has(batch.state)) throw new Problem('batch-misfit')
    const { all, hits } = request
    if (all) {
      const meant = all.translation === undefined ? { upTo: batch.hits } : { translationId: all.translation }
      await chooseHits(tx, batchId, meant, all.chosen)
    }
    for (const chosen of [true, false]) {
      const numbers = hits.filter(hit => hit.chosen === chosen).map(hit => hit.number)
      if (numbers.length > 0) await chooseHits(tx, batchId, { numbers }, chosen)
    }
    for (const { number, fix } of hits) if (fix !== undefined) await writeFix(tx, batchId, number, enterText(fix))
  })
