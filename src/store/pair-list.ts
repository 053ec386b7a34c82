/** Pairs as they are listed: in an order, filtered by what they are and by what their corrections are. */
import { sql, type RawBuilder } from 'kysely'
import { matching, oneIndexed, type CorrectionFilter, type Narrow } from './correction-filter.ts'
import type { Db, Row } from './schema.ts'
import { has, hasInLine } from './search.ts'

/** What pairs are sorted by, and the column that has it. Each has an index over (column, id). */
export const pairColumns = {
  often: 'corrections',
  latest: 'last_at',
  before: 'before_key',
  after: 'after_key',
  declined: 'declined',
} as const
export type PairSort = keyof typeof pairColumns

/** How the memory takes a pair: `silent` is learned, and says nothing. */
export const pairStates = ['learned', 'pinned', 'silent', 'retired'] as const
export type PairState = (typeof pairStates)[number]

export const sides = ['both', 'before', 'after'] as const
export type Side = (typeof sides)[number]

/** What is asked of the pair itself. */
export interface PairFilter {
  readonly state?: PairState | undefined
  /** folded; one of its sides has it */
  readonly needle?: string | undefined
  readonly side?: Side | undefined
  /** only these: where the search has found them already */
  readonly among?: readonly string[] | undefined
}

/** A pair's place in an order. */
export interface PairPlace {
  readonly value: string | number
  readonly id: string
}

export interface PairOrder {
  readonly sort: PairSort
  readonly descending: boolean
  /** rows beyond this place, in the direction of the order; absent from its start */
  readonly beyond?: PairPlace | undefined
}

const columns = [
  'id', 'before_text', 'after_text', 'before_key', 'after_key', 'corrections', 'articles', 'last_at', 'category', 'severity', 'status',
  'declined', 'voice', 'instead',
] as const // prettier-ignore
export type ListedPair = Pick<Row<'pair'>, (typeof columns)[number]>

/** What of a pair's corrections matches a filter. */
export interface Matched {
  /** how many, in how many articles; where `capped` there may be more of these */
  readonly n: number
  readonly articles: number
  readonly latest: number
  readonly capped: boolean
}

/** On a row `p`. */
export const columnsOfPair = sql.join(columns.map(name => sql.ref(`p.${name}`)))

/** Conditions on a row `p`. */
export const asked = ({ state, needle, side = 'both', among }: PairFilter): RawBuilder<unknown>[] => [
  ...(state === undefined ? [] : [stateIs[state]]),
  ...(needle === undefined ? [] : [hasOnSide(side, needle)]),
  ...(among === undefined ? [] : [sql`p.id in (${sql.join(among)})`]),
]

/** What a person decided stays to be seen where its corrections have gone. */
const stands = sql`(p.corrections > 0 or p.decided_at is not null)`

/** Each as the partial index has it that serves it; what is learned is common, and none does. */
const stateIs: Readonly<Record<PairState, RawBuilder<unknown>>> = {
  learned: sql`p.status || '' = 'learned' and p.voice > 0`,
  pinned: sql`p.status = 'pinned' and p.status <> 'learned'`,
  retired: sql`p.status = 'retired' and p.status <> 'learned'`,
  silent: sql`p.voice = 0 and p.status = 'learned'`,
}

const hasOnSide = (side: Side, needle: string): RawBuilder<unknown> =>
  side === 'both'
    ? has(sql`p.text_folded`, needle)
    : hasInLine(sql`p.text_folded`, side === 'before' ? 'first' : 'second', needle)

