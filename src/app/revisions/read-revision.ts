import { Problem } from '../../errors.ts'
import { headTextOf } from '../../store/heads.ts'
import { revisionLine, snapshotBefore, stepsBetween } from '../../store/revisions.ts'
import { applyChange, composeAll, readChange } from '../../text/change.ts'
import type { Deps } from '../deps.ts'
import { LruCache } from '../lru-cache.ts'

export interface RevisionView {
  readonly number: number
  /** empty for revision 0, the machine's */
  readonly author: string
  /** epoch ms */
  readonly at: number
  readonly summary: string
  readonly hash: string
  readonly restores: number | null
  readonly undoes: number | null
  readonly mergedFrom: number | null
}

/** Texts of old revisions that are asked for again and again, as the base of a draft is every second. */
const textBytes = 32 * 1024 * 1024
const caches = new WeakMap<Deps['store'], LruCache<string>>()

const cacheOf = (deps: Deps): LruCache<string> => {
  let cache = caches.get(deps.store)
  if (cache === undefined) caches.set(deps.store, (cache = new LruCache(textBytes)))
  return cache
}

/** The largest integer both databases take; no translation comes near it. */
const mostRevisions = 2 ** 31 - 1

function checkNumber(number: number): void {
  if (!Number.isInteger(number) || number < 0 || number > mostRevisions) throw new Problem('revision-unknown')
}

async function rebuilt(deps: Deps, translationId: string, number: number): Promise<string> {
  const snapshot = await snapshotBefore(deps.store.db, translationId, number)
  if (snapshot === undefined) throw new Problem('revision-unknown')
  const steps = await stepsBetween(deps.store.db, translationId, snapshot.number, number)
  if (snapshot.number + steps.length !== number) throw new Problem('revision-unknown')
  if (steps.length === 0) return snapshot.text
  const changes = steps.map(step => readChange(step.change))
  return applyChange(snapshot.text, composeAll(changes, snapshot.text.length))
}

/**
 * The text of a revision: the head's as it is kept, any other from the last snapshot before it and the changes since.
 * @throws Problem revision-unknown
 */
export async function textAt(deps: Deps, translationId: string, number: number): Promise<string> {
  checkNumber(number)
  const cache = cacheOf(deps)
  const key = `${translationId} ${number}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const text = (await headTextOf(deps.store.db, translationId, number)) ?? (await rebuilt(deps, translationId, number))
  cache.set(key, text, text.length * 2)
  return text
}

/** Remembers the text of a revision that was stored just now: what comes next is a draft or a save of it. */
export const keepText = (deps: Deps, translationId: string, number: number, text: string): void =>
  cacheOf(deps).set(`${translationId} ${number}`, text, text.length * 2)

/** Who made a revision and when; of revision 0, when the machine's text came. @throws Problem revision-unknown */
export async function revisionView(
  deps: Deps,
  head: { readonly id: string; readonly created_at: number; readonly mt_hash: string },
  number: number,
): Promise<RevisionView> {
  checkNumber(number)
  if (number === 0) {
    const { created_at: at, mt_hash: hash } = head
    return { number, author: '', at, summary: '', hash, restores: null, undoes: null, mergedFrom: null }
  }
  const line = await revisionLine(deps.store.db, head.id, number)
  if (line === undefined) throw new Problem('revision-unknown')
  const { author, created_at: at, summary, hash, restores, undoes, merged_from: mergedFrom } = line
  return { number, author, at, summary, hash, restores, undoes, mergedFrom }
}
