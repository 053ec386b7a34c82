import type { FlagView } from '../../wire/flag.ts'
import type { Context } from './context.ts'
import { dialogButtons, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import type { Pending } from './flag-book.ts'
import { categoryName, told } from './told.ts'
import { shapes } from './shapes.ts'

/** What one of several flags on the same words is told by: how bad, what is wrong, which words, and what should stand there. */
const label = ({ t, m }: Context, flag: FlagView | Pending): readonly Node[] => [
  h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[flag.severity]),
  h(
    'span',
    {},
    `${m.mqm.severities[flag.severity]} · ${categoryName(m, flag.category)}: `,
    flag.words === '' ? t.rail.point : h('q', {}, told(t, flag.words)),
    flag.suggestion !== '' && h('span', { class: 'rail-suggestion' }, ' → ', h('q', {}, told(t, flag.suggestion))),
  ),
]

/**
 * Which flag of an entry is meant: the only one at once, else one that the person chooses, by its number or the arrows.
 * @returns null where there is none, or none was chosen
 */
export const chooseFlag = async (context: Context, title: string, ids: readonly string[]): Promise<string | null> => {
  if (ids.length < 2) return ids[0] ?? null
  const { t, flags } = context
  const shown = ids.flatMap(id => flags.find(id) ?? flags.findPending(id) ?? [])
  const inputs = shown.map((flag, i) =>
    h('input', { type: 'radio', name: 'flag', value: flag.id, ...(i === 0 ? { checked: true } : {}) }),
  )
  const dialog = openDialog<string>(
    title,
    'dialog-choose',
    [
      h(
        'fieldset',
        { class: 'flag-choice' },
        h('legend', {}, t.flag.which),
        ...shown.map((flag, i) =>
          h(
            'label',
            { class: `severity-${flag.severity}` },
            inputs[i],
            ...label(context, flag),
            h('kbd', {}, String(i + 1)),
          ),
        ),
      ),
      dialogButtons(t.flag.choose, t.cancel, () => dialog.close(null)),
    ],
    () => inputs.find(input => input.checked)?.value ?? null,
  )
  dialog.form.addEventListener('keydown', event => {
    const flag = shown[Number(event.key) - 1]
    if (flag !== undefined) {
      event.preventDefault()
      dialog.close(flag.id)
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      dialog.form.requestSubmit()
    }
  })
  inputs[0]?.focus()
  return dialog.result
}
