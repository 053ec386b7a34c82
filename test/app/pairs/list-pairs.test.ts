import fc from 'fast-check'
import {
  eachPair,
  listPairs,
  pairSorts,
  pairStates,
  sides,
  usualBounds,
  type Bounds,
  type PairItem,
  type PairQuery,
} from '../../../src/app/pairs/list-pairs.ts'
import { pairStory, type OccurrenceView } from '../../../src/app/pairs/pair-story.ts'
import type { NewRow } from '../../../src/store/schema.ts'
import { foldForSearch } from '../../../src/text/fold.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { storeCorrections, systemOf, type Said, type Stored } from '../../store/correction-rows.ts'
import { seed } from '../../text/histories.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const befores = ['Lower Sachsen', 'Lower Saxony', 'anbud', 'i ånger', 'på', ''] as const
const afters = ['Niedersachsen', 'anbud', 'registreringar', 'ä', ''] as const
const categories = ['terminology/wrong-term', 'style/awkward', 'style/register', 'accuracy/mistranslation'] as const
const severities = ['minor', 'major', 'critical'] as const
const origins = ['wording', 'term', 'person'] as const

const correction = fc.record({
  before: fc.constantFrom(...befores),
  after: fc.constantFrom(...afters),
  article: fc.nat(4),
  person: fc.nat(1),
  at: fc.integer({ min: 1000, max: 1006 }),
  category: fc.constantFrom(...categories),
  severity: fc.constantFrom(...severities),
  origin: fc.constantFrom(...origins),
})
type Drawn = typeof correction extends fc.Arbitrary<infer T> ? T : never

const maybe = <T>(arbitrary: fc.Arbitrary<T>, often = 3): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: often })

const wanted = fc.record({
  sort: fc.constantFrom(...pairSorts),
  descending: fc.boolean(),
  search: maybe(fc.constantFrom('LOWER S', 'anbud', 'å', 'ng', 'nowhere', 'sachsen')),
  side: maybe(fc.constantFrom(...sides)),
  state: maybe(fc.constantFrom(...pairStates), 1),
  category: maybe(fc.constantFrom(...categories, 'style', 'other')),
  severity: maybe(fc.constantFrom(...severities), 1),
  origin: maybe(fc.constantFrom(...origins), 1),
  person: maybe(fc.nat(1), 1),
  system: maybe(fc.constantFrom('Alfa', 'Beta'), 1),
  article: maybe(fc.nat(4), 1),
  since: maybe(fc.integer({ min: 1000, max: 1007 }), 1),
  until: maybe(fc.integer({ min: 1000, max: 1007 }), 1),
})
type Wanted = typeof wanted extends fc.Arbitrary<infer T> ? T : never

/** Few corrections are grouped usually; else these bounds have them counted, or the pairs walked. */
const bounds = fc.record({
  size: fc.integer({ min: 1, max: 4 }),
  grouped: fc.constantFrom(
    usualBounds.grouped,
    { alone: -1, withRest: -1, ofPairs: -1 },
    { alone: 3, withRest: 2, ofPairs: 4 },
  ),
})

const decided: Readonly<Record<string, Partial<NewRow<'pair'>>>> = {
  'Lower Sachsen → Niedersachsen': { status: 'pinned', decided_at: 5 },
  'anbud → registreringar': { voice: 0, declined: 4 },
  'på → ä': { status: 'retired', decided_at: 6, declined: 2 },
  'Lower Saxony → Niedersachsen': { voice: 0 },
  'egen → regel': { status: 'pinned', decided_at: 7 },
}

const optional = <T>(value: T | undefined, holds: (value: T) => boolean): boolean => value === undefined || holds(value)