const and = (list: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  list.length === 0 ? sql`1 = 1` : sql.join(list, sql` and `)

const direction = ({ descending }: PairOrder): RawBuilder<unknown> => (descending ? sql`desc` : sql`asc`)

const isBeyond = (column: RawBuilder<unknown>, id: RawBuilder<unknown>, { beyond, descending }: PairOrder) =>
  beyond ? [sql`(${column}, ${id}) ${descending ? sql`<` : sql`>`} (${beyond.value}, ${beyond.id})`] : []

const orderBy = (column: RawBuilder<unknown>, id: RawBuilder<unknown>, order: PairOrder): RawBuilder<unknown> =>
  sql`order by ${column} ${direction(order)}, ${id} ${direction(order)}`

export interface Walk extends PairOrder, PairFilter {
  readonly limit: number
  /** how many pairs are looked at, at most, for so many */
  readonly scan: number
}

export interface Walked {
  readonly rows: readonly ListedPair[]
  /** the last that was looked at, where the look ended before the end; else null */
  readonly stoppedAt: PairPlace | null
}

/** Where few are asked for, by an index, those are looked at, and no others. */
const isFew = ({ among, state }: Walk): boolean => among !== undefined || (state !== undefined && state !== 'learned')

/** Pairs in order, beyond a place; of those that are not few, whatever is asked of them. */
const lookedAt = (walk: Walk, wanted: RawBuilder<unknown>, limits: RawBuilder<unknown>): RawBuilder<unknown> => {
  const column = sql.ref(`p.${pairColumns[walk.sort]}`)
  const where = and([...(isFew(walk) ? asked(walk) : []), stands, ...isBeyond(column, sql`p.id`, walk)])
  return sql`select ${wanted} from pair p where ${where} ${orderBy(column, sql`p.id`, walk)} ${limits}`
}

/** The statement of `walkPairs`: the inner limit bounds how many are looked at, however few of them match. */
const walkStatement = (walk: Walk): RawBuilder<ListedPair> => sql`
  select ${columnsOfPair} from (${lookedAt(walk, sql`${columnsOfPair}, p.text_folded`, sql`limit ${walk.scan}`)}) p
  where ${and(isFew(walk) ? [] : asked(walk))}
  ${orderBy(sql.ref(`p.${pairColumns[walk.sort]}`), sql`p.id`, walk)} limit ${walk.limit}`

/** Pairs in order, by keyset, which match what is asked of themselves. */
export const walkPairs = async (db: Db, walk: Walk): Promise<Walked> => {
  if (walk.among?.length === 0) return { rows: [], stoppedAt: null }
  const { rows } = await walkStatement(walk).execute(db)
  if (rows.length === walk.limit) return { rows, stoppedAt: null }
  const place = sql`${sql.ref(`p.${pairColumns[walk.sort]}`)} as value, p.id`
  const last = await sql<PairPlace>`${lookedAt(walk, place, sql`limit 1 offset ${walk.scan - 1}`)}`.execute(db)
  return { rows, stoppedAt: last.rows[0] ?? null }
}

/** So many matching corrections of a pair are looked through for how many articles they stand in. */
const mostCounted = 1000

/**
 * What of the corrections of each of these pairs matches; those of which none does are left out. Where `capped`, the latest are looked
 * through, and no more than `mostCounted` told.
 */
export const matchedOf = async (
  db: Db,
  pairIds: readonly string[],
  filter: CorrectionFilter,
  capped = false,
): Promise<ReadonlyMap<string, Matched>> => {
  if (pairIds.length === 0) return new Map()
  const one = capped ? oneIndexed(filter) : null
  const matches = sql`
    select c.article_id, c.at from correction c where c.pair_id = p.id and ${one ?? matching(filter)}
    order by c.at desc ${capped ? sql`limit ${mostCounted + 1}` : sql``}`
  // three figures in one text: neither database lets a row of three be asked for in a column
  const { rows } = await sql<{ id: string; figures: string }>`
    select p.id, (select count(*) || ' ' || count(distinct m.article_id) || ' ' || coalesce(max(m.at), 0)
      from (${matches}) m) as figures
    from pair p where p.id in (${sql.join(pairIds)})`.execute(db)
  return new Map(
    rows.flatMap(({ id, figures }) => {
      const [n = 0, articles = 0, latest = 0] = figures.split(' ').map(Number)
      return n === 0 ? [] : [[id, { n, articles, latest, capped: capped && n > mostCounted }] as const]
    }),
  )
}

/** Those of these pairs that match what is asked of themselves, in no order. */
export const pairsAmong = async (
  db: Db,
  pairIds: readonly string[],
  filter: PairFilter,
): Promise<ReadonlyMap<string, ListedPair>> => {
  if (pairIds.length === 0) return new Map()
  const { rows } = await sql<ListedPair>`select ${columnsOfPair} from pair p
    where p.id in (${sql.join(pairIds)}) and ${and(asked(filter))}`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

export interface Grouped extends PairOrder, PairFilter {
  /** corrections that are few: by what they are, or those of a few pairs */
  readonly corrections: Narrow | { readonly ofPairs: readonly string[]; readonly filter: CorrectionFilter }
  readonly limit: number
}

/** A limit that is none: what it stands in is done first, by the index of what is asked there. */
const everything = 1_000_000

const source = (corrections: Grouped['corrections']): RawBuilder<unknown> =>
  'few' in corrections
    ? corrections.rest === null
      ? sql`(select c.pair_id, c.article_id, c.at from correction c where ${corrections.few} limit ${everything}) c`
      : sql`(select * from correction c where ${corrections.few} limit ${everything}) c where ${corrections.rest}`
    : sql`correction c where c.pair_id in (${sql.join(corrections.ofPairs)}) and ${matching(corrections.filter)}`

/**
 * Pairs of a few corrections, which are counted: in the order of those figures where it is asked for how many, or for the latest. The
 * cost is that of the corrections, wherever the page stands.
 */
export const groupPairs = async (
  db: Db,
  group: Grouped,
): Promise<readonly { readonly pair: ListedPair; readonly matched: Matched }[]> => {
  const { sort, limit } = group
  const own = sort === 'often' || sort === 'latest'
  const column = own ? sql.ref(sort === 'often' ? 'g.n' : 'g.latest') : sql.ref(`p.${pairColumns[sort]}`)
  const ofPair = asked({ ...group, among: undefined })
  const beyond = isBeyond(column, sql`g.pair_id`, group)
  const order = orderBy(column, sql`g.pair_id`, group)
  const grouped = sql`(select c.pair_id, count(*) as n, count(distinct c.article_id) as "inArticles", max(c.at) as latest
    from ${source(group.corrections)} group by c.pair_id) g`
  // where nothing is asked of the pairs, only those of the page are read
  const early = own && ofPair.length === 0
  const from = early ? sql`(select * from ${grouped} where ${and(beyond)} ${order} limit ${limit}) g` : grouped
  const { rows } = await sql<ListedPair & Record<'n' | 'inArticles' | 'latest', number>>`
    select ${columnsOfPair}, g.n, g."inArticles", g.latest from ${from} join pair p on p.id = g.pair_id
    where ${and(early ? [] : [...ofPair, ...beyond])} ${order} limit ${limit}`.execute(db)
  return rows.map(({ n, inArticles, latest, ...pair }) => ({
    pair,
    matched: { n: Number(n), articles: Number(inArticles), latest: Number(latest), capped: false },
  }))
}

/** Those of these pairs that were corrected in these articles alone. */
export const pairsOnlyIn = async (
  db: Db,
  pairIds: readonly string[],
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (pairIds.length === 0 || articleIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select p.id from pair p where p.id in (${sql.join(pairIds)})
      and exists (select 1 from correction c where c.pair_id = p.id)
      and not exists (select 1 from correction c where c.pair_id = p.id and c.article_id not in (${sql.join(articleIds)}))`.execute(
    db,
  )
  return new Set(rows.map(row => row.id))
}

/** How many corrections some pairs have, all in all. */
export const countCorrectionsOf = async (db: Db, pairIds: readonly string[]): Promise<number> => {
  if (pairIds.length === 0) return 0
  const { rows } = await sql<{ n: number | null }>`
    select sum(corrections) as n from pair where id in (${sql.join(pairIds)})`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** The pairs that a person has pinned, or retired; undefined where it is not these that are asked for, or more than `most` are. */
export const pairsDecided = async (
  db: Db,
  state: PairState | undefined,
  most: number,
): Promise<readonly string[] | undefined> => {
  if (state !== 'pinned' && state !== 'retired') return undefined
  const { rows } = await sql<{ id: string }>`select p.id from pair p where ${stateIs[state]} limit ${most + 1}`.execute(
    db,
  )
  return rows.length > most ? undefined : rows.map(row => row.id)
}
