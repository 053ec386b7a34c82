/** What reports of quality show beside their figures: of a few translations their titles and worst paragraphs, of many what checks found. */
import { among, type MeasureFilter } from './measures.ts'
import type { Db, Row } from './schema.ts'

/** No more than figures are reckoned by: there may be many thousands. */
const reckoned = [
  'translation_id', 'article_id', 'system', 'state', 'at', 'words', 'segments', 'annotators', 'judgement', 'sums', 'errors',
] as const // prettier-ignore

/** What figures are reckoned by, of each measure that is asked for; in the order in which translations came. */
export const rowsOfReport = (
  db: Db,
  filter: MeasureFilter,
): Promise<Pick<Row<'measure'>, (typeof reckoned)[number]>[]> =>
  among(db.selectFrom('measure').select(reckoned), filter).execute()

/** Titles of articles, by id. */
export async function titlesOf(db: Db, articleIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db.selectFrom('article').select(['id', 'title']).where('id', 'in', articleIds).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

type WorstOfTranslation = Pick<Row<'measure'>, 'translation_id' | 'article_id' | 'worst'>

/** The worst paragraphs of each of these translations that has any. */
export const worstOfTranslations = async (db: Db, ids: readonly string[]): Promise<WorstOfTranslation[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('measure')
        .select(['translation_id', 'article_id', 'worst'])
        .where('translation_id', 'in', ids)
        .where('worst', '<>', '[]')
        .execute()

/** A statement takes so many values at most. */
const idsAtOnce = 5000

/** Asks about some ids at a time, and counts together what is found of each key. */
async function countedInParts<T extends { readonly n: number }>(
  ids: readonly string[],
  count: (some: readonly string[]) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): Promise<readonly T[]> {
  const counts = new Map<string, T>()
  for (let at = 0; at < ids.length; at += idsAtOnce)
    for (const row of await count(ids.slice(at, at + idsAtOnce))) {
      const known = counts.get(keyOf(row))
      counts.set(keyOf(row), { ...row, n: Number(row.n) + (known?.n ?? 0) })
    }
  return [...counts.values()]
}

export interface ActCount {
  readonly checkId: string
  readonly kind: string
  readonly n: number
}

/** How often each kind of act was done to findings of each check in these articles; what was purged is not among them. */
export const countActsAmong = (db: Db, articleIds: readonly string[]): Promise<readonly ActCount[]> =>
  countedInParts<ActCount>(
    articleIds,
    some =>
      db
        .selectFrom('check_act')
        .select(['check_id as checkId', 'kind'])
        .select(e => e.fn.countAll<number>().as('n'))
        .where('article_id', 'in', some)
        .groupBy(['check_id', 'kind'])
        .execute(),
    ({ checkId, kind }) => `${checkId} ${kind}`,
  )

export interface FindingCount {
  readonly checkId: string
  readonly n: number
}

/** Open findings of each check in these articles. */
export const countFindingsAmong = (db: Db, articleIds: readonly string[]): Promise<readonly FindingCount[]> =>
  countedInParts<FindingCount>(
    articleIds,
    some =>
      db
        .selectFrom('check_count')
        .select('check_id as checkId')
        .select(e => e.fn.sum<number>('findings').as('n'))
        .where('article_id', 'in', some)
        .groupBy('check_id')
        .execute(),
    ({ checkId }) => checkId,
  )

/** Systems and languages that something was measured of, for a form. */
export async function measuredNames(db: Db): Promise<{ readonly systems: string[]; readonly languages: string[] }> {
  const rows = await db.selectFrom('measure').select(['system', 'language']).distinct().execute()
  const distinct = (names: string[]): string[] => [...new Set(names)].sort()
  return { systems: distinct(rows.map(row => row.system)), languages: distinct(rows.map(row => row.language)) }
}
