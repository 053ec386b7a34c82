import { onKeys } from './key-actions.ts'

const pause = 1800

/** The slider over an article's life: its page is fetched and only the frame changed, so that the slider stays in the hand. */
export function watchPlayer(): void {
  const form = document.querySelector<HTMLFormElement>('.revision form.play')
  const slider = form?.querySelector<HTMLInputElement>('input[type=range]')
  const frame = document.querySelector<HTMLElement>('#frame')
  if (!form || !slider || !frame) return
  let wanted = slider.value
  let timer = 0

  const show = async (): Promise<void> => {
    const number = slider.value
    wanted = number
    const url = new URL(`${form.action.replace(/\/?(\?.*)?$/, '')}/${number}`)
    const translation = form.querySelector<HTMLInputElement>('input[name=translation]')?.value
    if (translation) url.searchParams.set('translation', translation)
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    if (!response.ok || wanted !== number) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const next = page.querySelector('#frame')
    if (!next) return
    frame.replaceChildren(...next.childNodes)
    document.title = page.title
    history.replaceState(null, '', url)
  }
  const go = (by: number): boolean => {
    const before = slider.value
    slider.value = String(Number(before) + by)
    if (slider.value === before) return false
    void show()
    return true
  }

  const button = document.createElement('button')
  button.type = 'button'
  const { play = '', pause: stop = '' } = form.dataset
  const setPlaying = (on: boolean): void => {
    clearInterval(timer)
    timer = on ? window.setInterval(() => go(1) || setPlaying(false), pause) : 0
    button.textContent = on ? stop : play
  }
  const toggle = (): void => {
    const start = timer === 0
    if (start && slider.value === slider.max) {
      slider.value = '0'
      void show()
    } else if (start) go(1)
    setPlaying(start)
  }
  setPlaying(false)
  button.addEventListener('click', toggle)
  form.querySelector('button')?.replaceWith(button)
  slider.addEventListener('input', () => {
    setPlaying(false)
    void show()
  })
  onKeys({ later: () => void go(1), earlier: () => void go(-1), play: toggle })
}

/** On the timeline the slider leads to the revision where the hand leaves it; by keyboard, and without script, its button does. */
export function watchSlider(): void {
  const form = document.querySelector<HTMLFormElement>('.history form.play')
  form?.querySelector('input[type=range]')?.addEventListener('pointerup', () => form.requestSubmit())
}
