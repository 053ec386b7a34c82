import { fillIn, h } from './dom.ts'

/** @param sentence what is told @param heardOnly not to the eyes @param more what only those who listen need besides */
export type Say = (sentence: string, heardOnly?: boolean, more?: string) => void

/** Tells a sentence: to a screen reader by the live region, and unless it is to be heard only, to the eyes for some seconds. */
export const sayer = (live: HTMLElement): Say => {
  let timer: ReturnType<typeof setTimeout> | null = null
  return (sentence, heardOnly = false, more = '') => {
    // the same sentence again is news again
    const again = live.firstChild?.textContent === sentence
    fillIn(
      live,
      again ? `${sentence}\u00a0` : sentence,
      more !== '' && h('span', { class: 'visually-hidden' }, ` ${more}`),
    )
    live.classList.toggle('shown', !heardOnly)
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => live.classList.remove('shown'), 6000)
  }
}
