import { shortcuts } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { openDialog } from './dialog.ts'
import { h } from './dom.ts'
import { nameOf } from './key-names.ts'
import { setSingleKeys, singleKeysOn } from './keys.ts'

/** All shortcuts, and the switch for those of a single key (WCAG 2.1.4). */
export const openHelp = ({ t }: Context): void => {
  const box = h('input', { type: 'checkbox', ...(singleKeysOn() ? { checked: true } : {}) })
  box.addEventListener('change', () => setSingleKeys(box.checked))
  const key = (name: string | null | undefined): HTMLElement => h('td', {}, name ? h('kbd', {}, nameOf(t, name)) : '')
  const dialog = openDialog<true>(
    t.help.title,
    'dialog-help',
    [
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h('tr', {}, h('td'), h('th', { scope: 'col' }, t.help.reading), h('th', { scope: 'col' }, t.help.both)),
        ),
        h(
          'tbody',
          {},
          ...shortcuts.map(s => h('tr', {}, h('th', { scope: 'row' }, t.actions[s.id]), key(s.keys[0]), key(s.chord))),
        ),
      ),
      h('p', {}, t.help.more),
      h('label', { class: 'dialog-check' }, box, ' ', t.help.singleKeys),
      h('div', { class: 'dialog-buttons' }, h('button', { type: 'submit', class: 'primary' }, t.close)),
    ],
    () => true,
  )
  dialog.element.querySelector<HTMLElement>('button.primary')?.focus({ preventScroll: true })
  // opening it has focused the switch at its foot
  dialog.element.scrollTop = 0
}
