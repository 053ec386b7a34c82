import type { Messages } from '../../i18n/index.ts'
import type { PersonView } from '../../wire/common.ts'
import { Refused, type Api } from './api.ts'
import { dialogButtons, field, openDialog } from './dialog.ts'
import { h } from './dom.ts'

let asking: Promise<PersonView | null> | null = null

/**
 * Asks who is correcting, when it must be known and not before; null where the person would rather not. What is sent together is
 * refused together: all of it waits for the one answer.
 */
export const askName = (t: Messages['desk'], api: Api): Promise<PersonView | null> =>
  (asking ??= ask(t, api).finally(() => (asking = null)))

const ask = async (t: Messages['desk'], api: Api): Promise<PersonView | null> => {
  const input = h('input', { name: 'name', required: true, maxlength: '100', autocomplete: 'name' })
  const wrong = h('p', { class: 'dialog-error', role: 'alert' })
  let close: (value: PersonView | null) => void = () => {}
  const submit = (): null => {
    api.introduce(input.value).then(close, (error: unknown) => {
      wrong.textContent = error instanceof Refused ? error.message : t.notReached
      input.focus()
    })
    return null
  }
  const dialog = openDialog<PersonView>(
    t.name.title,
    'dialog-name',
    [h('p', {}, t.name.why), field(t.name.label, input), wrong, dialogButtons(t.name.ok, t.cancel, () => close(null))],
    submit,
  )
  close = value => dialog.close(value)
  input.focus()
  return dialog.result
}
