import { Problem } from '../../errors.ts'
import { countHits } from '../../store/batch-figures.ts'
import { batchesBefore, type BatchPlace } from '../../store/batches.ts'
import { batchView, figuresOf, type BatchView } from './batch-view.ts'
import type { Deps } from '../deps.ts'

const batchesAPage = 30

export interface BatchPage {
  readonly batches: readonly BatchView[]
  /** cursor of the page with older ones: opaque */
  readonly next: string | null
}

const writeCursor = ({ at, id }: BatchPlace): string => `${at}-${id}`

function readCursor(cursor: string): BatchPlace {
  const [, at, id] = /^(\d{1,15})-([0-9a-z]{16})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw new Problem('field-invalid', { field: 'after' })
  return { at: Number(at), id }
}

/** The batches, newest first, without those that were thrown away. @throws Problem field-invalid for a cursor that this did not make */
export async function listBatches(deps: Deps, after?: string): Promise<BatchPage> {
  const { db } = deps.store
  const rows = await batchesBefore(db, after === undefined ? undefined : readCursor(after), batchesAPage + 1)
  const shown = rows.slice(0, batchesAPage)
  const counts = Map.groupBy(
    await countHits(
      db,
      shown.map(batch => batch.id),
    ),
    count => count.batchId,
  )
  const last = shown.at(-1)
  return {
    batches: shown.map(batch => batchView(batch, figuresOf(counts.get(batch.id) ?? []))),
    next: rows.length > batchesAPage && last ? writeCursor(last) : null,
  }
}
