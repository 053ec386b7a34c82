import { fill, formatTime, type Messages } from '../../i18n/index.ts'
import type { State } from '../../wire/common.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'

export const articleHead = (): HTMLElement | null => document.getElementById('article-head')

/** The revision that the page's own forms approve: the one that the desk shows, with what is typed on it. */
export const nameRevision = (number: number): void =>
  articleHead()
    ?.querySelectorAll<HTMLInputElement>('input[name="base"]')
    .forEach(input => (input.value = String(number)))

/** What is approved as it stands needs no approval. @param unsaved there is more to approve than the server has */
export const tellApproval = (m: Messages, unsaved: boolean): void => {
  const button = articleHead()?.querySelector('button.approve')
  const stands = !unsaved && stateShown()?.classList.contains('approved') === true
  if (button) button.textContent = stands ? m.review.openNext : m.review.approveNext
}

/** The page's own head was drawn by the server: what a save changes of it is told here. */
export const tellHead = ({ m, language, head }: Context, state: State | null): void => {
  const line = document.getElementById('revision-line')
  const values = { n: String(head.number), author: head.author, time: formatTime(language, head.at, Date.now()) }
  if (line !== null) line.textContent = fill(language, m.review.revisionBy, values)
  nameRevision(head.number)
  if (state !== null) drawState(m, state)
}

const stateShown = (): Element | null =>
  document.getElementById('revision-line')?.parentElement?.querySelector('.state:not(.archived)') ?? null

const drawState = (m: Messages, state: State): void => {
  const shown = stateShown()
  if (shown === null) return
  shown.className = `state ${state}`
  shown.textContent = m.common.states[state]
  tellApproval(m, false)
}

/** The first flag on a new translation puts it in review: the head says so too. */
export const tellState = ({ m }: Context, before: State, now: State): void => {
  if (stateShown()?.classList.contains(before) === true) drawState(m, now)
}

export const tellPerson = (name: string): void =>
  document.querySelector('.site-person')?.replaceChildren(h('bdi', {}, name))
