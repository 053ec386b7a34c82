import { fill, formatNumber, plural } from '../../i18n/index.ts'
import type { ActionId } from '../../wire/shortcuts.ts'
import { everywhereAddress, pairAddress } from './addresses.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Entry } from './entries.ts'
import { everywhereOf } from './everywhere.ts'
import { keyName, keyOf, signOf } from './key-names.ts'
import { savedOf } from './verdict.ts'

const isPlain = (event: Event): boolean =>
  event instanceof MouseEvent &&
  event.button === 0 &&
  !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)

/** The way to the same correction in all articles, and how often it was made already. */
export const railEverywhere = (context: Context, entry: Entry, act: (id: ActionId) => void): readonly HTMLElement[] => {
  const { t, language } = context
  const asked = everywhereOf(context, entry)
  const links: HTMLElement[] = []
  if (asked !== null)
    links.push(
      h(
        'a',
        {
          class: 'rail-tool',
          'data-act': 'everywhere',
          href: everywhereAddress(asked),
          title: `${t.actions.everywhere} (${keyName(t, 'everywhere')})`,
          'aria-keyshortcuts': keyOf('everywhere'),
          onclick: event => {
            if (!isPlain(event)) return
            event.preventDefault()
            act('everywhere')
          },
        },
        `${t.rail.short.everywhere} `,
        h('kbd', { 'aria-hidden': 'true' }, signOf(t, keyOf('everywhere'))),
      ),
    )
  const pair = savedOf(context, entry)?.pair
  if (pair !== undefined && pair.corrections > 1) {
    const values = {
      n: formatNumber(language, pair.corrections),
      articles: plural(language, t.everywhere.articles, pair.articles),
    }
    links.push(
      h(
        'a',
        {
          class: 'rail-story',
          href: pairAddress(pair.id),
          'aria-label': fill(language, t.everywhere.elsewhereLabel, values),
        },
        fill(language, t.everywhere.elsewhere, values),
      ),
    )
  }
  return links
}
