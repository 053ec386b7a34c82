import { severities, type Severity } from '../../mqm/annotation.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import { shapes } from './shapes.ts'

export interface SeverityChoice {
  readonly element: HTMLElement
  readonly value: Severity
  /** as the person says */
  choose(s: Severity): void
  /** a guess, which does not undo what the person has said */
  guess(s: Severity): void
}

/** How bad something is: four radio buttons. @param start null where nothing has been said yet */
export const severityChoice = ({ t, m }: Pick<Context, 't' | 'm'>, start: Severity | null): SeverityChoice => {
  const inputs = severities.map(s =>
    h('input', { type: 'radio', name: 'severity', value: s, ...(s === (start ?? 'minor') ? { checked: true } : {}) }),
  )
  let said = start !== null
  const element = h(
    'fieldset',
    { class: 'severity-choice', onchange: () => (said = true) },
    h('legend', {}, t.flag.severity, h('small', {}, ` ${t.flag.severityHint}`)),
    ...severities.map((s, i) =>
      h(
        'label',
        { class: `severity-${s}` },
        inputs[i],
        h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[s]),
        ` ${m.mqm.severities[s]} `,
        h('kbd', {}, String(i + 1)),
      ),
    ),
  )
  const input = (s: Severity): HTMLInputElement => inputs[severities.indexOf(s)] as HTMLInputElement
  return {
    element,
    get value() {
      return severities[inputs.findIndex(i => i.checked)] ?? 'minor'
    },
    choose: s => {
      const here = element.contains(document.activeElement)
      input(s).click()
      // else Tab would lead from the one that was chosen to the one that is
      if (here) input(s).focus()
    },
    guess: s => {
      if (!said) input(s).checked = true
    },
  }
}

/** The severity of a digit that was pressed, 1 for the mildest; null where it is none of them. */
export const severityOfKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Severity | null =>
  ctrlKey || metaKey || altKey || !/^[1-4]$/.test(key) ? null : (severities[Number(key) - 1] as Severity)
