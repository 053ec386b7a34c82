import { fill, formatTime, messages, type Language } from '../../i18n/index.ts'
import { h } from './dom.ts'
import { changedFields, fitting, type KeptForm } from './narrow-draft.ts'

/**
 * On a narrow screen the server's grid with its textareas stays. What is typed in them is kept in this browser, a page of the form
 * at a time, and filled in again until it is saved.
 */
export const mountNarrow = (root: HTMLElement, language: Language, translation: string): void => {
  const form = root.querySelector<HTMLFormElement>('#desk-form')
  if (form === null) return
  const t = messages(language).desk
  const hidden = (name: string): string => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
  const base = Number(hidden('base'))
  const name = `rp-form:${translation}:${hidden('page')}`
  const areas = [...form.querySelectorAll('textarea')]
  const served = new Map(areas.map(area => [area.name, area.value]))

  const fillForm = (kept: KeptForm): void => {
    for (const area of areas) {
      const value = kept.fields[area.name]
      if (value === undefined) continue
      area.value = value
      const details = area.closest('details')
      if (details !== null) details.open = true
    }
    const note = h(
      'div',
      { class: 'desk-notice', role: 'status' },
      h('p', {}, fill(language, t.draft.narrow, { time: formatTime(language, kept.at, Date.now()) })),
      h(
        'button',
        { type: 'button', onclick: () => (localStorage.removeItem(name), location.reload()) },
        t.draft.discard,
      ),
    )
    form.prepend(note)
  }
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as KeptForm | null
    const fits = kept === null ? null : fitting(kept, base, served)
    if (fits === null) localStorage.removeItem(name)
    else fillForm(fits)
  } catch {
    localStorage.removeItem(name)
  }

  const keep = (): void => {
    const fields = changedFields(served, new Map(areas.map(area => [area.name, area.value])))
    if (Object.keys(fields).length === 0) localStorage.removeItem(name)
    else
      localStorage.setItem(
        name,
        JSON.stringify({
          base,
          at: Date.now(),
          fields,
          served: Object.fromEntries(Object.keys(fields).map(n => [n, served.get(n) ?? ''])),
        }),
      )
  }
  form.addEventListener('input', keep)
}
