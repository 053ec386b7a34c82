import { Problem } from '../../errors.ts'
import { isForeignKeyViolation } from '../../store/db/errors.ts'
import { putEffort, sittingById } from '../../store/effort.ts'
import type { EffortKept, EffortRequest } from '../../wire/effort.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead } from '../find-head.ts'
import { readQualitySettings } from '../gate/quality-settings.ts'

/** ms by which sums of one clock may differ, by rounding; what is over by less is taken as the most it can be */
const rounding = 1000
/** ms by which a page's clock and ours may differ, and its first report may have been on its way */
const delay = 60_000

/** @throws Problem effort-impossible */
function within(value: number, most: number, what: string, tolerance = rounding): number {
  if (value > most + tolerance) throw new Problem('effort-impossible', { what })
  return Math.min(value, most)
}

/**
 * Keeps what a sitting at a translation has cost so far; of two reports the greater numbers hold, whichever came first. Where the house does
 * not count effort, nothing is kept.
 * @param asked `person`: who it is, kept only where the house counts by person
 * @throws Problem effort-impossible for more active than open time, or more than has passed, or a sitting at another translation;
 *   article-unknown, translation-unknown, article-purged
 */
export async function keepEffort(
  deps: Deps,
  asked: { readonly translationId: string; readonly person: Person | null },
  request: EffortRequest,
): Promise<EffortKept> {
  const { db } = deps.store
  const { effort } = await readQualitySettings(db)
  if (effort === 'off') return { kept: false }
  const { id: translationId } = await findBareHead(db, { translationId: asked.translationId })
  const now = deps.now()
  const known = await sittingById(db, request.sitting)
  if (known && known.translation_id !== translationId) throw new Problem('effort-impossible', { what: 'sitting' })
  const elapsed = known ? within(request.elapsedMs, now - known.started_at, 'elapsedMs', delay) : request.elapsedMs
  const openMs = within(request.openMs, elapsed, 'openMs')
  const row = {
    id: request.sitting,
    translation_id: translationId,
    person_id: asked.person?.id ?? null,
    started_at: now - elapsed,
    updated_at: now,
    active_ms: within(request.activeMs, openMs, 'activeMs'),
    open_ms: openMs,
    keystrokes: request.keystrokes,
  }
  try {
    await putEffort(db, row, effort === 'persons')
  } catch (error) {
    // Purged while this was read: looking again, where writes are made, says so.
    if (isForeignKeyViolation(error)) await deps.store.transaction(tx => findBareHead(tx, { translationId }))
    throw error
  }
  return { kept: true }
}
