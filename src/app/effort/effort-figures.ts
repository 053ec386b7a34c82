import type { EffortSum, TranslationEffort } from '../../store/effort.ts'
import { isReviewed } from '../../wire/common.ts'
import type { EffortFigures, PersonEffort } from '../../wire/effort.ts'
import type { Sums } from '../measure/figures.ts'

/** What sittings come to together; null, not nothing, where there were none. */
export const workedOf = ({ sittings, activeMs, openMs, keystrokes }: EffortSum): Omit<PersonEffort, 'name'> =>
  sittings === 0
    ? { sittings, activeMs: null, openMs: null, keystrokes: null }
    : { sittings, activeMs, openMs, keystrokes }

/** A translation with what was measured of it, and of the work on it. */
export interface Worked extends TranslationEffort {
  /** the house is through with correcting it */
  readonly reviewed: boolean
  /** of the MT */
  readonly words: number
  /** of HTER */
  readonly edits: number
}

/** @param measure `sums` as JSON */
export const workedAt = (
  { state, words, sums }: { readonly state: string; readonly words: number; readonly sums: string },
  effort: TranslationEffort,
): Worked => {
  const reviewed = isReviewed(state)
  return { ...effort, reviewed, words, edits: reviewed ? ((JSON.parse(sums) as Sums).ter[0] ?? 0) : 0 }
}

const hour = 3_600_000

/** Under so much active time there is no pace: it would tell of single sentences. */
export const leastTimed = 5 * 60_000

/**
 * Edits are those of HTER. Rates are of translations that the house is through with: what is half read would seem to be read fast, and
 * what is untouched to need no edits.
 */
export function effortFigures(all: Iterable<Worked>): EffortFigures {
  const effort = { sittings: 0, activeMs: 0, openMs: 0, keystrokes: 0 }
  let [translations, words, edits, through, timedWords, timedMs] = [0, 0, 0, 0, 0, 0]
  for (const one of all) {
    effort.sittings += one.sittings
    effort.activeMs += one.activeMs
    effort.openMs += one.openMs
    effort.keystrokes += one.keystrokes
    words += one.words
    if (one.sittings > 0) translations += 1
    if (!one.reviewed) continue
    edits += one.edits
    through += one.words
    // a text that was only looked at was not read at that pace
    if (one.worked === 0) continue
    timedWords += one.words
    timedMs += one.activeMs
  }
  return {
    ...workedOf(effort),
    translations,
    words,
    editsPerThousand: through === 0 ? null : (1000 * edits) / through,
    wordsPerHour: timedMs < leastTimed ? null : (timedWords * hour) / timedMs,
  }
}
