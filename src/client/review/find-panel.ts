import type { EditorView } from '@codemirror/view'
import { fill } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import { findIn, inReadingOrder, type Place } from './find.ts'
import { setFound } from './find-marks.ts'
import { activeView, reveal } from './go-to.ts'
import { rowAt } from './row-starts.ts'

interface Panel {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
}
let open: Panel | null = null

/** Opens the search over all columns; what is selected is what is looked for. */
export const openFind = (context: Context): void => {
  const view = activeView(context)
  const { from, to } = view.state.selection.main
  const words = to - from < 200 ? view.state.sliceDoc(from, to) : ''
  open ??= makePanel(context, () => (open = null))
  if (words !== '' && !words.includes('\n')) open.input.value = words
  open.input.focus()
  open.input.select()
  open.input.dispatchEvent(new Event('input'))
}

const makePanel = (context: Context, closed: () => void): Panel => {
  const { t, language, views, book, mode } = context
  const shown = (): EditorView[] =>
    [views.source, views.mt, views.corrected].filter(v => v !== null && v.dom.offsetParent !== null) as EditorView[]
  const input = h('input', {
    type: 'search',
    'aria-label': t.find.query,
    placeholder: t.find.query,
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const replacement = h('input', { 'aria-label': t.find.replace, placeholder: t.find.replace, autocomplete: 'off' })
  const matchCase = h('input', { type: 'checkbox' })
  const count = h('output', { class: 'find-count' })
  let places: readonly Place<EditorView>[] = []
  let at = -1

  const rowOf = (view: EditorView, position: number): number =>
    view === views.corrected
      ? rowAt(book.rows, book.starts.b, 'b', position)
      : view === views.mt
        ? rowAt(book.rows, book.starts.a, 'a', position)
        : position / 1e9
  const draw = (): void => {
    for (const view of shown()) {
      const own = places.filter(p => p.column === view)
      const here = places[at]
      view.dispatch({ effects: setFound.of({ spans: own, current: here?.column === view ? own.indexOf(here) : -1 }) })
    }
    count.textContent =
      input.value === ''
        ? ''
        : places.length === 0
          ? t.find.none
          : fill(language, t.find.count, { n: at + 1, total: places.length })
  }
  const search = (keep: boolean): void => {
    const now = places[at]
    places = inReadingOrder(
      shown().map(view => ({ column: view, spans: findIn(view.state.doc.toString(), input.value, matchCase.checked) })),
      rowOf,
    )
    const same = now === undefined ? -1 : places.findIndex(p => p.column === now.column && p.from >= now.from)
    at = places.length === 0 ? -1 : Math.max(0, same)
    draw()
    if (!keep) show()
  }
  const show = (): void => {
    const place = places[at]
    if (place !== undefined) reveal(context, place.column, place.from)
  }
  const step = (by: number): void => {
    if (places.length === 0) return
    at = (at + by + places.length) % places.length
    draw()
    show()
  }
  const change = (all: boolean): void => {
    const own = places.filter(p => p.column === views.corrected)
    const one = places[at]?.column === views.corrected ? places[at] : own.find(p => places.indexOf(p) >= at)
    const chosen = all ? own : one === undefined ? [] : [one]
    if (chosen.length === 0) return
    const changes = chosen.map(({ from, to }) => ({ from, to, insert: replacement.value }))
    mode.unlocked(views.corrected, () => views.corrected.dispatch({ changes, userEvent: 'input.replace' }))
    if (all) context.say(fill(language, t.find.replaced, { n: chosen.length }))
    search(false)
  }
  const close = (): void => {
    for (const view of shown()) view.dispatch({ effects: setFound.of({ spans: [], current: -1 }) })
    element.remove()
    closed()
    const place = places[at]
    const view = place?.column ?? views.corrected
    if (place !== undefined && place.to <= view.state.doc.length)
      view.dispatch({ selection: { anchor: place.from, head: place.to } })
    view.focus()
  }
  const button = (label: string, act: () => void): HTMLElement =>
    h('button', { type: 'button', class: 'desk-tool', onclick: act }, label)
  const element = h(
    'form',
    { class: 'desk-find', role: 'search', 'aria-label': t.find.title },
    input, replacement, button(t.find.previous, () => step(-1)), button(t.find.next, () => step(1)), count,
    h('label', { class: 'dialog-check' }, matchCase, ' ', t.find.matchCase), button(t.find.replaceOne, () => change(false)), button(t.find.replaceAll, () => change(true)),
    button(t.close, close),
  ) // prettier-ignore
  element.addEventListener('submit', event => event.preventDefault())
  element.addEventListener('keydown', event => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === input) step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && event.target === replacement) change(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  input.addEventListener('input', () => search(false))
  matchCase.addEventListener('change', () => search(false))
  context.changed.listen(() => {
    if (element.isConnected) search(true)
  })
  context.layout.findPlace.append(element)
  return { element, input }
}
