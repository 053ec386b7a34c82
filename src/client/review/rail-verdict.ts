import { fill } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Entry } from './entries.ts'
import { shapes } from './shapes.ts'
import { categoryName } from './told.ts'
import { isFlags, verdictOf, type Verdict } from './verdict.ts'

const small = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** How the category of a change is known, in a few words. @param whole with the reason of a proposal */
export const toldOrigin = (
  { t, m, language }: Pick<Context, 't' | 'm' | 'language'>,
  { origin, settled, by }: Pick<Verdict, 'origin' | 'settled' | 'by'>,
  whole: boolean,
): string => {
  const { ruling } = t
  if (origin === 'person') return by === '' ? ruling.confirmed : fill(language, ruling.confirmedBy, { name: by })
  if (origin === 'finding' && settled) return ruling.finding
  if (settled) return small(m.corrections.article.origins[origin])
  if (!whole) return ruling.proposed
  return fill(language, ruling.why, { reason: small(m.corrections.article.origins[origin]) })
}

/** Which kind of error a change mends: dashed while it is proposed, with a quiet check mark once a person has said it. */
export const verdictLine = (context: Context, entry: Entry, whole: boolean): HTMLElement | null => {
  const verdict = verdictOf(context, entry)
  if (verdict === null || isFlags(entry, verdict)) return null
  const { m } = context
  const { severity, category, settled } = verdict
  return h(
    'span',
    { class: `rail-flag rail-verdict severity-${severity} ${settled ? 'is-settled' : 'is-proposed'}` },
    h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[severity]),
    h('span', { class: 'rail-category' }, `${m.mqm.severities[severity]} · ${categoryName(m, category)}`),
    h('span', { class: 'rail-status' }, toldOrigin(context, verdict, whole)),
  )
}
