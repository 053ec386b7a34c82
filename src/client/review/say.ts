/** Tells a sentence: to a screen reader by the live region, to the eyes for some seconds beside the bottom line. */
export const sayer = (live: HTMLElement): ((sentence: string) => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null
  return sentence => {
    // the same sentence again is news again
    live.textContent = live.textContent === sentence ? `${sentence}\u00a0` : sentence
    live.classList.add('shown')
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => live.classList.remove('shown'), 6000)
  }
}
