import { setTimeout as sleep } from 'node:timers/promises'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** After so many in a row, as when the checks are new, each is followed by a rest as long as it took: the machine has others to serve. */
const burst = 50
/** After something went wrong, as a database that is away. */
const longPause = 15_000

/** Work that goes on in the background until it is stopped. */
export interface Kept {
  stop(): Promise<void>
}

/** How it is done. */
interface Ways {
  /** how often is looked, ms */
  readonly pause: number
  /** what was not done, in English, for the log */
  readonly what: string
  readonly log: (line: string) => void
}

/**
 * Does one thing after the other for as long as there is any, and looks again after a pause. What is left at the end is found by the next
 * start.
 * @param next does the next thing; false where there is none
 */
export function keepDoing(next: (stopped: AbortSignal) => Promise<boolean>, { pause, what, log }: Ways): Kept {
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
        log(`${what}: ${messageOf(error)}`)
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

/** Translations that something is derived of. */
export interface EachTranslation {
  /** those that wait for it, at most `limit`, but for some */
  readonly waiting: (limit: number, but: readonly string[]) => Promise<readonly string[]>
  readonly derive: (translationId: string, stopped: AbortSignal) => Promise<void>
  /** what there is to do where none waits; false where there is nothing */
  readonly otherwise: () => Promise<boolean>
  /** that one could not be derived, in English, for the log */
  readonly failed: (translationId: string) => string
}

/** So many that failed are left out; of more the first is tried again. */
const mostLeftOut = 1000

/**
 * Derives one translation after the other for as long as there are any, as `keepDoing` does. One that fails is told and left out, and tried
 * again by the next start; a database that is away fails all, and then the whole loop waits.
 */
export function keepDeriving({ waiting, derive, otherwise, failed }: EachTranslation, ways: Ways): Kept {
  const leftOut: string[] = []
  return keepDoing(async stopped => {
    const [id] = await waiting(1, leftOut)
    if (id === undefined) return otherwise()
    try {
      await derive(id, stopped)
    } catch (error) {
      if (stopped.aborted) return false
      await waiting(1, [])
      leftOut.push(id)
      if (leftOut.length > mostLeftOut) leftOut.shift()
      ways.log(`${failed(id)}: ${messageOf(error)}`)
    }
    return true
  }, ways)
}
