import { fill, formatTime, messages, type Language } from '../../i18n/index.ts'
import type { Api } from './api.ts'
import { beforeApproval } from './approval.ts'
import { h } from './dom.ts'
import { changedFields, fitting, formName, readForm } from './narrow-draft.ts'
import { narrowCorrections } from './narrow-corrections.ts'
import { narrowFindings } from './narrow-findings.ts'
import { fieldReasons, type Taken } from './narrow-reasons.ts'
import { narrowServer } from './narrow-server.ts'

export interface NarrowOptions {
  readonly root: HTMLElement
  readonly language: Language
  readonly translation: string
  readonly api: Api
  readonly tab: string
  /** tabs alive elsewhere: their drafts are theirs */
  readonly others: ReadonlySet<string>
}

/**
 * On a narrow screen the server's grid with its textareas stays. What is typed in them is kept in this browser at once, a page of the form
 * at a time, and on the server soon after; both are filled in again until it is saved.
 */
export const mountNarrow = async ({ root, language, translation, api, tab, others }: NarrowOptions): Promise<void> => {
  const form = root.querySelector<HTMLFormElement>('#desk-form')
  if (form === null) return
  const t = messages(language).desk
  const hidden = (name: string): string => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
  const base = Number(hidden('base'))
  const name = formName(translation, hidden('page'))
  const areas = [...form.querySelectorAll('textarea')]
  const served = new Map(areas.map(area => [area.name, area.defaultValue]))
  // typed while this script was on its way
  const early = new Set(areas.filter(area => area.value !== area.defaultValue))
  const state = h('p', { class: 'desk-state', role: 'status' })
  form.querySelector('.save-bar')?.append(state)

  const notice = (sentence: string, discard: () => Promise<unknown>): void => {
    const leave = async (): Promise<void> => {
      server.stop()
      await discard()
      location.reload()
    }
    form.prepend(
      h(
        'div',
        { class: 'desk-notice', role: 'status' },
        h('p', {}, sentence),
        h('button', { type: 'button', onclick: () => void leave() }, t.draft.discard),
      ),
    )
  }
  const fillForm = (fields: Readonly<Record<string, string>>): void => {
    for (const area of areas) {
      const value = fields[area.name]
      if (value === undefined || early.has(area)) continue
      area.value = value
      const details = area.closest('details')
      if (details !== null) details.open = true
    }
  }
  /** @returns whether anything is typed on this page that is not saved */
  const keep = (): boolean => {
    const fields = changedFields(served, new Map(areas.map(area => [area.name, area.value])))
    const any = Object.keys(fields).length > 0
    const before = Object.fromEntries(Object.keys(fields).map(n => [n, served.get(n) ?? '']))
    try {
      if (any) localStorage.setItem(name, JSON.stringify({ base, at: Date.now(), fields, served: before }))
      else localStorage.removeItem(name)
    } catch {
      // a browser that keeps nothing has the server
    }
    return any
  }
  const told = (sentence: string, at: number): string =>
    fill(language, sentence, { time: formatTime(language, at, Date.now()) })

  const server = narrowServer({
    api,
    tab,
    others,
    translation,
    base,
    told: kept => (state.textContent = kept ? t.kept : t.offline),
  })
  let recheck = (): void => undefined
  form.addEventListener('input', () => {
    state.textContent = keep() ? t.kept : ''
    server.touch()
    recheck()
  })
  beforeApproval(hold => {
    if (!keep()) return
    hold()
    state.textContent = t.approval.unsaved
    form.querySelector<HTMLButtonElement>('.save-bar button')?.focus()
  })
  const taken = new Set<Taken>()
  form.addEventListener('submit', () => {
    server.stop()
    const told = fieldReasons([...taken], field => areas.find(area => area.name === field)?.value)
    form.append(h('input', { type: 'hidden', name: 'reasons', value: told.length > 0 ? JSON.stringify(told) : '' }))
  })

  if (early.size > 0) {
    state.textContent = t.kept
    server.touch()
  }
  const before = readForm(name)
  const kept = before === null ? null : fitting(before, base, served)
  if (kept === null) localStorage.removeItem(name)
  else {
    fillForm(kept.fields)
    keep()
    notice(told(t.draft.narrow, kept.at), () => {
      localStorage.removeItem(name)
      return server.forget(tab)
    })
  }
  for (const draft of await server.found(areas.map(area => area.name))) {
    if (draft.fields === null) notice(told(t.draft.wider, draft.at), () => server.forget(draft.tab))
    else {
      fillForm(draft.fields)
      keep()
      server.touch()
      notice(told(t.draft.narrow, draft.at), () => {
        localStorage.removeItem(name)
        return Promise.all([server.forget(draft.tab), server.forget(tab)])
      })
    }
  }
  if (early.size > 0) keep()
  const say = (sentence: string): void => void (state.textContent = sentence)
  if (server.desk !== null) narrowCorrections({ api, language, areas, desk: server.desk, say })
  recheck = narrowFindings({ api, tab, language, areas, server, say, taken })
}
