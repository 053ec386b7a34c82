import { onKeys } from './key-actions.ts'

/** Next and previous change by key and by button, in comparisons and in one revision's text. */
export function watchCompare(): void {
  // The pieces of one hunk (deleted words, inserted words) are one stop; side by side they stand in two columns.
  const stops = (): HTMLElement[] => {
    const seen = new Set<string>()
    return [...document.querySelectorAll<HTMLElement>('.comparison [data-hunk], .revision [data-hunk]')].filter(
      mark => {
        const hunk = mark.dataset['hunk'] ?? ''
        return seen.has(hunk) ? false : (seen.add(hunk), true)
      },
    )
  }
  let at = -1
  const step = (by: number): void => {
    const all = stops()
    if (all.length === 0) return
    at = at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length
    for (const mark of document.querySelectorAll('[data-hunk].here')) mark.classList.remove('here')
    const stop = all[at]
    if (!stop) return
    for (const mark of document.querySelectorAll(`[data-hunk="${stop.dataset['hunk']}"]`)) mark.classList.add('here')
    stop.tabIndex = -1
    stop.focus({ preventScroll: true })
    stop.scrollIntoView({ block: 'center' })
  }
  onKeys({ nextChange: () => step(1), previousChange: () => step(-1) })
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-step]'))
    button.addEventListener('click', () => step(button.dataset['step'] === 'next' ? 1 : -1))
  for (const button of document.querySelectorAll('button[data-print]')) button.addEventListener('click', () => print())
}
