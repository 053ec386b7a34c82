import type { EffortSum } from '../../store/effort.ts'
import type { Measure } from '../../store/measures.ts'
import { isReviewed } from '../../wire/common.ts'
import type { EffortFigures, PersonEffort } from '../../wire/effort.ts'
import type { Sums } from '../measure/figures.ts'

/** What sittings come to together; null, not nothing, where there were none. */
export function workedOf(sums: readonly EffortSum[]): Omit<PersonEffort, 'name'> {
  const sittings = sums.reduce((sum, each) => sum + each.sittings, 0)
  const total = (name: 'activeMs' | 'openMs' | 'keystrokes'): number | null =>
    sittings === 0 ? null : sums.reduce((sum, each) => sum + each[name], 0)
  return { sittings, activeMs: total('activeMs'), openMs: total('openMs'), keystrokes: total('keystrokes') }
}

/** A translation with what was measured of it, and of the work on it. */
export interface Worked {
  readonly measure: Measure
  readonly sums: readonly EffortSum[]
}

const hour = 3_600_000

/**
 * Edits are those of HTER. Rates are of translations that the house is through with: what is half read would seem to be read fast, and
 * what is untouched to need no edits.
 */
export function effortFigures(all: readonly Worked[]): EffortFigures {
  const worked = workedOf(all.flatMap(({ sums }) => sums))
  const through = all.filter(({ measure }) => isReviewed(measure.state))
  const words = (of: readonly Worked[]): number => of.reduce((sum, { measure }) => sum + measure.words, 0)
  const edits = through.reduce((sum, { measure }) => sum + ((JSON.parse(measure.sums) as Sums).ter[0] ?? 0), 0)
  const timed = through.filter(({ sums }) => sums.length > 0)
  const active = workedOf(timed.flatMap(({ sums }) => sums)).activeMs ?? 0
  return {
    ...worked,
    translations: all.filter(({ sums }) => sums.length > 0).length,
    words: words(all),
    editsPerThousand: words(through) === 0 ? null : (1000 * edits) / words(through),
    wordsPerHour: active === 0 ? null : (words(timed) * hour) / active,
  }
}
