import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { isCategory } from '../../mqm/typology.ts'
import { categoryPicker } from './category-picker.ts'
import type { Context } from './context.ts'
import { dialogButtons, field, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import { recentCategories, rememberCategory } from './recent-categories.ts'
import { severityChoice, severityOfKey } from './severity-choice.ts'

/** What a person says of a flag. */
export interface FlagBody {
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
  readonly suggestion: string
}

/**
 * Asks what is wrong with some words.
 * @param words empty where something is missing @param start what the fields hold at first
 */
export const askFlag = async (
  context: Pick<Context, 't' | 'm' | 'language'>,
  title: string,
  ok: string,
  words: string,
  start: Partial<FlagBody>,
): Promise<FlagBody | null> => {
  const { t, m, language } = context
  const severity = severityChoice(context, start.severity ?? null)
  const first = start.category ?? null
  const recent = recentCategories()
  const picker = categoryPicker(
    language,
    t,
    m,
    first !== null && isCategory(first) ? first : null,
    recent.map(r => r.category),
    () => {
      wrong.replaceChildren()
      // as bad as the last of its kind was, until the person says how bad this one is
      const last = recent.find(r => r.category === picker.value)?.severity
      if (last !== undefined) severity.guess(last)
    },
  )
  const suggestion = h('textarea', { rows: '2', lang: 'sv', spellcheck: 'true', maxlength: '5000' })
  const comment = h('textarea', { rows: '2', maxlength: '5000' })
  const wrong = h('p', { class: 'dialog-error', role: 'alert' })
  suggestion.value = start.suggestion ?? ''
  comment.value = start.comment ?? ''
  const dialog = openDialog<FlagBody>(
    title,
    'dialog-flag',
    [
      h(
        'p',
        { class: 'flagged-words' },
        h('span', { class: 'visually-hidden' }, `${t.flag.words}: `),
        words === '' ? t.rail.point : h('q', { lang: 'sv' }, words),
      ),
      h('div', { class: 'dialog-field' }, h('span', {}, t.flag.category), picker.element),
      severity.element,
      field(t.flag.suggestion, suggestion),
      field(t.flag.comment, comment),
      wrong,
      dialogButtons(ok, t.cancel, () => dialog.close(null)),
    ],
    () => {
      if (picker.value === null) {
        wrong.textContent = t.flag.category
        picker.input.focus()
        return null
      }
      rememberCategory({ category: picker.value, severity: severity.value })
      return {
        category: picker.value,
        severity: severity.value,
        comment: comment.value.trim(),
        suggestion: suggestion.value,
      }
    },
  )
  dialog.form.addEventListener('keydown', event => {
    const typing = event.target === comment || event.target === suggestion
    const digit = typing ? null : severityOfKey(event)
    if (digit !== null) {
      event.preventDefault()
      severity.choose(digit)
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement && !event.shiftKey) {
      event.preventDefault()
      dialog.form.requestSubmit()
    }
  })
  picker.input.focus()
  return dialog.result
}
