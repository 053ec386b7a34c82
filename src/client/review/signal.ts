/** Something others can listen to; several calls in one turn are told once, after it. */
export interface Signal {
  tell(): void
  listen(listener: () => void): void
}

/** @param wait ms after the last call; 0 is the end of this turn */
export const signal = (wait = 0): Signal => {
  const listeners: (() => void)[] = []
  let waiting: ReturnType<typeof setTimeout> | null = null
  const fire = (): void => {
    waiting = null
    for (const listener of listeners) listener()
  }
  return {
    tell: () => {
      if (waiting !== null && wait > 0) clearTimeout(waiting)
      else if (waiting !== null) return
      waiting = setTimeout(fire, wait)
    },
    listen: listener => void listeners.push(listener),
  }
}
