import { fill } from '../../i18n/index.ts'
import type { ActionId } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { fillIn, h } from './dom.ts'
import type { Entry } from './entries.ts'
import { goTo } from './go-to.ts'
import { keyName } from './key-names.ts'
import { railEntry } from './rail-entry.ts'
import { railTools } from './rail-tools.ts'
import { chosen, type Filter } from './walk.ts'

/** How many entries are drawn at once, around the current one: thousands would make every key slow. */
const drawn = 120

const select = <K extends string>(
  label: string,
  options: Readonly<Record<K, string>>,
  value: K,
  set: (value: K) => void,
): HTMLElement =>
  h(
    'label',
    { class: 'rail-choice' },
    h('span', { class: 'visually-hidden' }, label),
    h(
      'select',
      { onchange: event => set((event.target as HTMLSelectElement).value as K) },
      ...Object.entries<string>(options).map(([id, name]) =>
        h('option', { value: id, ...(id === value ? { selected: true } : {}) }, name),
      ),
    ),
  )

/** What a newcomer can do where nothing is done yet. */
const firstSteps = ({ t }: Context): HTMLElement => {
  const { first } = t.rail
  const step = (id: ActionId, what: string): HTMLElement => h('li', {}, h('kbd', {}, keyName(t, id)), ` ${what}`)
  return h(
    'li',
    { class: 'rail-none' },
    h('p', {}, first.none),
    h(
      'ul',
      { class: 'rail-first' },
      step('write', first.write),
      step('flag', first.flag),
      step('flagPoint', first.point),
      step('next', first.next),
      step('save', first.save),
      step('help', first.help),
    ),
  )
}

/** The list of changes and flags: each leads to its place, and the place to it. */
export const mountRail = (context: Context, act: (id: ActionId) => void): void => {
  const { t, language, layout } = context
  const list = h('ol', { class: 'rail-list', tabindex: '-1' })
  const count = h('span', { class: 'rail-count' })
  let shift = 0
  const refilter = (filter: Partial<Filter>): void => {
    context.filter = { ...context.filter, ...filter }
    shift = 0
    draw()
  }
  layout.rail.append(
    h(
      'div',
      { class: 'rail-head' },
      h('h2', { class: 'visually-hidden' }, t.rail.title),
      select<Filter['show']>(
        t.rail.show,
        { all: t.rail.all, flags: t.rail.flags, open: t.rail.open, fixed: t.rail.fixed },
        'all',
        show => refilter({ show }),
      ),
      select<Filter['order']>(t.rail.order, { text: t.rail.byText, severity: t.rail.bySeverity }, 'text', order =>
        refilter({ order }),
      ),
      count,
    ),
    list,
  )

  const more = (n: number, by: number, sentence: string): HTMLElement | null =>
    n <= 0
      ? null
      : h(
          'li',
          { class: 'rail-more' },
          h('button', { type: 'button', onclick: () => ((shift += by), draw()) }, fill(language, sentence, { n })),
        )

  const draw = (): void => {
    const shown = chosen(context.entries, context.filter)
    const at = shown.findIndex(e => e.key === context.current)
    const start = Math.max(0, Math.min(shown.length - drawn, Math.max(0, at) - drawn / 2 + shift))
    const part = shown.slice(start, start + drawn)
    count.textContent = at < 0 ? String(shown.length) : fill(language, t.rail.entry, { n: at + 1, total: shown.length })
    const focused = list.contains(document.activeElement)
      ? (document.activeElement?.closest<HTMLElement>('.rail-entry')?.dataset.key ?? null)
      : null
    fillIn(
      list,
      more(start, -drawn, t.rail.earlier),
      ...part.map(entry => {
        const current = entry.key === context.current
        const item = railEntry(context, entry, current)
        if (current) item.append(railTools(context, entry, act))
        return item
      }),
      more(shown.length - start - part.length, drawn, t.rail.later),
      shown.length > 0
        ? null
        : context.entries.length > 0
          ? h('li', { class: 'rail-none' }, t.rail.none)
          : firstSteps(context),
    )
    const current = list.querySelector<HTMLElement>('.is-current')
    if (current !== null) keepInSight(list, current)
    if (focused !== null)
      list.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"] .rail-go`)?.focus({ preventScroll: true })
  }

  list.addEventListener('click', event => {
    const key = (event.target as Element).closest<HTMLElement>('.rail-go')?.parentElement?.dataset.key
    const entry = context.entries.find((e: Entry) => e.key === key)
    if (entry !== undefined) goTo(context, entry, true)
  })
  context.moved.listen(() => {
    shift = 0
    draw()
  })
}

const keepInSight = (list: HTMLElement, item: HTMLElement): void => {
  // the list is what its items are measured from
  const top = item.offsetTop
  if (top < list.scrollTop) list.scrollTop = top - 8
  else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + item.offsetHeight - list.clientHeight + 8
}
