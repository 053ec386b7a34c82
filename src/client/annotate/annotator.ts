import { messages, type Language } from '../../i18n/index.ts'
import { h } from '../review/dom.ts'
import { sayer } from '../review/say.ts'
import { createActs } from './acts.ts'
import { enhanceRow } from './row.ts'

/** Parts of the page that are not a paragraph's, and are told anew with it. */
const totals = ['told-total', 'unjudged']

/** Puts the choosing of words over the server's page, paragraph by paragraph. */
export function annotator(root: HTMLElement, id: string, language: Language): void {
  const live = h('p', { class: 'annotation-live', role: 'status' })
  document.body.append(live)
  const say = sayer(live)
  const acts = createActs(id, language, say)
  const help = root.querySelector<HTMLDetailsElement>('.keys-help')
  const { annotation: w } = messages(language)

  /** The offer to bring back what was taken back last, as the server draws it; none where nothing was. */
  const drawTaken = (fresh: Document): void => {
    const drawn = fresh.getElementById('taken')
    document.getElementById('taken')?.remove()
    if (!drawn) return
    document.getElementById('told-total')?.before(drawn)
    enhanceTaken()
  }
  const enhanceTaken = (): void =>
    document.getElementById('taken')?.addEventListener('submit', event => {
      event.preventDefault()
      void bringBack()
    })

  /** the paragraph of the flag that was taken back last, where it was taken back here */
  let left: { readonly flag: string; readonly row: string } | null = null
  const bringBack = async (): Promise<void> => {
    const offered = document.getElementById('taken')?.dataset['taken']
    const there = document.getElementById(left?.row ?? '')
    const did = await acts.bringBack(offered)
    if (did === null) return
    left = null
    if (!there) return location.reload()
    try {
      const drawn = await refresh(there)
      drawn.querySelector<HTMLElement>('.marked')?.focus()
    } finally {
      say(did)
    }
  }

  /** The page as the server has it now, with one of its rows. */
  const fetchRow = async (row: HTMLElement): Promise<Document> => {
    const address = new URL(location.href)
    for (const name of ['line', 'flag', 'taken']) address.searchParams.delete(name)
    address.searchParams.set('only', row.id.slice('p-'.length))
    if (acts.taken !== null) address.searchParams.set('taken', acts.taken)
    const response = await fetch(address, { headers: { accept: 'text/html' } })
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  }

  const drawTotals = (fresh: Document): void => {
    for (const name of totals) {
      const told = fresh.getElementById(name)
      if (told) document.getElementById(name)?.replaceWith(told)
    }
  }

  /** Tells anew what is told of the whole text, and leaves the row as it is: somebody may be typing in it. */
  const recount = async (row: HTMLElement): Promise<void> => drawTotals(await fetchRow(row))

  /** Draws a row anew as the server has it now. */
  const refresh = async (row: HTMLElement): Promise<HTMLElement> => {
    if (acts.taken !== null && acts.taken !== left?.flag) left = { flag: acts.taken, row: row.id }
    const fresh = await fetchRow(row)
    const drawn = fresh.getElementById(row.id)
    if (!drawn) return row
    row.replaceWith(drawn)
    drawTotals(fresh)
    drawTaken(fresh)
    enhance(drawn)
    return drawn
  }

  const openHelp = (): void => {
    if (!help) return
    help.open = true
    help.querySelector('summary')?.focus()
    help.scrollIntoView({ block: 'nearest' })
  }

  const enhance = (row: HTMLElement): void =>
    enhanceRow(row, { acts, say, refresh, recount, bringBack, openHelp, language, words: w })
  for (const row of root.querySelectorAll<HTMLElement>('.row[data-text]')) enhance(row)
  enhanceTaken()
}
