import type { Language, Messages } from '../../i18n/index.ts'
import { fill } from '../../i18n/index.ts'
import { h } from './dom.ts'
import type { FieldFinding } from './narrow-fields.ts'
import { shapes } from './shapes.ts'
import { categoryName, told } from './told.ts'

/** What can be done with a finding under its paragraph. */
export interface NarrowActs {
  accept(found: FieldFinding, fix: string): void
  dismiss(found: FieldFinding): void
}

const button = (label: string, className: string, act: () => void): HTMLElement =>
  h('button', { type: 'button', class: className, onclick: act }, label)

const item = (m: Messages, language: Language, found: FieldFinding, acts: NarrowActs): HTMLElement => {
  const { desk: t } = m
  const { severity, category, text, fixes, message, check, title } = found.finding
  return h(
    'li',
    { class: `narrow-finding severity-${severity}` },
    h(
      'p',
      { class: 'narrow-what' },
      h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[severity]),
      ` ${m.mqm.severities[severity]} · ${categoryName(m, category)}: `,
      h('q', { lang: 'sv' }, text === '' ? t.rail.point : told(t, text)),
    ),
    h('p', {}, message[language], ' ', h('a', { href: `/checks/${check}` }, title[language])),
    h(
      'div',
      { class: 'narrow-acts' },
      ...fixes
        .slice(0, 4)
        .map(fix =>
          button(fix === '' ? t.finding.takeOut : fill(language, t.finding.write, { words: told(t, fix) }), 'fix', () =>
            acts.accept(found, fix),
          ),
        ),
      button(t.finding.dismiss, 'quiet', () => acts.dismiss(found)),
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
