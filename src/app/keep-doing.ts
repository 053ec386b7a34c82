import { setTimeout as sleep } from 'node:timers/promises'

/** After so many in a row, as when the checks are new, each is followed by a rest as long as it took: the machine has others to serve. */
const burst = 50
/** After something went wrong, as a database that is away. */
const longPause = 15_000

/** Work that goes on in the background until it is stopped. */
export interface Kept {
  stop(): Promise<void>
}

/**
 * Does one thing after the other for as long as there is any, and looks again after a pause. What is left at the end is found by the next
 * start.
 * @param next does the next thing; false where there is none
 * @param pause how often is looked, ms
 * @param what was not done, in English, for the log
 */
export function keepDoing(
  next: (stopped: AbortSignal) => Promise<boolean>,
  { pause, what, log }: { readonly pause: number; readonly what: string; readonly log: (line: string) => void },
): Kept {
  const stopped = new AbortController()
  const { signal } = stopped
  const wait = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
  const run = async (): Promise<void> => {
    let row = 0
    while (!signal.aborted)
      try {
        const start = performance.now()
        row = (await next(signal)) ? row + 1 : 0
        if (row === 0) await wait(pause)
        else if (row > burst) await wait(performance.now() - start)
      } catch (error) {
        if (signal.aborted) return
        log(`${what}: ${error instanceof Error ? error.message : String(error)}`)
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
