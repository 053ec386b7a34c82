import { h } from './dom.ts'

/** A modal dialog over the desk; `<dialog>` keeps the focus in it and gives it back. */
export interface Opened<T> {
  readonly element: HTMLDialogElement
  readonly form: HTMLFormElement
  close(result: T | null): void
  readonly result: Promise<T | null>
}

/**
 * @param onSubmit what the form's answer is; null keeps it open
 * @returns at once; `result` is null where it was closed without an answer
 */
export const openDialog = <T>(
  title: string,
  className: string,
  content: readonly (Node | null | false)[],
  onSubmit: () => T | null,
): Opened<T> => {
  const before = document.activeElement
  const form = h('form', { method: 'dialog', class: 'dialog-form' }, h('h2', { id: 'dialog-title' }, title), ...content)
  const element = h('dialog', { class: `desk-dialog ${className}`, 'aria-labelledby': 'dialog-title' }, form)
  let settle: (value: T | null) => void = () => {}
  const result = new Promise<T | null>(resolve => (settle = resolve))
  let answer: T | null = null
  const close = (value: T | null): void => {
    answer = value
    element.close()
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    const value = onSubmit()
    if (value !== null) close(value)
  })
  element.addEventListener('close', () => {
    element.remove()
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    settle(answer)
  })
  document.body.append(element)
  element.showModal()
  return { element, form, close, result }
}

/** A row of buttons, the one that does it first. */
export const dialogButtons = (ok: string, cancel: string, onCancel: () => void): HTMLElement =>
  h(
    'div',
    { class: 'dialog-buttons' },
    h('button', { type: 'submit', class: 'primary' }, ok),
    h('button', { type: 'button', onclick: onCancel }, cancel),
  )

export const field = (label: string, control: HTMLElement, hint?: string): HTMLElement =>
  h('label', { class: 'dialog-field' }, h('span', {}, label, hint !== undefined && h('small', {}, ` ${hint}`)), control)
