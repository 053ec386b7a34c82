/** Batches in a newsroom, for the tests. */
import { batchStory } from '../../src/app/batches/batch-story.ts'
import { lookFurther } from '../../src/app/batches/look-for-hits.ts'
import { previewBatch } from '../../src/app/batches/preview-batch.ts'
import { batchById, type Batch } from '../../src/store/batches.ts'
import { headOf } from '../../src/store/heads.ts'
import { batchRequest } from '../../src/wire/batch.ts'
import type { z } from 'zod'
import type { Newsroom } from './newsroom.ts'

/** More than any batch of a test has. */
export const everything = 1_000_000

/** A preview by Anna, with all of its hits. */
export async function previewed(room: Newsroom, request: z.input<typeof batchRequest>): Promise<string> {
  const id = await previewBatch(room.deps, room.anna, batchRequest.parse(request))
  for (;;) {
    await lookFurther(room.deps, id, 1000)
    if ((await stored(room, id)).state !== 'looking') return id
  }
}

export async function stored({ deps }: Newsroom, id: string): Promise<Batch> {
  const batch = await batchById(deps.store.db, id)
  if (batch === undefined) throw new Error(`there is no batch ${id}`)
  return batch
}

export const figuresOf = async ({ deps }: Newsroom, id: string) => (await batchStory(deps, id)).batch.figures

export const textOf = async ({ deps }: Newsroom, translationId: string): Promise<string> =>
  (await headOf(deps.store.db, { translationId }))?.head_text ?? ''

/** The words of each open hit with its fix. */
export const hitsOf = async ({ deps }: Newsroom, id: string) =>
  (await batchStory(deps, id)).groups.flatMap(group => group.hits)
