import { openPairs } from '../../app/annotate/closed-pairs.ts'
import { listPairs, pairSorts, pairsOfPage, pairStates, sides } from '../../app/pairs/list-pairs.ts'
import { messages } from '../../i18n/index.ts'
import { correctionsAddress, correctionsExportAddress } from '../address.ts'
import { downward, filterNames, givenIn, kept, pairFilterNames, readPairQuery } from '../pair-query.ts'
import type { Page } from '../page.ts'
import { correctionChoices } from '../view/correction-filter.ts'
import { pairLine } from '../view/pair-line.ts'

/** Every before → after that was corrected, over all articles: counted, searched, filtered. */
export const pairList: Page = async ask => {
  const given = givenIn(ask.query)
  const query = readPairQuery(given)
  const [found, choices] = await Promise.all([
    listPairs(ask.deps, query),
    correctionChoices(ask.deps, ask.language, query.article),
  ])
  const page = { ...found, items: await openPairs(ask.deps.store.db, found.items, ask.person) }
  const m = messages(ask.language).corrections
  const filter = kept(given, pairFilterNames)
  const order = { sort: query.sort, order: query.descending ? 'down' : 'up' }
  const columns = pairSorts.map(sort => {
    const now = sort === query.sort
    const descending = now ? !query.descending : downward.has(sort)
    return {
      sort,
      label: m.list.columns[sort],
      direction: now ? (query.descending ? 'descending' : 'ascending') : null,
      address: correctionsAddress({ ...filter, sort, order: descending ? 'down' : 'up' }),
    }
  })
  const filtered = Object.values(filter).some(value => value !== undefined)
  return {
    kind: 'page',
    view: 'pair-list',
    data: page,
    model: {
      title: m.title,
      page,
      items: page.items.map(item => pairLine(ask.language, item)),
      given: filter,
      query,
      columns: Object.fromEntries(columns.map(column => [column.sort, column])),
      sorts: columns,
      filtered,
      /** by more than the search that always stands there */
      narrowed: Object.entries(filter).some(
        ([name, value]) => value !== undefined && name !== 'search' && name !== 'side',
      ),
      partly: page.next !== null && page.items.length < pairsOfPage,
      /** the filter of the corrections goes along to those of one pair */
      ofOne: kept(given, filterNames),
      choices,
      states: pairStates,
      sides,
      nextPage: page.next === null ? null : correctionsAddress({ ...filter, ...order, after: page.next }),
      previousPage: page.previous === null ? null : correctionsAddress({ ...filter, ...order, before: page.previous }),
      exports: (['csv', 'json'] as const).flatMap(format =>
        (['pairs', 'corrections'] as const).map(of => ({
          label: m.list.exports[of][format],
          address: correctionsExportAddress({ ...filter, ...order, of, format }),
        })),
      ),
    },
  }
}
