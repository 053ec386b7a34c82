import { severities, type Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { isCategory } from '../../mqm/typology.ts'
import { categoryPicker } from './category-picker.ts'
import type { Context } from './context.ts'
import { dialogButtons, field, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import { recentCategories, rememberCategory } from './recent-categories.ts'
import { shapes } from './shapes.ts'

/** What a person says of a flag. */
export interface FlagBody {
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
  readonly suggestion: string
}

interface SeverityChoice {
  readonly element: HTMLElement
  readonly value: Severity
  /** as the person says */
  choose(s: Severity): void
  /** a guess, which does not undo what the person has said */
  guess(s: Severity): void
}

/** @param start null where nothing has been said yet */
const severityChoice = ({ t, m }: Context, start: Severity | null): SeverityChoice => {
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

/**
 * Asks what is wrong with some words.
 * @param words empty where something is missing @param start what the fields hold at first
 */
export const askFlag = async (
  context: Context,
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
    const digit = Number(event.key)
    if (!typing && digit >= 1 && digit <= 4 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      severity.choose(severities[digit - 1] as Severity)
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement && !event.shiftKey) {
      event.preventDefault()
      dialog.form.requestSubmit()
    }
  })
  picker.input.focus()
  return dialog.result
}