/** What a list is to be, by reading everything. */
function model(query: PairQuery, { corrections, pairs }: Stored): string[] {
  const matching = corrections.filter(
    one =>
      optional(query.category, id => one.category === id || one.category.startsWith(`${id}/`)) &&
      optional(query.severity, value => one.severity === value) &&
      optional(query.origin, value => one.origin === value) &&
      optional(query.person, value => one.person_id === value) &&
      optional(query.system, value => one.system === value) &&
      optional(query.article, value => one.article_id === value) &&
      optional(query.since, value => one.at >= value) &&
      optional(query.until, value => one.at < value),
  )
  const filtered = [
    query.category,
    query.severity,
    query.origin,
    query.person,
    query.system,
    query.article,
    query.since,
    query.until,
  ].some(value => value !== undefined)
  const needle = foldForSearch(query.search ?? '')
  const side = query.side ?? 'both'
  const rows = pairs.flatMap(pair => {
    const own = matching.filter(one => one.pair_id === pair.id)
    if (own.length === 0 && (filtered || pair.decided_at === null)) return []
    const [before, after] = [foldForSearch(pair.before_text), foldForSearch(pair.after_text)]
    const found = (side !== 'after' && before.includes(needle)) || (side !== 'before' && after.includes(needle))
    if (!found) return []
    const state = pair.status !== 'learned' ? pair.status : pair.voice === 0 ? 'silent' : 'learned'
    if (query.state !== undefined && state !== query.state) return []
    const figures = {
      often: own.length,
      latest: Math.max(0, ...own.map(one => one.at)),
      before: pair.before_key,
      after: pair.after_key,
      declined: pair.declined,
    }
    const told = `${pair.id} ${own.length} ${new Set(own.map(one => one.article_id)).size} ${figures.latest} ${pair.corrections} ${state}`
    return [{ value: figures[query.sort], id: pair.id, told }]
  })
  const way = query.descending ? -1 : 1
  const upward = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
  return rows.toSorted((a, b) => way * (upward(a.value, b.value) || upward(a.id, b.id))).map(row => row.told)
}

const told = (item: PairItem): string =>
  `${item.id} ${item.corrections} ${item.articles} ${item.latestAt} ${item.total} ${item.state}`

async function fill(room: Newsroom, drawn: readonly Drawn[]): Promise<Stored> {
  const said = drawn.map((one): Said => ({ ...one, person: [room.anna.id, room.bo.id][one.person] ?? '' }))
  return storeCorrections(room.deps.store.db, said, decided)
}

const queryOf = (room: Newsroom, stored: Stored, { person, article, ...rest }: Wanted): PairQuery => ({
  ...rest,
  person: person === undefined ? undefined : [room.anna.id, room.bo.id][person],
  article: article === undefined ? undefined : (stored.articles[article] ?? '0000000000000000'),
})

/** All pages one after the other, and back from the last to the first. */
async function walked(room: Newsroom, query: PairQuery, size: Bounds): Promise<{ there: string[]; back: string[] }> {
  const there: string[] = []
  let page = await listPairs(room.deps, query, size)
  for (;;) {
    there.push(...page.items.map(told))
    if (page.next === null) break
    page = await listPairs(room.deps, { ...query, after: page.next }, size)
  }
  const back = page.items.map(told)
  while (page.previous !== null) {
    page = await listPairs(room.deps, { ...query, before: page.previous }, size)
    // the first page is a full one, and has again what the one after it had
    back.unshift(...page.items.map(told).filter(item => !back.includes(item)))
  }
  return { there, back }
}

