import type { Language, Messages } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { findCategories } from './category-search.ts'
import { fillIn, h } from './dom.ts'

export interface CategoryPicker {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
  readonly value: CategoryId | null
}

let made = 0

/**
 * An ARIA combobox over the whole typology, grouped by dimension: typing searches, arrows choose, Enter takes.
 * @param recent offered first while nothing is typed
 */
export const categoryPicker = (
  language: Language,
  t: Messages['desk'],
  m: Messages,
  start: CategoryId | null,
  recent: readonly CategoryId[],
  changed: () => void,
): CategoryPicker => {
  const id = `category-${++made}`
  const list = h('div', {
    class: 'category-list',
    role: 'listbox',
    tabindex: '-1',
    id: `${id}-list`,
    'aria-label': t.flag.category,
  })
  const input = h('input', {
    class: 'category-input', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-expanded': 'true', 'aria-autocomplete': 'list',
    'aria-controls': `${id}-list`, 'aria-label': t.flag.category, placeholder: t.flag.categoryHint,
  }) // prettier-ignore
  let value = start
  /** which of the options shown the arrows are at: one that is offered first stands in its own dimension too */
  let active = -1
  let shown: readonly CategoryId[] = []
  if (start !== null) input.value = m.mqm.categories[start]

  const mark = (): void => {
    input.removeAttribute('aria-activedescendant')
    for (const [i, option] of list.querySelectorAll<HTMLElement>('[role="option"]').entries()) {
      const on = i === active
      option.classList.toggle('is-active', on)
      option.setAttribute('aria-selected', String(option.dataset.id === value))
      if (!on) continue
      input.setAttribute('aria-activedescendant', option.id)
      const top = option.offsetTop
      if (top < list.scrollTop || top + option.offsetHeight > list.scrollTop + list.clientHeight)
        list.scrollTop = top - 40
    }
  }
  const draw = (query: string): void => {
    const found = findCategories(language, query)
    const first = recent.map(c => ({ id: c, name: m.mqm.categories[c] }))
    const groups = query === '' && recent.length > 0 ? [{ name: t.flag.recent, choices: first }, ...found] : found
    shown = groups.flatMap(g => g.choices.map(c => c.id))
    active = query === '' ? (value === null ? -1 : shown.indexOf(value)) : Math.min(0, shown.length - 1)
    fillIn(
      list,
      ...groups.map((group, g) =>
        h(
          'div',
          { role: 'group', 'aria-label': group.name },
          h('div', { class: 'category-dimension', 'aria-hidden': 'true' }, group.name),
          ...group.choices.map(c =>
            h(
              'div',
              { role: 'option', class: 'category-option', id: `${id}-${g}-${c.id.replace('/', '-')}`, 'data-id': c.id },
              c.name,
            ),
          ),
        ),
      ),
      shown.length === 0 ? h('p', { class: 'category-none' }, t.flag.noCategory) : null,
    )
    mark()
  }
  const take = (chosen: CategoryId): void => {
    value = chosen
    input.value = m.mqm.categories[chosen]
    draw('')
    changed()
  }
  input.addEventListener('input', () => {
    value = null
    draw(input.value)
    changed()
  })
  input.addEventListener('focus', () => input.select())
  input.addEventListener('keydown', event => {
    const at = shown[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      active = Math.max(0, Math.min(shown.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)))
      mark()
    } else if ((event.key === 'Enter' || event.key === 'Tab') && at !== undefined && value !== at) {
      if (event.key === 'Enter') event.preventDefault()
      take(at)
    }
  })
  list.addEventListener('mousedown', event => {
    event.preventDefault()
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]')
    if (option?.dataset.id !== undefined) take(option.dataset.id as CategoryId)
  })
  draw('')
  return {
    element: h('div', { class: 'category-picker' }, input, list),
    input,
    get value() {
      return value
    },
  }
}
