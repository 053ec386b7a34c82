import { measuresStamp } from '../../store/measures.ts'
import type { Deps } from '../deps.ts'
import { keepDoing, type Kept } from '../keep-doing.ts'
import { usualAbout } from './report-filter.ts'
import { sumUpQuality } from './sum-up.ts'

/** How often is looked whether any measure is another, ms: of ten thousand articles the report takes a quarter of a second. */
const usualPause = 30_000

/** Reckons in the background, until it is stopped, the report that is asked for first: it then stands ready, also just after a start. */
export function keepReady(
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept {
  let ready: string | null = null
  return keepDoing(
    async () => {
      const stamp = await measuresStamp(deps.store.db)
      if (stamp !== ready) await sumUpQuality(deps, usualAbout)
      ready = stamp
      return false
    },
    { pause, what: 'the report of quality does not stand ready', log },
  )
}
