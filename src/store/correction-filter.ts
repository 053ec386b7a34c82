/** By what corrections are filtered, and which of it finds few of them. */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from './schema.ts'

export interface CorrectionFilter {
  /** `dimension/subtype`, or a dimension alone */
  readonly category?: string | undefined
  readonly severity?: string | undefined
  readonly origin?: string | undefined
  /** id of the person who made it */
  readonly person?: string | undefined
  /** of which MT system */
  readonly system?: string | undefined
  readonly article?: string | undefined
  /** epoch ms: made then or later; made before then */
  readonly since?: number | undefined
  readonly until?: number | undefined
}

export type Facet = keyof CorrectionFilter

const columns = {
  category: 'category', severity: 'severity', origin: 'origin', person: 'person_id', system: 'system', article: 'article_id',
} as const // prettier-ignore

/**
 * The condition of each on a row `c`. `loose`: in words that no index of its own is asked for, so that the one of the pair is read,
 * which has all of these columns.
 */
const conditionOf = (facet: Facet, filter: CorrectionFilter, loose: boolean): RawBuilder<unknown> => {
  const value = filter[facet]
  if (facet === 'since') return sql`c.at >= ${value}`
  if (facet === 'until') return sql`c.at < ${value}`
  const column = loose ? sql`(${sql.ref(`c.${columns[facet]}`)} || '')` : sql.ref(`c.${columns[facet]}`)
  // a dimension's subtypes stand between its slash and the sign after it
  return facet === 'category' && !String(value).includes('/')
    ? sql`${column} >= ${`${value}/`} and ${column} < ${`${value}0`}`
    : sql`${column} = ${value}`
}

const facetsOf = (filter: CorrectionFilter): Facet[] =>
  (Object.keys(filter) as Facet[]).filter(facet => filter[facet] !== undefined)

export const isFiltered = (filter: CorrectionFilter): boolean => facetsOf(filter).length > 0

const all = (facets: readonly Facet[], filter: CorrectionFilter, loose: boolean): RawBuilder<unknown> =>
  facets.length === 0
    ? sql`1 = 1`
    : sql.join(
        facets.map(facet => conditionOf(facet, filter, loose)),
        sql` and `,
      )

/** All of the filter, on a row `c` of the corrections of a pair. */
export const matching = (filter: CorrectionFilter): RawBuilder<unknown> => all(facetsOf(filter), filter, true)

/**
 * All of the filter, where it is one value of a column that has an index which counts its pairs without a row read; else null.
 */
export function oneIndexed(filter: CorrectionFilter): RawBuilder<unknown> | null {
  const [facet, ...more] = facetsOf(filter)
  if (facet === undefined || more.length > 0 || facet === 'article' || facet === 'since' || facet === 'until')
    return null
  if (facet === 'category' && !String(filter.category).includes('/')) return null
  return conditionOf(facet, filter, false)
}

/** A part of a filter that few corrections match, and the rest of it. */
export interface Narrow {
  /** on a row `c` of `correction`: by index */
  readonly few: RawBuilder<unknown>
  /** on those few; null where there is no rest */
  readonly rest: RawBuilder<unknown> | null
}

/** What is asked of one index: both ends of a time are. */
const indexed: readonly (readonly Facet[])[] = [
  ['article'],
  ['since', 'until'],
  ['person'],
  ['category'],
  ['origin'],
  ['system'],
  ['severity'],
]

/**
 * The part of the filter that few corrections match, and the fewest of all parts; null where more match each.
 * @param most how many that may be: where it is all of the filter, and where each is to be read for the rest of it
 */
export async function narrowest(
  db: Db,
  filter: CorrectionFilter,
  most: { readonly alone: number; readonly withRest: number },
): Promise<Narrow | null> {
  const given = facetsOf(filter)
  const parts = indexed.map(group => group.filter(facet => given.includes(facet))).filter(part => part.length > 0)
  const few = parts.length === 1 ? most.alone : most.withRest
  let best: { readonly n: number; readonly facets: readonly Facet[] } | null = null
  for (const facets of parts) {
    const limit: number = (best?.n ?? few) + 1
    const { rows } = await sql<{ n: number }>`select count(*) as n from (
      select 1 from correction c where ${all(facets, filter, false)} limit ${limit}) found`.execute(db)
    const n = Number(rows[0]?.n)
    if (n < limit) best = { n, facets }
    if (best !== null && best.n < 100) break
  }
  if (best === null) return null
  const { facets } = best
  const rest = given.filter(facet => !facets.includes(facet))
  return { few: all(facets, filter, false), rest: rest.length === 0 ? null : all(rest, filter, true) }
}
