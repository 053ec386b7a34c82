import { fill, formatTime } from '../../i18n/index.ts'
import type { ActionId } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Keeping } from './drafts.ts'
import { keyName } from './key-names.ts'

export interface Toolbar {
  keeping(now: Keeping): void
  busy(now: boolean): void
  source(shown: boolean): void
}

/** The bar above the texts: what state they are in, and the few things done by mouse. */
export const toolbar = (context: Context, act: (id: ActionId) => void): Toolbar => {
  const { t, language, layout } = context
  const state = h('span', { class: 'desk-state', role: 'status' })
  const button = (id: ActionId, label: string, className = ''): HTMLButtonElement =>
    h(
      'button',
      {
        type: 'button',
        class: `desk-tool ${className}`,
        title: `${t.actions[id]} (${keyName(t, id)})`,
        onclick: () => act(id),
      },
      label,
    )
  const source = button('source', t.columns.source, 'toggle')
  const save = button('save', t.save, 'primary')
  layout.tools.append(
    context.wire.sourceText === '' ? '' : source,
    button('find', t.find.title),
    button('flag', t.flag.set),
    button('copy', t.tools.copy),
    button('help', t.help.title),
    h('span', { class: 'desk-tools-gap' }),
    state,
    save,
  )
  let keeping: Keeping = 'saved'
  let busy = false
  const draw = (): void => {
    const { head } = context
    const saved = head.number === 0 ? '' : fill(language, t.saved, { time: formatTime(language, head.at, Date.now()) })
    const sentences = { saved, kept: t.kept, offline: t.offline, lost: t.notKept }
    state.textContent = busy ? t.saving : sentences[keeping]
    state.dataset.state = busy ? 'saving' : keeping === 'saved' && head.number === 0 ? 'untouched' : keeping
    save.disabled = busy
  }
  draw()
  return {
    keeping: now => {
      keeping = now
      draw()
    },
    busy: now => {
      busy = now
      draw()
    },
    source: shown => source.setAttribute('aria-pressed', String(shown)),
  }
}
