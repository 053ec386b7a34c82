import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work may run on end before others have their turn, ms. */
const longestRun = 8

/** For work of many small steps on the thread that answers requests: awaited after each, it lets the others go on in between. */
export function takeTurns(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < longestRun) return
    await nextTurn()
    last = performance.now()
  }
}
