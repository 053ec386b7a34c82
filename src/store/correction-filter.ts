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

type Facet = keyof CorrectionFilter

/**
 * The condition of each on a row `c`. `loose`: in words that no index is asked for, so that the one of the pair is read, which has all
 * of these columns.
 */
const conditionOf = (facet: Facet, filter: CorrectionFilter, loose: boolean): RawBuilder<unknown> => {
  const column = (name: string) => (loose ? sql`(${sql.ref(`c.${name}`)} || '')` : sql.ref(`c.${name}`))
  const value = filter[facet]
  switch (facet) {
    case 'category':
      // a dimension's subtypes stand between its slash and the sign after it
      return String(value).includes('/')
        ? sql`${column('category')} = ${value}`
        : sql`${column('category')} >= ${`${value}/`} and ${column('category')} < ${`${value}0`}`
    case 'severity':
      return sql`${column('severity')} = ${value}`
    case 'origin':
      return sql`${column('origin')} = ${value}`
    case 'person':
      return sql`${column('person_id')} = ${value}`
    case 'article':
      return sql`${column('article_id')} = ${value}`
    case 'since':
      return sql`c.at >= ${value}`
    case 'until':
      return sql`c.at < ${value}`
    case 'system':
      return loose
        ? sql`exists (select 1 from translation t where t.id = c.translation_id and t.system = ${value})`
        : sql`c.translation_id in (select t.id from translation t where t.system = ${value})`
  }
}

const facetsOf = (filter: CorrectionFilter): Facet[] =>
  (Object.keys(filter) as Facet[]).filter(facet => filter[facet] !== undefined)

export const isFiltered = (filter: CorrectionFilter): boolean => facetsOf(filter).length > 0

/** All of the filter, on a row `c` of the corrections of a pair. */
export const matching = (filter: CorrectionFilter): RawBuilder<unknown> => all(facetsOf(filter), filter, true)

const all = (facets: readonly Facet[], filter: CorrectionFilter, loose: boolean): RawBuilder<unknown> =>
  facets.length === 0
    ? sql`1 = 1`
    : sql.join(
        facets.map(facet => conditionOf(facet, filter, loose)),
        sql` and `,
      )

/** A part of a filter that few corrections match, and the rest of it. */
export interface Narrow {
  /** on a row `c` of `correction`: by index */
  readonly few: RawBuilder<unknown>
  /** on those few */
  readonly rest: RawBuilder<unknown>
}

/** What is asked of one index: both ends of a time are. */
const indexed: readonly (readonly Facet[])[] = [
  ['article'],
  ['since', 'until'],
  ['person'],
  ['category'],
  ['origin'],
  ['severity'],
  ['system'],
]

/** The part of the filter that at most `most` corrections match, and the fewest of all parts; null where more match each. */
export async function narrowest(db: Db, filter: CorrectionFilter, most: number): Promise<Narrow | null> {
  const given = facetsOf(filter)
  let best: { readonly n: number; readonly facets: readonly Facet[] } | null = null
  for (const facets of indexed.map(group => group.filter(facet => given.includes(facet)))) {
    if (facets.length === 0) continue
    const few = all(facets, filter, false)
    const limit: number = (best?.n ?? most) + 1
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from (select 1 from correction c where ${few} limit ${limit}) found`.execute(db)
    const n = Number(rows[0]?.n)
    if (n < limit) best = { n, facets }
    if (best !== null && best.n < 100) break
  }
  if (best === null) return null
  const { facets } = best
  return {
    few: all(facets, filter, false),
    rest: all(
      given.filter(facet => !facets.includes(facet)),
      filter,
      true,
    ),
  }
}
