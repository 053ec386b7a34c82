import type { HitsRequest } from '../../wire/batch.ts'
import { onKeys } from './key-actions.ts'

/** What the server tells after a choice. */
interface Counted {
  readonly told: Readonly<Record<'progress' | 'chosenOf' | 'apply' | 'applyIn', string>>
}

/** How long is waited after a failure, and between two looks at the progress, ms. */
const [again, between] = [3000, 700]

type Hit = HitsRequest['hits'][number]

const json = { accept: 'application/json', 'content-type': 'application/json' }

/** A batch's places: each choice is sent at once, and again until the server has it. */
export function watchBatch(): void {
  watchProgress()
  const form = document.querySelector<HTMLFormElement>('form.hits')
  if (!form) return
  const url = form.dataset['hits'] ?? ''
  const said = form.querySelector<HTMLElement>('#hits-said')
  const say = (key: 'saving' | 'saved' | 'unsaved'): void => {
    if (said) said.textContent = form.dataset[key] ?? ''
  }

  /** what the server has not acknowledged, by number */
  const waiting = new Map<number, Hit>()
  let all: HitsRequest['all'] = undefined
  let busy = false
  let timer = 0

  const takeBack = (sent: HitsRequest): void => {
    for (const hit of sent.hits) waiting.set(hit.number, { ...hit, ...waiting.get(hit.number) })
    all ??= sent.all
  }
  const take = (): HitsRequest => {
    const request = { hits: [...waiting.values()], ...(all ? { all } : {}) }
    waiting.clear()
    all = undefined
    return request
  }
  const send = async (): Promise<void> => {
    if (busy || (waiting.size === 0 && !all)) return
    busy = true
    clearTimeout(timer)
    say('saving')
    const request = take()
    const response = await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(request) }).catch(
      () => null,
    )
    busy = false
    if (response && response.status >= 400 && response.status < 500) {
      // refused: the batch is another by now, and the page tells more than a try again
      const { error } = (await response.json()) as { error: { message: string } }
      put(said, error.message)
      return
    }
    if (!response?.ok) {
      takeBack(request)
      say('unsaved')
      timer = window.setTimeout(() => void send(), again)
      return
    }
    tell(form, (await response.json()) as Counted)
    say('saved')
    void send()
  }
  addEventListener('pagehide', () => {
    if (waiting.size > 0 || all)
      void fetch(url, { method: 'POST', headers: json, body: JSON.stringify(take()), keepalive: true })
  })

  const keep = (hit: Hit): void => {
    waiting.set(hit.number, { ...waiting.get(hit.number), ...hit })
    void send()
  }
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'hit')
      keep({ number: Number(target.value), chosen: target.checked })
    const number = target instanceof HTMLTextAreaElement && /^fix-(\d+)$/.exec(target.name)?.[1]
    if (!number || !(target instanceof HTMLTextAreaElement)) return
    const box = form.querySelector<HTMLInputElement>(`#hit-${number}`)
    const ins = box?.parentElement?.querySelector('.line ins')
    if (ins) ins.textContent = target.value
    if (box) box.checked = true
    keep({ number: Number(number), chosen: true, fix: target.value })
  })
  form.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const [, which, translation] = /^(all|none)(?:-(\w+))?$/.exec(button?.name === 'act' ? button.value : '') ?? []
    if (which === undefined) return
    event.preventDefault()
    const chosen = which === 'all'
    const within = translation === undefined ? form : form.querySelectorAll(`[data-translation="${translation}"]`)
    for (const part of within instanceof NodeList ? within : [within])
      for (const box of part.querySelectorAll<HTMLInputElement>('input[name=hit]')) {
        box.checked = chosen
        waiting.set(Number(box.value), { ...waiting.get(Number(box.value)), number: Number(box.value), chosen })
      }
    all = { chosen, ...(translation === undefined ? {} : { translation }) }
    void send()
  })

  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=hit]')]
  const go = (step: number): void => {
    const here = boxes.findIndex(box => box.closest('.hit')?.contains(document.activeElement))
    const box = boxes[Math.min(boxes.length - 1, Math.max(0, here + step))]
    box?.focus({ preventScroll: true })
    box?.closest('.hit')?.scrollIntoView({ block: 'nearest' })
  }
  onKeys({
    down: () => go(1),
    up: () => go(-1),
    choose: () => boxes.find(box => box.closest('.hit')?.contains(document.activeElement))?.click(),
    open: () =>
      boxes
        .find(box => box === document.activeElement)
        ?.closest('.hit')
        ?.querySelector<HTMLAnchorElement>('.there')
        ?.click(),
  })
}

const put = (element: Element | null, text: string): void => {
  if (element) element.textContent = text
}

function tell(form: HTMLFormElement, { told }: Counted): void {
  put(form.querySelector('#chosen-of'), told.chosenOf)
  put(form.querySelector('#apply-told'), told.apply)
  put(form.querySelector('#apply-in'), told.applyIn)
}

/** Follows the looking for places; where it ends the page is read anew, unless somebody is at it. */
function watchProgress(): void {
  const box = document.querySelector<HTMLElement>('.progress[data-batch]')
  const bar = box?.querySelector('progress')
  if (!box || !bar) return
  const look = async (): Promise<void> => {
    const response = await fetch(location.href, { headers: { accept: 'application/json' } }).catch(() => null)
    if (response?.ok) {
      const { batch, told } = (await response.json()) as Counted & { batch: { state: string; looked: number } }
      bar.value = batch.looked
      put(box.querySelector('#progress-told'), told.progress)
      const isBusy = document.activeElement?.closest('form.hits') !== null && document.activeElement !== document.body
      if (batch.state !== 'looking' && !isBusy) return location.reload()
    }
    setTimeout(() => void look(), between)
  }
  setTimeout(() => void look(), between)
}
