import { fill } from '../../i18n/index.ts'
import type { FlagView } from '../../wire/flag.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Entry } from './entries.ts'
import { railFindings } from './rail-findings.ts'
import { shapes } from './shapes.ts'
import { verdictLine } from './rail-verdict.ts'
import { categoryName, told } from './told.ts'

const statusOf = (context: Context, flag: FlagView, flagged: boolean): string => {
  const { t, language } = context
  if (flag.status === 'fixed') return fill(language, t.status.fixed, { number: flag.fixedBy ?? '?' })
  if (flag.status === 'orphaned') return t.status.orphaned
  if (flag.status === 'dismissed') return fill(language, t.status.dismissed, { reason: flag.dismissedReason })
  return flagged ? '' : t.status.fixedNow
}

const flagLine = (context: Context, id: string, entry: Entry, whole: boolean): HTMLElement | null => {
  const { t, m } = context
  const stored = context.flags.find(id)
  const flag = stored ?? context.flags.findPending(id)
  if (flag === undefined) return null
  const status = stored === undefined ? t.status.pending : statusOf(context, stored, entry.flagged)
  return h(
    'span',
    { class: `rail-flag severity-${flag.severity} ${stored?.status ?? 'open'}` },
    h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[flag.severity]),
    h('span', { class: 'rail-category' }, `${m.mqm.severities[flag.severity]} · ${categoryName(m, flag.category)}`),
    status !== '' && h('span', { class: 'rail-status' }, status),
    whole && stored !== undefined && stored.author !== '' && h('span', { class: 'rail-author' }, stored.author),
    flag.comment !== '' && h('span', { class: 'rail-comment' }, told(t, flag.comment)),
  )
}

/** The words before and after, as in the texts: struck through, underlined. */
const wordsLine = (context: Context, entry: Entry): HTMLElement => {
  const { t, views, wire } = context
  if (entry.moved) return h('span', { class: 'rail-words' }, t.rail.moved)
  const before = wire.mtText.slice(entry.fromA, entry.toA)
  const after = views.corrected.state.doc.sliceString(
    entry.fromB,
    Math.min(entry.toB, views.corrected.state.doc.length),
  )
  const orphan = context.flags.find(entry.flags[0] ?? '')
  if (!entry.hunk) {
    const words = orphan?.words ?? (before || after)
    const suggestion = orphan?.suggestion ?? context.flags.findPending(entry.flags[0] ?? '')?.suggestion ?? ''
    return h(
      'span',
      { class: 'rail-words' },
      words === '' ? t.rail.point : told(t, words),
      suggestion !== '' && h('span', { class: 'rail-suggestion' }, ' → ', h('q', {}, told(t, suggestion))),
    )
  }
  return h(
    'span',
    { class: 'rail-words' },
    before === '' ? null : h('del', {}, told(t, before)),
    before !== '' && after !== '' ? ' → ' : null,
    after === '' ? null : h('ins', {}, told(t, after)),
  )
}

export const railEntry = (context: Context, entry: Entry, current: boolean): HTMLElement =>
  h(
    'li',
    { class: `rail-entry ${entry.open ? 'open' : ''} ${current ? 'is-current' : ''}`, 'data-key': entry.key },
    h(
      'button',
      { type: 'button', class: 'rail-go', ...(current ? { 'aria-current': 'true' } : {}) },
      ...entry.flags.map(id => flagLine(context, id, entry, current)),
      verdictLine(context, entry, current),
      entry.flags.length > 0 || entry.hunk ? wordsLine(context, entry) : null,
      ...railFindings(context, entry, current),
    ),
  )
