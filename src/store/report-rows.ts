/** What reports of quality show beside their figures: of a few translations their titles and worst paragraphs, of many what checks found. */
import { among, type MeasureFilter } from './measures.ts'
import type { Db, Row } from './schema.ts'

/** A translation that was measured, and what says of its measure whether it is still the same. */
export type StampedTranslation = Pick<Row<'measure'>, 'translation_id' | 'stamp'>

/** Those of a report, in the order in which they came. */
export const translationsOfReport = (db: Db, filter: MeasureFilter): Promise<StampedTranslation[]> =>
  among(db.selectFrom('measure').select(['translation_id', 'stamp']), filter).execute()

/** No more than figures are reckoned by: there may be many thousands. */
const reckoned = [
  'translation_id', 'stamp', 'article_id', 'system', 'state', 'at', 'words', 'segments', 'judgement', 'sums', 'errors',
  'annotators',
] as const // prettier-ignore

export type ReckonedRow = Pick<Row<'measure'>, (typeof reckoned)[number]>

/** What figures are reckoned by, of the measures of these translations. @param ids a thousand at most */
export const reckonedRows = (db: Db, ids: readonly string[]): Promise<ReckonedRow[]> =>
  db.selectFrom('measure').select(reckoned).where('translation_id', 'in', ids).execute()

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

/** In which articles findings are counted: in one, or in those whose measures are in a report. */
export type CountedIn = { readonly articleId: string } | { readonly report: MeasureFilter }

const articlesOf = (db: Db, counted: CountedIn) =>
  'articleId' in counted
    ? db.selectFrom('article').select('id as article_id').where('id', '=', counted.articleId)
    : among(db.selectFrom('measure').select('article_id'), counted.report)

export interface ActCount {
  readonly checkId: string
  readonly kind: string
  readonly n: number
}

/** How often each kind of act was done to findings of each check in these articles; what was purged is not among them. */
export const countActsIn = (db: Db, counted: CountedIn): Promise<ActCount[]> =>
  db
    .selectFrom('check_act')
    .select(['check_id as checkId', 'kind'])
    .select(e => e.fn.countAll<number>().as('n'))
    .where('article_id', 'in', articlesOf(db, counted))
    .groupBy(['check_id', 'kind'])
    .execute()

/** Another text whenever an act was added or deleted. */
export async function actsStamp(db: Db): Promise<string> {
  const { n, latest } = await db
    .selectFrom('check_act')
    .select(e => [e.fn.countAll<number>().as('n'), e.fn.max('id').as('latest')])
    .executeTakeFirstOrThrow()
  return `${n} ${latest ?? ''}`
}

export interface FindingCount {
  readonly checkId: string
  readonly n: number
}

/** Open findings of each check in these articles. */
export const countFindingsIn = (db: Db, counted: CountedIn): Promise<FindingCount[]> =>
  db
    .selectFrom('check_count')
    .select('check_id as checkId')
    .select(e => e.fn.sum<number>('findings').as('n'))
    .where('article_id', 'in', articlesOf(db, counted))
    .groupBy('check_id')
    .execute()

/** How many words of each system are in a report: what can be compared. */
export async function wordsBySystem(db: Db, filter: MeasureFilter): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom(among(db.selectFrom('measure').select(['system', 'words']), filter).as('m'))
    .select('m.system')
    .select(e => e.fn.sum<number>('m.words').as('words'))
    .groupBy('m.system')
    .execute()
  return new Map(rows.map(({ system, words }) => [system, Number(words)]))
}

/** Systems and languages that something was measured of, for a form. */
export async function measuredNames(db: Db): Promise<{ readonly systems: string[]; readonly languages: string[] }> {
  const rows = await db.selectFrom('measure').select(['system', 'language']).distinct().execute()
  const distinct = (names: string[]): string[] => [...new Set(names)].sort()
  return { systems: distinct(rows.map(row => row.system)), languages: distinct(rows.map(row => row.language)) }
}
