import { forgetFailures } from '../../store/check-counts.ts'
import { countNext } from './count-findings.ts'
import type { Deps } from '../deps.ts'
import { keepDoing, type Kept } from '../keep-doing.ts'

/** How often is looked for articles that have changed, ms: two looks at an index. */
const usualPause = 1000

/**
 * Keeps the queue's figures of findings in the background until it is stopped: article after article, wherever the change came from,
 * also from another process.
 */
export function keepCounting(
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept {
  let begun = false
  return keepDoing(
    async stopped => {
      if (!begun) await forgetFailures(deps.store.db)
      begun = true
      return countNext(deps, (articleId, why) => {
        if (!stopped.aborted) log(`the findings of article ${articleId} were not counted whole: ${why}`)
      })
    },
    { pause, what: 'the findings were not counted', log },
  )
}
