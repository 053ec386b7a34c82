import { insertHits } from '../../store/batch-hits.ts'
import { batchById, changeBatch, holdBatch, type Batch } from '../../store/batches.ts'
import type { Scope } from '../../store/batch-texts.ts'
import { isForeignKeyViolation } from '../../store/db/errors.ts'
import { firstWhere } from '../../text/first-where.ts'
import { batchRule } from './batch-rule.ts'
import type { Deps } from '../deps.ts'
import { articlesNamed, articlesWalked, findPlaces, type Found } from './find-places.ts'
import { LruCache } from '../lru-cache.ts'
import type { PlaceRule } from './place-rule.ts'

/** A batch has no more hits than a person can look through; those of the newest articles. The rest is another batch's. */
export const mostHits = 10_000
/** How long is looked before what was found is written, ms. */
const longestStep = 100

const idsBytes = 64
const kept = new WeakMap<Deps['store'], LruCache<{ readonly named: readonly string[] | null }>>()

/** The articles that a batch's words are known to stand in, newest first, kept while they are looked through; null where all are walked through. */
export async function articlesNamedBy(
  deps: Deps,
  batchId: string,
  rule: PlaceRule,
  scope: Scope,
): Promise<readonly string[] | null> {
  const cache = kept.get(deps.store) ?? new LruCache(8 * 1024 * 1024)
  kept.set(deps.store, cache)
  const known = cache.get(batchId) ?? { named: await articlesNamed(deps, rule, scope) }
  cache.set(batchId, known, (known.named?.length ?? 1) * idsBytes)
  return known.named
}

/** The articles that are to be looked through next. */
async function articlesAfter(
  deps: Deps,
  batch: Batch,
  rule: PlaceRule,
  scope: Scope,
): Promise<{ readonly ids: readonly string[]; readonly last: boolean }> {
  const named = await articlesNamedBy(deps, batch.id, rule, scope)
  if (named === null) {
    const ids = await articlesWalked(deps, scope, batch.cursor)
    return { ids, last: ids.length === 0 }
  }
  // in falling order: what follows the cursor is left
  return { ids: batch.cursor === '' ? named : named.slice(firstWhere(named, id => id < batch.cursor)), last: true }
}

/** Writes what was found, if the batch still is where it was; false where another has looked on, or stopped it. */
async function write(
  deps: Deps,
  batch: Batch,
  found: Found,
  end: { readonly cursor: string; readonly done: boolean },
): Promise<boolean> {
  return deps.store.transaction(async tx => {
    const now = await holdBatch(tx, batch.id)
    if (now?.state !== 'looking' || now.cursor !== batch.cursor) return false
    await changeBatch(tx, batch.id, ['looking'], {
      state: end.done ? 'ready' : 'looking',
      cursor: end.cursor,
      looked: now.looked + found.looked,
      // of a walk it was not known how many are in scope
      ...(end.done && found.hits.length < mostHits - now.hits ? { to_look: now.looked + found.looked } : {}),
      hits: now.hits + found.hits.length,
    })
    await insertHits(
      tx,
      found.hits.map((hit, i) => ({ ...hit, batch_id: batch.id, number: now.hits + i + 1 })),
    )
    return true
  })
}

/** Looks on for the hits of a batch, for so many milliseconds or until all is looked through. */
export async function lookFurther(deps: Deps, batchId: string, ms: number): Promise<void> {
  const until = performance.now() + ms
  for (;;) {
    const batch = await batchById(deps.store.db, batchId)
    if (batch?.state !== 'looking') return
    const scope = JSON.parse(batch.scope) as Scope
    const rule = await batchRule(deps.store.db, batch)
    const { ids: articleIds, last } = await articlesAfter(deps, batch, rule, scope)
    const step = Math.min(until, performance.now() + longestStep)
    const most = { until: step, hits: mostHits - batch.hits }
    const found = await findPlaces(deps, rule, { articleIds, scope }, most)
    const done = (last && found.looked >= articleIds.length) || found.hits.length >= most.hits
    const cursor = articleIds[found.looked - 1] ?? batch.cursor
    try {
      if (!(await write(deps, batch, found, { cursor, done })) || done) return
    } catch (error) {
      // an article was purged between reading and writing: looked at again, it is not there
      if (!isForeignKeyViolation(error)) throw error
    }
    if (performance.now() >= until) return
  }
}

const running = new WeakMap<Deps['store'], Map<string, Promise<void>>>()
/** In the background, so long at most at a time; whoever looks at the batch sets it going again. */
const longestInBackground = 60_000

/**
 * Looks on in the background, where nobody does already. What goes wrong there shows when the batch is looked at: then it is
 * looked on while somebody waits.
 */
function lookInBackground(deps: Deps, batchId: string): void {
  const ours = running.get(deps.store) ?? new Map<string, Promise<void>>()
  running.set(deps.store, ours)
  const work = lookFurther(deps, batchId, longestInBackground)
    .catch(() => undefined)
    .finally(() => ours.delete(batchId))
  ours.set(batchId, work)
}

/** Looks for a moment, then goes on in the background. @param ms how long is waited for */
export async function lookOn(deps: Deps, batchId: string, ms: number): Promise<void> {
  if (running.get(deps.store)?.has(batchId)) return
  await lookFurther(deps, batchId, ms)
  if ((await batchById(deps.store.db, batchId))?.state === 'looking') lookInBackground(deps, batchId)
}
