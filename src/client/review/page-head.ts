import { fill, formatTime } from '../../i18n/index.ts'
import type { State } from '../../wire/common.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'

/** The page's own head was drawn by the server: what a save changes of it is told here. */
export const tellHead = ({ m, language, head }: Context, state: State | null): void => {
  const line = document.getElementById('revision-line')
  const values = { n: String(head.number), author: head.author, time: formatTime(language, head.at, Date.now()) }
  if (line !== null) line.textContent = fill(language, m.review.revisionBy, values)
  const shown = line?.parentElement?.querySelector('.state:not(.archived)')
  if (state === null || shown === null || shown === undefined) return
  shown.className = `state ${state}`
  shown.textContent = m.common.states[state]
}

export const tellPerson = (name: string): void =>
  document.querySelector('.site-person')?.replaceChildren(h('bdi', {}, name))
