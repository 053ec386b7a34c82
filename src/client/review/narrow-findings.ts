import { messages, type Language } from '../../i18n/index.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { Api } from './api.ts'
import { attemptWith, type Asking } from './attempt.ts'
import { askDismissal, dismissalOf } from './dismiss-dialog.ts'
import { h } from './dom.ts'
import { findingsByField, placeNow, type FieldFinding } from './narrow-fields.ts'
import { narrowList } from './narrow-list.ts'
import type { Taken } from './narrow-reasons.ts'
import type { NarrowServer } from './narrow-server.ts'
import { toldAccepted } from './told.ts'

/** ms after the last key */
const pause = 800
/** ms between tries while there is no answer; doubled up to a minute */
const firstRetry = 2000
const lastRetry = 60_000

/**
 * On a narrow screen the findings stand under their paragraphs, and their fixes go into its field.
 * @returns what is to be called when something was typed
 */
export const narrowFindings = (o: {
  readonly api: Api
  readonly tab: string
  readonly language: Language
  readonly areas: readonly HTMLTextAreaElement[]
  readonly server: NarrowServer
  readonly say: (sentence: string) => void
  /** the fixes that were taken: what is undone goes out again */
  readonly taken: Set<Taken>
}): (() => void) => {
  const { api, tab, language, areas, server } = o
  const m = messages(language)
  const t = m.desk
  const asking: Asking = { t, language, api, say: o.say, person: null }
  const attempt = attemptWith(() => asking)
  let timer: ReturnType<typeof setTimeout> | null = null
  let retry = firstRetry

  const clear = (area: HTMLTextAreaElement): void =>
    area
      .closest('.cell')
      ?.querySelectorAll('.narrow-findings, .narrow-done')
      .forEach(element => element.remove())
  const under = (area: HTMLTextAreaElement, element: HTMLElement): void =>
    area.closest('.cell')?.querySelector('.shown')?.after(element)

  const show = (findings: readonly FindingView[]): void => {
    const typed = server.typed()
    if (typed === null) return
    const fields = areas.map(area => [area.name, area.value] as const)
    // what the page said when it was drawn is no longer so
    document.querySelector('#findings-waiting')?.remove()
    const found = findingsByField(findings, typed.text, typed.change, fields)
    for (const area of areas) {
      const own = found.get(area.name) ?? []
      area.closest('.cell')?.querySelector('.narrow-findings')?.remove()
      if (own.length > 0) under(area, narrowList(m, language, own, actsOn(area)))
    }
  }
  const put = (area: HTMLTextAreaElement, value: string): void => {
    area.value = value
    const details = area.closest('details')
    if (details !== null) details.open = true
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const actsOn = (area: HTMLTextAreaElement) => ({
    accept: (found: FieldFinding, fix: string): void => {
      const before = area.value
      const words = found.finding.text
      const at = placeNow(before, found)
      clear(area)
      if (at === null) return later(0)
      put(area, before.slice(0, at) + fix + before.slice(at + words.length))
      const one: Taken = { field: area.name, at, fix, finding: found.finding }
      o.taken.add(one)
      const did = toldAccepted(t, language, words, fix)
      const undo = h(
        'button',
        { type: 'button', class: 'link', onclick: () => (done.remove(), o.taken.delete(one), put(area, before)) },
        t.finding.undo,
      )
      const done = h('p', { class: 'narrow-done', role: 'status' }, did, ' ', undo)
      // what is typed since would be lost with it
      area.addEventListener('input', () => done.remove(), { once: true })
      under(area, done)
    },
    dismiss: async ({ finding }: FieldFinding): Promise<void> => {
      const typed = server.typed()
      const answer = await askDismissal(asking, finding)
      if (answer === null || typed === null) return
      const request = dismissalOf(finding, typed.text, answer)
      if ((await attempt(() => api.dismissFinding(request))) === null) return
      o.say(t.finding.dismissDone)
      later(0)
    },
  })

  const later = (ms: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void ask(), ms)
  }
  const tryAgain = (): void => {
    if (timer === null) later(retry)
    retry = Math.min(retry * 2, lastRetry)
  }
  const ask = async (): Promise<void> => {
    timer = null
    try {
      await server.learn()
      const text = server.typed()?.text
      if (text === undefined) return
      const { outcome, findings } = await api.findings({ text, tab })
      if (findings === null && outcome !== 'slow') return tryAgain()
      retry = firstRetry
      // an answer to what stood there before is of no use: the next one is asked for already
      if (server.typed()?.text !== text) return
      if (findings === null) o.say(t.rail.checking.slow)
      else show(findings)
    } catch {
      tryAgain()
    }
  }

  if (server.findings !== null && server.typed()?.change.empty === true) show(server.findings)
  else later(0)
  return () => later(pause)
}
