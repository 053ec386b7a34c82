/** What is asked of the corrections, as it stands in an address: the same for the list, a concordance and what is given out. */
import { pairSorts, pairStates, sides, type PairQuery } from '../app/pairs/list-pairs.ts'
import { Problem } from '../errors.ts'
import { severities } from '../mqm/annotation.ts'
import { categories, dimensions } from '../mqm/typology.ts'
import type { CorrectionFilter } from '../store/correction-filter.ts'
import { origins } from '../wire/correction.ts'
import type { Query } from './address.ts'
import { oneOf } from './form.ts'

/** What sorts downward when first chosen: the most, the latest first. */
export const downward: ReadonlySet<string> = new Set(['often', 'latest', 'declined'])

type Given = (name: string) => string | undefined

/** What an address says; NUL, which no text has, is left out. */
export const givenIn =
  (query: URLSearchParams): Given =>
  name =>
    query.get(name)?.replaceAll('\0', '') || undefined

/**
 * The beginning of a day, by this machine's clock, or of the day after it. A program may give epoch milliseconds.
 * @throws Problem field-invalid
 */
function dayOf(name: string, value: string | undefined, after: boolean): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{5,15}$/.test(value)) return Number(value)
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined)
    throw new Problem('field-invalid', { field: name })
  const date = new Date(year, month - 1, day)
  if (date.getMonth() !== month - 1 || date.getDate() !== day) throw new Problem('field-invalid', { field: name })
  return new Date(year, month - 1, day + (after ? 1 : 0)).getTime()
}

const optional = <T extends string>(name: string, list: readonly T[], value: string | undefined): T | undefined =>
  value === undefined ? undefined : oneOf(name, list, value)

/** Ids as ours; another finds nothing, and would be asked of the database. @throws Problem field-invalid */
function idOf(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^[0-9a-z]{16}$/.test(value)) throw new Problem('field-invalid', { field: name })
  return value
}

/** @throws Problem field-invalid */
export const readCorrectionFilter = (given: Given): CorrectionFilter => ({
  category: optional('category', [...dimensions, ...categories], given('category')),
  severity: optional('severity', severities, given('severity')),
  origin: optional('origin', origins, given('origin')),
  person: idOf('editor', given('editor')),
  system: given('system'),
  article: idOf('article', given('article')),
  since: dayOf('since', given('since'), false),
  until: dayOf('until', given('until'), true),
})

/** @throws Problem field-invalid */
export function readPairQuery(given: Given): PairQuery {
  const sort = oneOf('sort', pairSorts, given('sort') ?? 'often')
  const order = given('order')
  return {
    sort,
    descending: order === undefined ? downward.has(sort) : order === 'down',
    after: given('after'),
    before: given('before'),
    search: given('search'),
    side: optional('side', sides, given('side')),
    state: optional('state', pairStates, given('state')),
    ...readCorrectionFilter(given),
  }
}

/** The names of what a filter is made of, in an address. */
export const filterNames = ['category', 'severity', 'origin', 'editor', 'system', 'article', 'since', 'until'] as const
export const pairFilterNames = ['search', 'side', 'state', ...filterNames] as const

/** The filter as it was given, as a query again, without the page. */
export const kept = (given: Given, names: readonly string[]): Query =>
  Object.fromEntries(names.map(name => [name, given(name)]))
