import { contextOf } from '../../text/context.ts'
import { dismissalScopes, type DismissalScope, type DismissRequest, type FindingView } from '../../wire/finding.ts'
import type { Context } from './context.ts'
import { dialogButtons, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import { newId } from './new-id.ts'
import { told } from './told.ts'

/** Why a finding is none, and where. */
export interface Dismissal {
  readonly scope: DismissalScope
  readonly reason: string
}

/** What is sent of it. @param text that the finding stands in */
export const dismissalOf = (
  finding: FindingView,
  text: string,
  answer: Dismissal,
): DismissRequest & { readonly id: string } => {
  const { check, category, severity, about } = finding
  const request = { id: newId(), ...contextOf(text, finding), check, category, severity, ...answer }
  return about === undefined ? request : { ...request, about }
}

const radio = (name: string, value: string, checked: boolean): HTMLInputElement =>
  h('input', { type: 'radio', name, value, ...(checked ? { checked: true } : {}) })

const choice = (input: HTMLInputElement, label: string, key: string): HTMLElement =>
  h('label', {}, input, h('span', {}, label), h('kbd', {}, key))

/**
 * Asks why a finding is no error. A digit says why and is the answer; own words are written; where it holds is here, unless another
 * letter is pressed first: so that is asked first.
 */
export const askDismissal = async (
  { t, language }: Pick<Context, 't' | 'language'>,
  finding: FindingView,
): Promise<Dismissal | null> => {
  const { reasons, scopes, scopeKeys } = t.finding
  const words = Object.values(reasons)
  const why = [...words, ''].map((reason, i) => radio('reason', reason, i === 0))
  const own = h('input', { maxlength: '2000', 'aria-label': t.finding.ownReason })
  const ownChoice = why.at(-1) as HTMLInputElement
  const where = dismissalScopes.map(scope => radio('scope', scope, scope === 'here'))
  own.addEventListener('focus', () => (ownChoice.checked = true))
  const chosen = (inputs: readonly HTMLInputElement[]): string => inputs.find(input => input.checked)?.value ?? ''
  const dialog = openDialog<Dismissal>(
    t.finding.dismissTitle,
    'dialog-dismiss-finding',
    [
      h('p', { class: 'flagged-words' }, h('q', { lang: 'sv' }, told(t, finding.text))),
      h('p', { class: 'dialog-hint' }, finding.message[language]),
      h(
        'fieldset',
        { class: 'flag-choice scope-choice' },
        h('legend', {}, t.finding.scope),
        ...dismissalScopes.map((scope, i) => choice(where[i] as HTMLInputElement, scopes[scope], scopeKeys[scope])),
      ),
      h(
        'fieldset',
        { class: 'flag-choice' },
        h('legend', {}, t.finding.dismissReason),
        ...words.map((reason, i) => choice(why[i] as HTMLInputElement, reason, String(i + 1))),
        h('div', { class: 'own-reason' }, choice(ownChoice, t.finding.ownReason, String(why.length)), own),
      ),
      dialogButtons(t.finding.dismiss, t.cancel, () => dialog.close(null)),
    ],
    () => {
      const reason = ownChoice.checked ? own.value.trim() : chosen(why)
      if (reason === '') return (own.focus(), null)
      return { scope: chosen(where) as DismissalScope, reason }
    },
  )
  dialog.form.addEventListener('keydown', event => {
    if (event.target === own || event.ctrlKey || event.metaKey || event.altKey) return
    const nth = why[Number(event.key) - 1]
    const scope = dismissalScopes.findIndex(s => scopeKeys[s] === event.key.toLowerCase())
    if (nth === ownChoice) own.focus()
    else if (nth !== undefined) {
      nth.checked = true
      dialog.form.requestSubmit()
    } else if (scope >= 0) (where[scope] as HTMLInputElement).checked = true
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) dialog.form.requestSubmit()
    else return
    event.preventDefault()
  })
  why[0]?.focus()
  return dialog.result
}
