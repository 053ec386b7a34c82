import type { Deps } from '../deps.ts'
import { sweepImports } from './drop-import.ts'
import { keepDoing, type Kept } from '../keep-doing.ts'
import { takeNextFile } from './run-import.ts'

/** How often is looked for files to take in, ms: a look at an index. */
const usualPause = 500
/** How often is looked for what nobody has confirmed, ms. */
const sweepEvery = 60 * 60 * 1000

/** Takes in the files of imports that were begun, in the background until it is stopped; what is broken off is gone on with by the next start. */
export function keepImporting(
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept {
  let swept = -Infinity
  return keepDoing(
    async stopped => {
      if (performance.now() - swept > sweepEvery) {
        await sweepImports(deps)
        swept = performance.now()
      }
      return takeNextFile(deps, stopped)
    },
    { pause, what: 'files were not taken in', log },
  )
}
