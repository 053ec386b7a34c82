import type { Language, Messages } from '../../i18n/index.ts'
import { fill } from '../../i18n/index.ts'
import { h } from './dom.ts'
import type { FieldFinding } from './narrow-fields.ts'
import { shapes } from './shapes.ts'
import { categoryName, told, toldFix } from './told.ts'

/** What can be done with a finding under its paragraph. */
export interface NarrowActs {
  accept(found: FieldFinding, fix: string): void
  dismiss(found: FieldFinding): void
}

const button = (label: string, className: string, act: () => void): HTMLElement =>
  h('button', { type: 'button', class: className, onclick: act }, label)

/** A line with the words and their fix, which opens to tell why and what else can be done. */
const item = (m: Messages, language: Language, found: FieldFinding, acts: NarrowActs): HTMLElement => {
  const { desk: t } = m
  const { severity, category, text, fixes, message, check, title } = found.finding
  const [fix, ...others] = fixes
  const words = text === '' ? t.rail.point : told(t, text)
  const write = (other: string): HTMLElement =>
    button(other === '' ? t.finding.takeOut : fill(language, t.finding.write, { words: told(t, other) }), 'fix', () =>
      acts.accept(found, other),
    )
  return h(
    'li',
    { class: `narrow-finding severity-${severity}` },
    h(
      'details',
      {},
      h(
        'summary',
        {},
        h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[severity]),
        h('span', { class: 'visually-hidden' }, ` ${m.mqm.severities[severity]}: `),
        ' ',
        h('span', { lang: 'sv' }, words),
        fix !== undefined && ' → ',
        fix !== undefined && h('span', { class: 'rail-fix', lang: 'sv' }, toldFix(t, fix)),
      ),
      h(
        'p',
        {},
        `${categoryName(m, category)}. ${message[language]} `,
        h('a', { href: `/checks/${check}` }, title[language]),
      ),
      h(
        'div',
        { class: 'narrow-acts' },
        ...others.slice(0, 8).map(write),
        button(t.finding.dismiss, 'fix', () => acts.dismiss(found)),
      ),
    ),
    fix === undefined
      ? null
      : h(
          'button',
          {
            type: 'button',
            class: 'narrow-accept',
            'aria-label': `${t.finding.accept}: ${words} → ${toldFix(t, fix)}`,
            onclick: () => acts.accept(found, fix),
          },
          t.finding.accept,
        ),
  )
}

/** The findings of a paragraph, as they stand under it on a narrow screen. */
export const narrowList = (
  m: Messages,
  language: Language,
  found: readonly FieldFinding[],
  acts: NarrowActs,
): HTMLElement =>
  h(
    'ul',
    { class: 'narrow-findings', 'aria-label': m.desk.rail.findingsTitle },
    ...found.map(one => item(m, language, one, acts)),
  )
