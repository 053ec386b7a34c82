import { fill } from '../../i18n/index.ts'
import type { ActionId } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { fillIn, h } from './dom.ts'
import type { Entry } from './entries.ts'
import { sameEntry } from './entries-now.ts'
import { goTo } from './go-to.ts'
import { keyName } from './key-names.ts'
import { railEntry } from './rail-entry.ts'
import { railHead } from './rail-head.ts'
import { keepingFocus, keepInSight, steadily } from './rail-scroll.ts'
import { railTools } from './rail-tools.ts'
import { shownOf } from './shown.ts'

/** How many entries are drawn at once, around the current one: thousands would make every key slow. */
const drawn = 120

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

/** The list of findings, changes and flags: each leads to its place, and the place to it. */
export const mountRail = (context: Context, act: (id: ActionId) => void): void => {
  const { t, language, layout } = context
  const list = h('ol', { class: 'rail-list', tabindex: '-1' })
  let shift = 0
  let last: Entry | null = null
  const head = railHead(context, filter => {
    context.filter = { ...context.filter, ...filter }
    shift = 0
    draw()
  })
  layout.rail.append(head.element, list)

  const more = (n: number, by: number, sentence: string): HTMLElement | null =>
    n <= 0
      ? null
      : h(
          'li',
          { class: 'rail-more' },
          h('button', { type: 'button', onclick: () => ((shift += by), draw()) }, fill(language, sentence, { n })),
        )

  const fillList = (shown: readonly Entry[], at: number): void => {
    const start = Math.max(0, Math.min(shown.length - drawn, Math.max(0, at) - drawn / 2 + shift))
    const part = shown.slice(start, start + drawn)
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
  }
  const draw = (): void => {
    const shown = shownOf(context)
    const at = shown.findIndex(e => e.key === context.current)
    head.draw(at < 0 ? String(shown.length) : fill(language, t.rail.entry, { n: at + 1, total: shown.length }))
    keepingFocus(list, () => steadily(list, context.current, () => fillList(shown, at)))
    const entry = shown[at] ?? null
    const walked = entry !== null && (last === null || sameEntry([entry], last) === undefined)
    last = entry
    const current = list.querySelector<HTMLElement>('.is-current')
    if (walked && current !== null) keepInSight(list, current)
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
