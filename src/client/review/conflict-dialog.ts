import { fill } from '../../i18n/index.ts'
import type { ConflictView } from '../../wire/save.ts'
import type { Context } from './context.ts'
import { both, type Conflicted } from './conflict-text.ts'
import { dialogButtons, openDialog } from './dialog.ts'
import { h } from './dom.ts'

const place = (context: Context, conflict: ConflictView): { element: HTMLElement; value(): string } => {
  const { t, wire } = context
  const lang = wire.translation.language
  const result = h('textarea', { rows: '3', lang, spellcheck: 'true', 'aria-label': t.conflict.result })
  result.value = conflict.mine
  const take = (label: string, words: string): HTMLElement =>
    h('button', { type: 'button', onclick: () => ((result.value = words), result.focus()) }, label)
  const shown = (words: string): string => (words === '' ? t.conflict.empty : words)
  const side = (label: string, words: string): HTMLElement =>
    h('div', { class: 'conflict-side' }, h('h3', {}, take(label, words)), h('p', { lang }, shown(words)))
  const element = h(
    'section',
    { class: 'conflict' },
    h(
      'p',
      { class: 'conflict-base', lang },
      h('small', {}, `${t.conflict.base}: `),
      conflict.base === '' ? t.rail.nothing : conflict.base,
    ),
    h(
      'div',
      { class: 'conflict-sides' },
      side(t.conflict.theirs, conflict.theirs),
      side(t.conflict.mine, conflict.mine),
    ),
    h(
      'div',
      { class: 'conflict-result' },
      h('h3', {}, t.conflict.result, ' ', take(t.conflict.both, both(conflict))),
      result,
    ),
  )
  return { element, value: () => result.value }
}

/** Shows every place where two people changed the same words, both ways side by side; null where it is put off. */
export const askConflicts = async (context: Context, answer: Conflicted): Promise<readonly string[] | null> => {
  const { t, language } = context
  const places = answer.conflicts.map(conflict => place(context, conflict))
  const dialog = openDialog<readonly string[]>(
    t.conflict.title,
    'dialog-conflict',
    [
      h('p', {}, fill(language, t.conflict.why, { head: answer.head })),
      ...places.map(p => p.element),
      dialogButtons(t.conflict.save, t.conflict.later, () => dialog.close(null)),
    ],
    () => places.map(p => p.value()),
  )
  dialog.element.querySelector('textarea')?.focus()
  return dialog.result
}
