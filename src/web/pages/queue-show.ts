import { closedItems } from '../../app/annotate/closed-items.ts'
import { articlesAtWork } from '../../app/annotate/disclosed.ts'
import { listPersons } from '../../app/ensure-person.ts'
import { listArticles, queueChoices, sortColumns, type QueueQuery } from '../../app/queue/list-articles.ts'
import { languageName, messages } from '../../i18n/index.ts'
import { severities } from '../../mqm/annotation.ts'
import { exportGroups } from '../view/export-names.ts'
import { states } from '../../wire/common.ts'
import { queueAddress, type Query } from '../address.ts'
import { oneOf } from '../form.ts'
import { drawnRows } from '../drawn-rows.ts'
import type { Ask, Page } from '../page.ts'

/** What sorts downward when first chosen: the most, the latest first. */
const downward: ReadonlySet<string> = new Set(['words', 'corrected', 'findings', 'flags', 'touched'])

/** What sorts by what was found in articles. */
const findings: ReadonlySet<string> = new Set(['corrected', 'findings', 'flags'])

const given = (ask: Ask, name: string): string | undefined => ask.query.get(name)?.replaceAll('\0', '') || undefined

function readQuery(ask: Ask): QueueQuery {
  const sort = oneOf('sort', Object.keys(sortColumns) as (keyof typeof sortColumns)[], given(ask, 'sort') ?? 'touched')
  const order = given(ask, 'order')
  const state = given(ask, 'state')
  const flags = given(ask, 'flags')
  return {
    sort,
    descending: order === undefined ? downward.has(sort) : order === 'down',
    after: given(ask, 'after'),
    before: given(ask, 'before'),
    search: given(ask, 'search'),
    state: state === undefined ? undefined : oneOf('state', states, state),
    language: given(ask, 'language'),
    system: given(ask, 'system'),
    editor: given(ask, 'editor'),
    flags: flags === undefined ? undefined : oneOf('flags', severities, flags),
    archived: given(ask, 'archived') === '1',
  }
}

/** The filter as a query again, without the page. */
const kept = (query: QueueQuery): Query => ({
  search: query.search,
  state: query.state,
  language: query.language,
  system: query.system,
  editor: query.editor,
  flags: query.flags,
  archived: query.archived ? 1 : null,
})

export const queueShow: Page = async ask => {
  const query = readQuery(ask)
  const [found, choices, persons, atWork] = await Promise.all([
    listArticles(ask.deps, query),
    queueChoices(ask.deps),
    listPersons(ask.deps),
    articlesAtWork(ask.deps.store.db, ask.person),
  ])
  const telling = query.flags !== undefined || findings.has(query.sort)
  const items = await closedItems(ask.deps, found.items, atWork, { search: query.search ?? '', telling })
  const page = { ...found, items }
  const m = messages(ask.language).queue
  const filter = kept(query)
  const order = { sort: query.sort, order: query.descending ? 'down' : 'up' }
  const labels = {
    title: m.columnTitle, state: m.columnState, words: m.columnWords, language: m.columnLanguage, corrected: m.columnCorrected,
    findings: messages(ask.language).checks.queueColumn, flags: m.columnFlags, editor: m.columnEditor, touched: m.columnTouched,
  } // prettier-ignore
  const columns = (Object.keys(labels) as (keyof typeof labels)[]).map(sort => {
    const now = sort === query.sort
    const descending = now ? !query.descending : downward.has(sort)
    return {
      sort,
      label: labels[sort],
      direction: now ? (query.descending ? 'descending' : 'ascending') : null,
      address: queueAddress({ ...filter, sort, order: descending ? 'down' : 'up' }),
    }
  })
  const filtered = Object.values(filter).some(value => value !== null && value !== undefined)
  return {
    kind: 'page',
    view: 'queue-show',
    data: page,
    drawn: { rows: drawnRows(ask.language, ask.deps.now(), page.items) },
    model: {
      title: m.title,
      page,
      items: page.items,
      query,
      order,
      columns,
      filtered,
      total: Object.values(page.counts).reduce((sum, n) => sum + n, 0),
      states,
      severities,
      persons,
      systems: choices.systems,
      languages: choices.languages.map(code => ({ code, name: languageName(ask.language, code) })),
      formatGroups: exportGroups(ask.language),
      nextPage: page.next === null ? null : queueAddress({ ...filter, ...order, after: page.next }),
      previousPage: page.previous === null ? null : queueAddress({ ...filter, ...order, before: page.previous }),
      here: queueAddress({ ...filter, ...order }),
    },
  }
}
