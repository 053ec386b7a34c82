/** How long somebody worked, as far as a page can tell: pure counting by a clock that is given. */

/**
 * ms: a pause counts up to this and no more. No limit is agreed on: MateCat's time-to-edit has all pauses in it
 * (site.matecat.com/support/advanced-features/editing-log), and the pauses of research on typing, of a second and more, are of thinking
 * (Heilmann & Neumann 2016, aclanthology.org/W16-4111), which is work. Ours is what a paragraph of a hundred words takes to be read without
 * a key or a scroll.
 */
export const pauseLimit = 30_000

/** ms: the page looks at its clock at least so often; where it did not, the machine slept, and nobody saw the page. */
export const lookEvery = 15_000
const longestLook = 4 * lookEvery

export interface Counts {
  /** ms in which something was done; a pause counts up to its limit */
  readonly activeMs: number
  /** ms in which the page was seen, and no other of this browser was worked in */
  readonly openMs: number
  readonly keystrokes: number
  /** ms since the page was opened */
  readonly elapsedMs: number
}

/**
 * One page, from its opening on. Opening it, and coming back to it, is doing something. Of several pages that are in sight at once, in windows
 * beside each other, the time is that of the one in which something was done last: no minute is counted twice.
 */
export class Sitting {
  readonly #now: () => number
  readonly #opened: number
  #visible = false
  /** nothing was done in another page since something was done in this one */
  #here = true
  /** when it was last looked at, and when something was last done while it was seen */
  #looked: number
  #did: number
  #active = 0
  #open = 0
  #keystrokes = 0

  /** @param now ms, of a clock that is never set back */
  constructor(now: () => number, visible: boolean) {
    this.#now = now
    this.#opened = now()
    this.#looked = this.#opened
    this.#did = this.#opened
    this.seen(visible)
  }

  /** The page came into sight, or went out of it. */
  seen(visible: boolean): void {
    if (visible === this.#visible) return
    this.look()
    this.#visible = visible
    this.#here = true
    this.#did = this.#looked
  }

  /** Somebody did something in another page of this browser. */
  elsewhere(): void {
    this.look()
    this.#here = false
  }

  /** Does its time run? */
  get runs(): boolean {
    return this.#visible && this.#here
  }

  /** Somebody did something; `keystrokes` of it wrote or deleted. */
  did(keystrokes = 0): void {
    this.look()
    this.#here = true
    this.#did = this.#looked
    this.#keystrokes += keystrokes
  }

  /** Counts up to now. */
  look(): void {
    const now = this.#now()
    const before = this.#looked
    this.#looked = now
    if (!this.runs || now - before > longestLook) return
    this.#open += now - before
    this.#active += Math.max(0, Math.min(now, this.#did + pauseLimit) - before)
  }

  counts(): Counts {
    this.look()
    return {
      activeMs: Math.round(this.#active),
      openMs: Math.round(this.#open),
      keystrokes: this.#keystrokes,
      elapsedMs: Math.round(this.#looked - this.#opened),
    }
  }
}
