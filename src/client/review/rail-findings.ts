import { digits } from '../../wire/shortcuts.ts'
import { aboutAddress, isTerm } from './addresses.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Entry } from './entries.ts'
import { acceptFix, findingsOf, offersOf } from './finding-acts.ts'
import type { Standing } from './findings.ts'
import { categoryName, told } from './told.ts'
import { keyOf, signOf } from './key-names.ts'
import { shapes } from './shapes.ts'

/** The words that a check has found, and what it would write there. */
const fixLine = ({ t }: Context, { text, fixes }: Standing): HTMLElement => {
  const [fix] = fixes
  return h(
    'span',
    { class: 'rail-words' },
    text === '' ? t.rail.point : told(t, text),
    fix !== undefined && ' → ',
    fix !== undefined && (fix === '' ? h('i', {}, t.rail.nothing) : h('span', { class: 'rail-fix' }, told(t, fix))),
  )
}

const findingLines = (context: Context, finding: Standing, current: boolean): readonly HTMLElement[] => {
  const { m, language } = context
  const { severity, category, message } = finding
  return [
    h(
      'span',
      { class: `rail-flag rail-finding severity-${severity}` },
      h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[severity]),
      h('span', { class: 'rail-category' }, `${m.mqm.severities[severity]} · ${categoryName(m, category)}`),
    ),
    fixLine(context, finding),
    ...(current ? [h('span', { class: 'rail-message' }, message[language])] : []),
  ]
}

/** What the checks have found on an entry's words; why, of the entry that the editor is at. */
export const railFindings = (context: Context, entry: Entry, current: boolean): readonly HTMLElement[] =>
  findingsOf(context, entry).flatMap(finding => findingLines(context, finding, current))

const keyOfFix = (n: number): string => keyOf('fix').replace(digits, String(n))

/** The fixes besides the first, each with its digit. */
export const railFixes = (context: Context, entry: Entry): readonly HTMLElement[] => {
  const { t } = context
  const others = offersOf(context, entry).slice(1, 9)
  if (others.length === 0) return []
  const buttons = others.map((offer, i) =>
    h(
      'button',
      {
        type: 'button',
        class: 'rail-other',
        'data-act': `fix-${i + 2}`,
        'aria-keyshortcuts': keyOfFix(i + 2),
        onclick: () => acceptFix(context, entry, offer),
      },
      offer.fix === '' ? h('i', {}, t.rail.nothing) : h('span', { lang: 'sv' }, told(t, offer.fix)),
      ' ',
      h('kbd', { 'aria-hidden': 'true' }, signOf(t, keyOfFix(i + 2))),
    ),
  )
  return [h('div', { class: 'rail-others', role: 'group', 'aria-label': t.finding.others }, ...buttons)]
}

/** Where more can be read of the checks that found something here, and of the terms and corrections that they speak of. */
export const railChecks = (context: Context, entry: Entry): readonly HTMLElement[] => {
  const { t, language } = context
  const found = findingsOf(context, entry)
  const checks = new Map(found.map(({ check, title }) => [check, title[language]]))
  const spoken = new Map(found.flatMap(({ check, about }) => (about === undefined ? [] : [[about, check] as const])))
  return [
    ...[...spoken].map(([about, check]) =>
      h(
        'a',
        { class: 'rail-story', href: aboutAddress(check, about) },
        isTerm(check) ? t.everywhere.term : t.everywhere.memory,
      ),
    ),
    ...[...checks].map(([check, title]) =>
      h(
        'a',
        { class: 'rail-story', href: `/checks/${check}`, 'aria-label': `${t.finding.about}: ${title}`, title },
        t.finding.about,
      ),
    ),
  ]
}
