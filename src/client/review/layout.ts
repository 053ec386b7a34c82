import type { Messages } from '../../i18n/index.ts'
import { h } from './dom.ts'

/** The desk's frame, laid over the server's grid. */
export interface Layout {
  readonly app: HTMLElement
  readonly notices: HTMLElement
  readonly scroller: HTMLElement
  /** the columns' headings, which stay at the top of the scroller */
  readonly heads: HTMLElement
  readonly cells: Readonly<Record<'source' | 'mt' | 'corrected', HTMLElement>>
  readonly hints: Readonly<Record<'source' | 'mt' | 'corrected', HTMLElement>>
  readonly tools: HTMLElement
  readonly rail: HTMLElement
  readonly status: HTMLElement
  readonly findPlace: HTMLElement
  readonly live: HTMLElement
}

const names = ['source', 'mt', 'corrected'] as const

export const layOut = (root: HTMLElement, t: Messages['desk'], hasSource: boolean): Layout => {
  const make = (): Record<(typeof names)[number], HTMLElement> => ({
    source: h('div'),
    mt: h('div'),
    corrected: h('div'),
  })
  const cells = make()
  const hints = make()
  const heads = h('div', { class: 'desk-heads' })
  const columns = h('div', { class: 'desk-columns' })
  for (const name of names) {
    cells[name].className = `desk-column ${name}`
    hints[name] = h('span', { class: 'desk-hint' }, t.columnHint[name])
    heads.append(h('h2', { class: `desk-head ${name}`, id: `desk-head-${name}` }, t.columns[name], ' ', hints[name]))
    columns.append(cells[name])
  }
  const tools = h('div', { class: 'desk-tools' })
  const notices = h('div', { class: 'desk-notices' })
  const findPlace = h('div', { class: 'desk-find-place' })
  const scroller = h('div', { class: 'desk-scroll' }, heads, columns)
  const rail = h('aside', { class: 'desk-rail', 'aria-label': t.rail.title })
  const status = h('div', { class: 'desk-status' })
  const live = h('div', { class: 'desk-live', 'aria-live': 'polite', role: 'status' })
  const app = h(
    'div',
    { class: `desk-app ${hasSource ? 'with-source' : ''}` },
    tools,
    notices,
    findPlace,
    scroller,
    rail,
    status,
    live,
  )
  root.append(app)
  root.classList.add('mounted')
  document.documentElement.classList.add('desk-open')
  return { app, notices, scroller, heads, cells, hints, tools, rail, status, findPlace, live }
}
