import { unmeasureSome, unmeasuredTranslations } from '../../store/measures.ts'
import { measuringVersion } from '../checks-version.ts'
import type { Deps } from '../deps.ts'
import { keepDoing, type Kept } from '../keep-doing.ts'
import { markAnew } from '../mark-anew.ts'
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
  const failed: string[] = []
  return keepDoing(
    async stopped => {
      const [id] = await unmeasuredTranslations(deps.store.db, 1, failed)
      if (id === undefined) return markAnew(deps, 'measures', await measuringVersion(), unmeasureSome)
      try {
        await measureTranslation(deps, id, stopped)
      } catch (error) {
        if (stopped.aborted) return false
        // a database that is away fails this too, and then the whole loop waits
        await unmeasuredTranslations(deps.store.db, 1)
        failed.push(id)
        log(`translation ${id} was not measured: ${error instanceof Error ? error.message : String(error)}`)
      }
      return true
    },
    { pause, what: 'nothing was measured', log },
  )
}
