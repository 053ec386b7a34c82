import { setTimeout as sleep } from 'node:timers/promises'
import { forgetFailures } from '../store/check-counts.ts'
import { countNext } from './count-findings.ts'
import type { Deps } from './deps.ts'

/** How often is looked for articles that have changed, ms: two looks at an index. */
const usualPause = 1000
/** After so many in a row, as when the checks are new, each is followed by a rest as long as it took: the machine has others to serve. */
const burst = 50
/** After something went wrong, as a database that is away. */
const longPause = 15_000

/**
 * Keeps the queue's figures of findings in the background until it is stopped: article after article, wherever the change came from,
 * also from another process. What is left at the end is found by the next start.
 */
export function keepCounting(
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): { stop(): Promise<void> } {
  const stopped = new AbortController()
  const { signal } = stopped
  const wait = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
  const failed = (articleId: string, why: string) => {
    if (!signal.aborted) log(`the findings of article ${articleId} were not counted whole: ${why}`)
  }
  const run = async (): Promise<void> => {
    let begun = false
    let row = 0
    while (!signal.aborted)
      try {
        if (!begun) await forgetFailures(deps.store.db)
        begun = true
        const start = performance.now()
        row = (await countNext(deps, failed)) ? row + 1 : 0
        if (row === 0) await wait(pause)
        else if (row > burst) await wait(performance.now() - start)
      } catch (error) {
        if (signal.aborted) return
        log(`the findings were not counted: ${error instanceof Error ? error.message : String(error)}`)
        await wait(longPause)
      }
  }
  const done = run()
  return {
    stop() {
      stopped.abort()
      return done
    },
  }
}
