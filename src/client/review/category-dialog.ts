import type { Severity } from '../../mqm/annotation.ts'
import { isCategory, type CategoryId } from '../../mqm/typology.ts'
import { categoryPicker } from './category-picker.ts'
import type { Context } from './context.ts'
import { dialogButtons, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import { recentCategories, rememberCategory } from './recent-categories.ts'
import { severityChoice, severityOfKey } from './severity-choice.ts'
import { told } from './told.ts'

/** The kind of error that a change mends, as a person says it. */
export interface Said {
  readonly category: CategoryId
  readonly severity: Severity
}

/**
 * Asks which kind of error a change mends, and how bad it was: typing searches the categories, a digit is the severity, Enter the answer.
 * @param start what is proposed, or was said before
 */
export const askCategory = async (
  { t, m, language }: Pick<Context, 't' | 'm' | 'language'>,
  words: { readonly before: string; readonly after: string },
  start: { readonly category: string; readonly severity: Severity },
): Promise<Said | null> => {
  const severity = severityChoice({ t, m }, start.severity)
  const wrong = h('p', { class: 'dialog-error', role: 'alert' })
  const picker = categoryPicker(
    language,
    t,
    m,
    isCategory(start.category) ? start.category : null,
    recentCategories().map(r => r.category),
    () => wrong.replaceChildren(),
  )
  const dialog = openDialog<Said>(
    t.ruling.title,
    'dialog-flag dialog-category',
    [
      h(
        'p',
        { class: 'flagged-words' },
        words.before !== '' && h('del', { lang: 'sv' }, told(t, words.before)),
        words.before !== '' && words.after !== '' && ' → ',
        words.after !== '' && h('ins', { lang: 'sv' }, told(t, words.after)),
      ),
      h('div', { class: 'dialog-field' }, h('span', {}, t.flag.category), picker.element),
      severity.element,
      wrong,
      dialogButtons(t.ruling.ok, t.cancel, () => dialog.close(null)),
    ],
    () => {
      const { value } = picker
      if (value === null) {
        wrong.textContent = t.flag.category
        picker.input.focus()
        return null
      }
      rememberCategory({ category: value, severity: severity.value })
      return { category: value, severity: severity.value }
    },
  )
  dialog.form.addEventListener('keydown', event => {
    const digit = severityOfKey(event)
    if (digit === null) return
    event.preventDefault()
    severity.choose(digit)
  })
  picker.input.focus()
  return dialog.result
}
