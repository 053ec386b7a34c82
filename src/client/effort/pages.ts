/** What pages of one browser tell each other: which of them is worked in. Nothing of it leaves the browser. */

/** ms: while one works in a page, the others are told no more often. */
export const tellOthersEvery = 1000

/** The part of `BroadcastChannel` that is used. */
export interface Channel {
  postMessage(message: unknown): void
}

/** Tells the other pages that something is done in this one: at once where they have been worked in since, else every second at most. */
export class OtherPages {
  readonly #channel: Channel
  readonly #now: () => number
  #toldAt = -Infinity

  /** @param now ms, of a clock that is never set back */
  constructor(channel: Channel, now: () => number) {
    this.#channel = channel
    this.#now = now
  }

  /** @param ran whether this page was the one whose time runs, before it was done */
  did(ran: boolean): void {
    const now = this.#now()
    if (ran && now - this.#toldAt < tellOthersEvery) return
    this.#toldAt = now
    this.#channel.postMessage('did')
  }
}
