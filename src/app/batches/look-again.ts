/** What became of the places of a batch in texts that had moved when it was applied. */
import { hitsPassed, insertHits, movedTranslations, type BatchHit } from '../../store/batch-hits.ts'
import { changeBatch, holdBatch, type Batch } from '../../store/batches.ts'
import { headsWithMt, type HeadWithMt } from '../../store/batch-texts.ts'
import { isForeignKeyViolation } from '../../store/db/errors.ts'
import { placeAt } from '../../text/place.ts'
import { batchRule } from './batch-rule.ts'
import type { Deps } from '../deps.ts'
import { textsAtOnce } from './each-head.ts'
import { hitsIn, type NewHit } from './find-places.ts'
import { wordsAround } from '../../text/around.ts'
import { allSteps, anchorOf } from '../flags/place-flags.ts'

/** What tells a place apart from others of its text, wherever it has moved. */
const placeOf = ({
  translation_id,
  before_text,
  words,
  after_text,
}: Pick<BatchHit, 'translation_id' | 'before_text' | 'words' | 'after_text'>): string =>
  JSON.stringify([translation_id, before_text, words, after_text])

/** All places that a wording has by now; what was not chosen before is not chosen now. */
async function foundAnew(deps: Deps, batch: Batch, heads: readonly HeadWithMt[]): Promise<NewHit[]> {
  const { db } = deps.store
  const rule = await batchRule(db, batch)
  const ids = heads.map(head => head.id)
  const left = new Set((await hitsPassed(db, batch.id, ids, 'left')).map(placeOf))
  return heads.flatMap(head => hitsIn(rule, head)).map(hit => (left.has(placeOf(hit)) ? { ...hit, chosen: 0 } : hit))
}

/** Where the places of a batch that has no wording stand by now, along the revisions since; those whose words are touched are done with. */
async function followed(deps: Deps, batch: Batch, heads: readonly HeadWithMt[]): Promise<NewHit[]> {
  const ids = heads.map(head => head.id)
  const moved = Map.groupBy(await hitsPassed(deps.store.db, batch.id, ids, 'moved'), hit => hit.translation_id)
  const found: NewHit[] = []
  for (const head of heads) {
    const hits = moved.get(head.id) ?? []
    // those that were looked for last
    const base = Math.max(...hits.map(hit => hit.base))
    const steps = await allSteps(deps, head.id, head.head_number)
    // purged meanwhile
    if (steps.length < head.head_number) continue
    for (const hit of hits.filter(each => each.base === base)) {
      const place = placeAt(anchorOf({ ...hit, revision: base }), steps, head.head_number)
      if (place.state !== 'open') continue
      const { before, after } = wordsAround(head.head_text, place)
      const stands = { base: head.head_number, span_from: place.from, span_to: place.to, outcome: '' }
      found.push({ ...hit, ...stands, before_text: before, after_text: after })
    }
  }
  return found
}

/** @returns false where a text was purged meanwhile, and nothing was written */
async function lookIn(deps: Deps, batch: Batch, ids: readonly string[]): Promise<boolean> {
  const heads = await headsWithMt(deps.store.db, ids)
  const found = await (batch.kind === 'again' ? followed : foundAnew)(deps, batch, heads)
  try {
    await deps.store.transaction(async tx => {
      const held = await holdBatch(tx, batch.id)
      if (held?.state !== 'applied') return
      const still = new Set(await movedTranslations(tx, batch.id))
      const fresh = found.filter(hit => still.has(hit.translation_id))
      await insertHits(
        tx,
        fresh.map((hit, i) => ({ ...hit, batch_id: batch.id, number: held.hits + i + 1 })),
      )
      await changeBatch(tx, batch.id, ['applied'], { hits: held.hits + fresh.length })
    })
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error
    return false
  }
  return true
}

/** Looks again in the texts that had moved: what still stands there is offered again, as hits of the same batch. */
export async function lookAgain(deps: Deps, batch: Batch): Promise<void> {
  const ids = await movedTranslations(deps.store.db, batch.id)
  for (let at = 0; at < ids.length; at += textsAtOnce)
    while (!(await lookIn(deps, batch, ids.slice(at, at + textsAtOnce))));
}
