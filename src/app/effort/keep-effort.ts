import { Problem } from '../../errors.ts'
import { isForeignKeyViolation } from '../../store/db/errors.ts'
import { putEffort, sittingById } from '../../store/effort.ts'
import type { EffortKept, EffortRequest } from '../../wire/effort.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead } from '../find-head.ts'
import { readQualitySettings } from '../gate/quality-settings.ts'

/** ms by which sums of one clock may differ, by rounding */
const rounding = 1000
/**
 * ms that a sitting may have lasted before it is first heard of. A page tells that it is opened at once; where that is lost, its first sums
 * come a minute later, and a little.
 */
export const unheard = 90_000
/** ms by which one report may have been longer on its way than another */
export const onTheWay = 5_000
/**
 * Nobody types more in a second that is active: the record is 216 words a minute, of five characters each, which is 18 keys a second
 * (Stella Pajunas, 1946). It bounds what a phone writes at once, too.
 */
export const keysASecond = 20

/** What a page tells of itself by one clock. @throws Problem effort-impossible where it contradicts itself */
function needConsistent({ activeMs, openMs, elapsedMs }: EffortRequest): void {
  const fault = (what: string): Problem => new Problem('effort-impossible', { what })
  if (openMs > elapsedMs + rounding) throw fault('openMs')
  if (activeMs > openMs + rounding) throw fault('activeMs')
}

/**
 * Keeps what a sitting at a translation has cost so far; of two reports the greater numbers hold, whichever came first. No more is believed
 * than can be: no more time than has passed by the server's clock since the sitting was first heard of (and a little before), and no more
 * keys than can be typed in it. What is beyond that is left out, and comes in with the next report if it was true. Where the house does not
 * count effort, nothing is kept.
 * @param asked `person`: who it is, kept only where the house counts by person
 * @throws Problem effort-impossible for more active than open time, or more than the page says has passed, or a sitting at another
 *   translation; article-unknown, translation-unknown, article-purged
 */
export async function keepEffort(
  deps: Deps,
  asked: { readonly translationId: string; readonly person: Person | null },
  request: EffortRequest,
): Promise<EffortKept> {
  const { db } = deps.store
  const { effort } = await readQualitySettings(db)
  if (effort === 'off') return { kept: false }
  needConsistent(request)
  const { id: translationId } = await findBareHead(db, { translationId: asked.translationId })
  const now = deps.now()
  const known = await sittingById(db, request.sitting)
  if (known && known.translation_id !== translationId) throw new Problem('effort-impossible', { what: 'sitting' })
  const startedAt = known?.started_at ?? now - Math.min(request.elapsedMs, unheard)
  // the server's clock may have been set back
  const openMs = Math.min(request.openMs, Math.max(0, now - startedAt + onTheWay))
  const activeMs = Math.min(request.activeMs, openMs)
  const row = {
    id: request.sitting,
    translation_id: translationId,
    person_id: asked.person?.id ?? null,
    started_at: startedAt,
    updated_at: now,
    active_ms: activeMs,
    open_ms: openMs,
    keystrokes: Math.min(request.keystrokes, keysASecond * Math.ceil(activeMs / 1000)),
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
