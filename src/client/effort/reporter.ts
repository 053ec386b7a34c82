import { Refused } from '../review/api.ts'
import type { Counts } from './sitting.ts'

/** ms: told no more often, but for when the page is left */
export const tellEvery = 60_000

const nothing: Counts = { activeMs: 0, openMs: 0, keystrokes: 0, elapsedMs: 0 }

export interface ReporterOptions {
  readonly now: () => number
  readonly counts: () => Counts
  /** @returns whether the house still wants to know */
  readonly send: (counts: Counts, leaving: boolean) => Promise<boolean>
}

/**
 * Tells the server the sums of a sitting, whole each time, so that what is lost on the way or comes twice changes nothing. Where the server
 * does not answer, it is told the next time; where it refuses or keeps nothing any more, nothing is sent again.
 */
export class Reporter {
  readonly #options: ReporterOptions
  #told = ''
  #toldAt: number
  #over = false
  #sending = false

  constructor(options: ReporterOptions) {
    this.#options = options
    this.#toldAt = options.now()
  }

  get over(): boolean {
    return this.#over
  }

  /** The page is opened: the server counts from when it hears of it, and believes no more than has passed since. */
  open(): Promise<void> {
    return this.#tell(false, nothing)
  }

  /** Tells what is new, if a minute has passed since it was last told. */
  async look(): Promise<void> {
    if (this.#sending || this.#options.now() - this.#toldAt < tellEvery) return
    await this.#tell(false)
  }

  /** The page is left, or out of sight: that may be the last of it. */
  leave(): Promise<void> {
    return this.#tell(true)
  }

  async #tell(leaving: boolean, counts = this.#options.counts()): Promise<void> {
    // an open page in which nothing is done is no news
    const news = `${counts.activeMs} ${counts.keystrokes}`
    if (this.#over || news === this.#told) return
    this.#toldAt = this.#options.now()
    this.#sending = true
    try {
      if (!(await this.#options.send(counts, leaving))) this.#over = true
      this.#told = news
    } catch (error) {
      if (error instanceof Refused) this.#over = true
    }
    this.#sending = false
  }
}
