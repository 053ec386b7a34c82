/** What reports of quality show beside their figures: of a few translations their titles and worst paragraphs, of many what checks found. */
import type { MeasureFilter } from './measures.ts'
import type { Db, Row } from './schema.ts'

/** No more than figures are reckoned by: there may be many thousands. */
const reckoned = [
  'translation_id', 'article_id', 'system', 'state', 'at', 'words', 'segments', 'annotators', 'sums', 'errors',
] as const // prettier-ignore

/** What figures are reckoned by, of each measure that is asked for; in the order in which translations came. */
export function rowsOfReport(
  db: Db,
  { systems, states, language, from, to }: MeasureFilter,
): Promise<Pick<Row<'measure'>, (typeof reckoned)[number]>[]> {
  let query = db.selectFrom('measure').select(reckoned)
  if (systems !== undefined) query = query.where('system', 'in', systems)
  if (states !== undefined) query = query.where('state', 'in', states)
  if (language !== undefined) query = query.where('language', '=', language)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<', to)
  return query.orderBy('translation_id').execute()
}

/** Titles of articles, by id. */
export async function titlesOf(db: Db, articleIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db.selectFrom('article').select(['id', 'title']).where('id', 'in', articleIds).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export type WorstOfTranslation = Pick<Row<'measure'>, 'translation_id' | 'article_id' | 'worst'>

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

/** Translations by what reports filter by, whatever their state. */
export interface ActFilter {
  readonly translationId?: string | undefined
  readonly system?: string | undefined
  readonly language?: string | undefined
  /** epoch ms: when they came, from the first on, and before the second */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** How often each kind of act was done to findings of each check in these translations; what was purged is not among them. */
export async function countActsAmong(
  db: Db,
  { translationId, system, language, from, to }: ActFilter,
): Promise<readonly { readonly checkId: string; readonly kind: string; readonly n: number }[]> {
  let query = db
    .selectFrom('check_act')
    .innerJoin('translation', 'translation.id', 'check_act.translation_id')
    .select(['check_act.check_id', 'check_act.kind'])
    .select(e => e.fn.countAll<number>().as('n'))
    .groupBy(['check_act.check_id', 'check_act.kind'])
  if (translationId !== undefined) query = query.where('translation.id', '=', translationId)
  if (system !== undefined) query = query.where('translation.system', '=', system)
  if (language !== undefined) query = query.where('translation.language', '=', language)
  if (from !== undefined) query = query.where('translation.created_at', '>=', from)
  if (to !== undefined) query = query.where('translation.created_at', '<', to)
  return (await query.execute()).map(row => ({ checkId: row.check_id, kind: row.kind, n: Number(row.n) }))
}

/** Open findings of each check in the articles that stand on one of these translations. */
export async function countFindingsAmong(
  db: Db,
  { translationId, system, language, from, to }: ActFilter,
): Promise<readonly { readonly checkId: string; readonly n: number }[]> {
  let query = db
    .selectFrom('check_count')
    .innerJoin('article', 'article.id', 'check_count.article_id')
    .innerJoin('translation', 'translation.id', 'article.translation_id')
    .select('check_count.check_id')
    .select(e => e.fn.sum<number>('check_count.findings').as('n'))
    .where('article.archived_at', 'is', null)
    .groupBy('check_count.check_id')
  if (translationId !== undefined) query = query.where('translation.id', '=', translationId)
  if (system !== undefined) query = query.where('translation.system', '=', system)
  if (language !== undefined) query = query.where('translation.language', '=', language)
  if (from !== undefined) query = query.where('translation.created_at', '>=', from)
  if (to !== undefined) query = query.where('translation.created_at', '<', to)
  return (await query.execute()).map(row => ({ checkId: row.check_id, n: Number(row.n) }))
}

/** Systems and languages that something was measured of, for a form. */
export async function measuredNames(db: Db): Promise<{ readonly systems: string[]; readonly languages: string[] }> {
  const rows = await db.selectFrom('measure').select(['system', 'language']).distinct().execute()
  const distinct = (names: string[]): string[] => [...new Set(names)].sort()
  return { systems: distinct(rows.map(row => row.system)), languages: distinct(rows.map(row => row.language)) }
}
