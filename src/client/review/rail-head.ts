import { formatNumber } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Filter } from './walk.ts'

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

export interface RailHead {
  readonly element: HTMLElement
  /** @param place where in the list one is */
  draw(place: string): void
}

/** The rail's heading: how many findings and open flags there are, what of it is listed, and how the checks are doing. */
export const railHead = (context: Context, refilter: (filter: Partial<Filter>) => void): RailHead => {
  const { t, language } = context
  const findings = h('span')
  const flags = h('span')
  const count = h('span', { class: 'rail-count' })
  const checking = h('p', { class: 'rail-checking', role: 'status' })
  const element = h(
    'div',
    { class: 'rail-head' },
    h('h2', { class: 'rail-title' }, findings, flags),
    h(
      'div',
      { class: 'rail-choices' },
      select<Filter['show']>(t.rail.show, t.rail.shown, 'all', show => refilter({ show })),
      select<Filter['order']>(t.rail.order, t.rail.orders, 'text', order => refilter({ order })),
      count,
    ),
    checking,
  )
  const put = (where: HTMLElement, words: string): void => {
    if (where.textContent !== words) where.textContent = words
  }
  return {
    element,
    draw: place => {
      const { entries } = context
      const found = entries.reduce((n, e) => n + e.findings.length, 0)
      const open = entries.reduce((n, e) => n + (e.flagged ? e.flags.length : 0), 0)
      const known = context.checking === 'waiting' ? '…' : formatNumber(language, found)
      put(findings, `${t.rail.findingsTitle} ${known}`)
      put(flags, `${t.rail.flagsTitle} ${formatNumber(language, open)}`)
      put(count, place)
      put(checking, context.checking === 'slow' || context.checking === 'away' ? t.rail.checking[context.checking] : '')
    },
  }
}
