/** Tells a sentence: to a screen reader by the live region, and unless it is to be heard only, to the eyes for some seconds. */
export const sayer = (live: HTMLElement): ((sentence: string, heardOnly?: boolean) => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null
  return (sentence, heardOnly = false) => {
    // the same sentence again is news again
    live.textContent = live.textContent === sentence ? `${sentence}\u00a0` : sentence
    live.classList.toggle('shown', !heardOnly)
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => live.classList.remove('shown'), 6000)
  }
}
