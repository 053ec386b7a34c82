import { fill } from '../../i18n/index.ts'
import type { ActionId } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Entry } from './entries.ts'
import { answerable, suggesting } from './entry-acts.ts'
import { offersOf, sameAs } from './finding-acts.ts'
import { confirmPlace } from './flag-acts.ts'
import { keyName, keyOf, signOf } from './key-names.ts'
import { railChecks, railFixes } from './rail-findings.ts'
import { railEverywhere } from './rail-everywhere.ts'
import { sameOf } from './same-of.ts'
import { categoryName, told } from './told.ts'
import { isFlags, verdictOf } from './verdict.ts'

const button = ({ t }: Context, id: ActionId, label: string, act: (id: ActionId) => void): HTMLElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'rail-tool',
      'data-act': id,
      title: `${t.actions[id]} (${keyName(t, id)})`,
      'aria-keyshortcuts': keyOf(id),
      onclick: () => act(id),
    },
    `${label} `,
    h('kbd', { 'aria-hidden': 'true' }, signOf(t, keyOf(id))),
  )

/** What the keys do here, in a word: what is wrong is accepted or dismissed, a mere change is written on or taken back. */
const labels = (context: Context, entry: Entry): readonly (readonly [ActionId, string])[] => {
  const { short } = context.t.rail
  const { flags, findings, flagged } = entry
  const offer = offersOf(context, entry)[0]
  const offered = offer !== undefined || suggesting(context, entry).length > 0
  const same = offer === undefined ? 0 : sameAs(context, offer).length
  const verdict = verdictOf(context, entry)
  const byHand = offer === undefined ? sameOf(context, entry).length : 0
  const open = flagged || findings.length > 0
  const dismiss = open ? short.dismiss : answerable(context, entry).length > 0 ? short.reopen : short.revert
  return [
    ['accept', offered ? short.accept : short.write],
    ...(same > 1 ? [['acceptSame', fill(context.language, short.acceptSame, { n: same })] as const] : []),
    ...(byHand > 0 ? [['acceptSame', fill(context.language, short.same, { n: byHand })] as const] : []),
    ...(verdict === null || verdict.settled ? [] : [['confirm', short.confirm] as const]),
    ...(verdict === null || isFlags(entry, verdict) ? [] : [['category', short.category] as const]),
    ...(flags.length > 0 || (offered && findings.length > 0) ? [['edit', short.edit] as const] : []),
    ['dismiss', dismiss],
    ...(flags.length === 0 ? [['flag', short.flag] as const] : []),
  ]
}

/** What can be done with the current entry, the other fixes that are offered, and for an orphaned flag the places where its words stand again. */
export const railTools = (context: Context, entry: Entry, act: (id: ActionId) => void): HTMLElement => {
  const { t, m, language, views } = context
  const tools = h(
    'div',
    { class: 'rail-tools' },
    ...labels(context, entry).map(([id, label]) => button(context, id, label, act)),
  )
  tools.prepend(...railFixes(context, entry))
  tools.append(...railEverywhere(context, entry, act), ...railChecks(context, entry))
  for (const id of entry.flags) {
    const flag = context.flags.find(id)
    if (flag === undefined) continue
    const words = entry.flags.length > 1 ? `: ${categoryName(m, flag.category)}` : ''
    tools.append(h('a', { class: 'rail-story', href: `/flags/${id}` }, `${t.flag.story}${words}`))
    if (flag.status !== 'orphaned' || flag.foundAgain.length === 0) continue
    const around = (from: number, to: number): string =>
      views.corrected.state.doc.sliceString(Math.max(0, from - 20), to + 20)
    tools.append(
      h('p', { class: 'rail-found' }, fill(language, t.status.found, { n: flag.foundAgain.length })),
      ...flag.foundAgain.map(place =>
        h(
          'div',
          { class: 'rail-found' },
          `…${told(t, around(place.from, place.to))}… `,
          h('button', { type: 'button', onclick: () => void confirmPlace(context, flag, place) }, t.status.reanchor),
        ),
      ),
    )
  }
  return tools
}
