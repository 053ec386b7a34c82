import { unmeasureSome, unmeasuredTranslations } from '../../store/measures.ts'
import { measuringVersion } from '../checks-version.ts'
import type { Deps } from '../deps.ts'
import { keepDeriving, type Kept } from '../keep-doing.ts'
import { markAnew } from '../corrections/mark-anew.ts'
import { measureTranslation } from './measure-translation.ts'

/** How often is looked for translations that have changed, ms: a look at an index. */
const usualPause = 1000

/**
 * Measures in the background until it is stopped, wherever corrections were derived or an annotation was finished, also in another process;
 * and all anew where the rules by which is measured have changed with the program. What cannot be measured is told, and tried again by
 * the next start.
 */
export function keepMeasuring(
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept {
  return keepDeriving(
    {
      waiting: (limit, but) => unmeasuredTranslations(deps.store.db, limit, but),
      derive: async (id, stopped) => void (await measureTranslation(deps, id, stopped)),
      otherwise: async () => markAnew(deps, 'measures', await measuringVersion(), unmeasureSome),
      failed: id => `translation ${id} was not measured`,
    },
    { pause, what: 'nothing was measured', log },
  )
}