forEachStore('the list of pairs', open => {
  it('has every pair that matches once, in order, whatever is asked, on pages that put together are the whole list', async () => {
    const room = await newsroom(await open())
    await fc.assert(
      fc.asyncProperty(
        fc.array(correction, { maxLength: 40 }),
        fc.array(fc.tuple(wanted, bounds), { minLength: 6, maxLength: 6 }),
        async (drawn, asked) => {
          const stored = await fill(room, drawn)
          for (const [want, size] of asked) {
            const query = queryOf(room, stored, want)
            const expected = model(query, stored)
            const { there, back } = await walked(room, query, size)
            expect({ query, size, list: there }).toEqual({ query, size, list: expected })
            expect({ query, size, list: back }).toEqual({ query, size, list: expected })
            const all: string[] = []
            for await (const some of eachPair(room.deps, query, size)) all.push(...some.map(told))
            expect(all).toEqual(expected)
          }
        },
      ),
      { numRuns: 25, seed },
    )
  })

  it('refuses a cursor that it has not made, and begins anew for one of another order', async () => {
    const room = await newsroom(await open())
    const at = (n: number): Said => ({ before: `ord ${n}`, after: 'annat', article: 0, person: room.anna.id, at: n })
    await storeCorrections(room.deps.store.db, [at(1), at(2), at(3)])
    const query = { sort: 'before', descending: false } as const
    const size = { ...usualBounds, size: 2 }
    const { next } = await listPairs(room.deps, query, size)
    const words = async (more: object) =>
      (await listPairs(room.deps, { ...query, ...more }, size)).items.map(item => item.before)
    expect(await words({ after: next })).toEqual(['ord 3'])
    expect(await words({ after: next, sort: 'latest' })).toEqual(['ord 1', 'ord 2'])
    for (const after of [
      'x',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('["before","pairs",1,"x"]').toString('base64url'),
    ]) {
      const problem = await problemOf(listPairs(room.deps, { ...query, after }))
      expect([problem.code, problem.values]).toEqual(['field-invalid', { field: 'after' }])
    }
  })
})

forEachStore('the concordance of a pair', open => {
  it('has every place that matches once, the latest first, on pages that put together are all of them', async () => {
    const room = await newsroom(await open())
    const said = Array.from({ length: 237 }, (_, n): Said => ({
      before: 'anbud', after: 'registreringar', article: n % 5, person: n % 3 === 0 ? room.bo.id : room.anna.id,
      at: 1000 + Math.floor(n / 4), severity: n % 7 === 0 ? 'critical' : 'minor',
    })) // prettier-ignore
    const other: Said = { before: 'anbud', after: 'bud', article: 0, person: room.anna.id, at: 1 }
    const same: Said = { before: 'bokningar', after: 'registreringar', article: 0, person: room.anna.id, at: 1 }
    const stored = await storeCorrections(room.deps.store.db, [...said, other, other, same])
    const pair = stored.pairs[0]?.id ?? ''
    const newest = (rows: readonly NewRow<'correction'>[]) =>
      rows.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).map(row => row.id)
    const ids = (list: readonly OccurrenceView[]): string[] => list.map(one => one.id)
    for (const [filter, holds] of [
      [{}, () => true],
      [{ person: room.bo.id }, row => row.person_id === room.bo.id],
      [{ severity: 'critical', system: 'Beta' }, row => row.severity === 'critical' && row.system === systemOf(1)],
      [{ since: 1010, until: 1020 }, row => row.at >= 1010 && row.at < 1020],
      [{ article: stored.articles[2] }, row => row.article_id === stored.articles[2]],
      [{ category: 'accuracy' }, () => false],
    ] as readonly [object, (row: NewRow<'correction'>) => boolean][]) {
      const expected = newest(stored.corrections.filter(row => row.pair_id === pair && holds(row)))
      let page = await pairStory(room.deps, pair, filter)
      expect(page.matching.corrections).toBe(expected.length)
      const there = ids(page.occurrences)
      while (page.next !== null) {
        page = await pairStory(room.deps, pair, { ...filter, after: page.next })
        there.push(...ids(page.occurrences))
      }
      expect(there).toEqual(expected)
      const back = ids(page.occurrences)
      while (page.previous !== null) {
        page = await pairStory(room.deps, pair, { ...filter, before: page.previous })
        back.unshift(...ids(page.occurrences).filter(id => !back.includes(id)))
      }
      expect(back).toEqual(expected)
    }
    const { alsoBecame, alsoFrom } = await pairStory(room.deps, pair, {})
    expect(alsoBecame.map(({ after, corrections }) => [after, corrections])).toEqual([['bud', 2]])
    expect(alsoFrom.map(({ before, corrections }) => [before, corrections])).toEqual([['bokningar', 1]])
  })

  it('is of no pair that is not there', async () => {
    const { deps } = await newsroom(await open())
    expect((await problemOf(pairStory(deps, '0000000000000000', {}))).code).toBe('pair-unknown')
    expect((await problemOf(pairStory(deps, '0000000000000000', { after: 'x' }))).code).toBe('pair-unknown')
  })
})
