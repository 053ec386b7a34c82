/** Corrections one by one, as they stand in their articles: those of a pair, or all that match a filter. The latest first. */
import { sql, type RawBuilder } from 'kysely'
import { matching, type CorrectionFilter } from './correction-filter.ts'
import { asked, columnsOfPair, type ListedPair, type PairFilter } from './pair-list.ts'
import type { Db, Row } from './schema.ts'

/** A correction with what is told of it. */
export interface Occurrence extends Row<'correction'> {
  readonly before: string
  readonly after: string
  readonly title: string
  readonly address: string
  readonly system: string
  readonly person: string
  /** name of the batch it came with; null where there is none */
  readonly batch: string | null
}

/** A correction's place in time. */
export interface OccurrencePlace {
  readonly at: number
  readonly id: string
}

export interface OccurrenceSelect {
  /** of this pair alone */
  readonly pairId?: string | undefined
  readonly filter: CorrectionFilter
  /** what is asked of their pairs */
  readonly ofPair?: PairFilter | undefined
  /** older than this one; newer, where `newer` */
  readonly beyond?: OccurrencePlace | undefined
  readonly newer?: boolean
  readonly limit: number
  /** how many corrections are looked at, at most, for so many */
  readonly scan: number
}

export interface Occurrences {
  readonly rows: readonly Occurrence[]
  /** the last that was looked at, where the look ended before the end; else null */
  readonly stoppedAt: OccurrencePlace | null
}

const direction = ({ newer = false }: OccurrenceSelect): RawBuilder<unknown> => (newer ? sql`asc` : sql`desc`)

/** One of a pair, or of an article, by their indexes; else all along their index by time. */
const lookedAt = (select: OccurrenceSelect, wanted: RawBuilder<unknown>, limits: RawBuilder<unknown>) => {
  const { pairId, filter, beyond, newer = false } = select
  const where = [
    ...(pairId === undefined ? [] : [sql`c.pair_id = ${pairId}`]),
    ...(pairId !== undefined || filter.article === undefined ? [] : [sql`c.article_id = ${filter.article}`]),
    ...(filter.since === undefined ? [] : [sql`c.at >= ${filter.since}`]),
    ...(filter.until === undefined ? [] : [sql`c.at < ${filter.until}`]),
    ...(beyond ? [sql`(c.at, c.id) ${newer ? sql`>` : sql`<`} (${beyond.at}, ${beyond.id})`] : []),
  ]
  const order = direction(select)
  return sql`select ${wanted} from correction c where ${where.length === 0 ? sql`1 = 1` : sql.join(where, sql` and `)}
    order by c.at ${order}, c.id ${order} ${limits}`
}

/** What a filter asks of corrections, all of which stands in the index of a pair's corrections. */
const facts = sql.join(
  ['id', 'at', 'pair_id', 'person_id', 'category', 'severity', 'origin', 'system', 'article_id'].map(name =>
    sql.ref(`c.${name}`),
  ),
)

/** The statement that finds which they are. */
const occurrenceStatement = (select: OccurrenceSelect): RawBuilder<OccurrencePlace> => {
  const order = direction(select)
  const ofPair = select.ofPair ? asked(select.ofPair) : []
  const where = sql.join([matching(select.filter), ...ofPair], sql` and `)
  return sql`select c.id, c.at from (${lookedAt(select, facts, sql`limit ${select.scan}`)}) c
    ${ofPair.length === 0 ? sql`` : sql`join pair p on p.id = c.pair_id`}
    where ${where} order by c.at ${order}, c.id ${order} limit ${select.limit}`
}

/** Corrections that match, in the direction of the look. */
export const occurrences = async (db: Db, select: OccurrenceSelect): Promise<Occurrences> => {
  const found = (await occurrenceStatement(select).execute(db)).rows
  const rows = await occurrencesById(
    db,
    found.map(row => row.id),
  )
  if (found.length === select.limit) return { rows, stoppedAt: null }
  const last = await sql<OccurrencePlace>`${lookedAt(
    select,
    sql`c.at, c.id`,
    sql`limit 1 offset ${select.scan - 1}`,
  )}`.execute(db)
  return { rows, stoppedAt: last.rows[0] ?? null }
}

/** In the order of the ids. */
async function occurrencesById(db: Db, ids: readonly string[]): Promise<Occurrence[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('correction')
    .innerJoin('pair', 'pair.id', 'correction.pair_id')
    .innerJoin('article', 'article.id', 'correction.article_id')
    .innerJoin('translation', 'translation.id', 'correction.translation_id')
    .innerJoin('person', 'person.id', 'correction.person_id')
    .leftJoin('batch', 'batch.id', 'correction.batch_id')
    .selectAll('correction')
    .select(['pair.before_text as before', 'pair.after_text as after', 'article.title', 'article.address'])
    .select(['translation.system', 'person.name as person', 'batch.name as batch'])
    .where('correction.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Of so many with the same words the commonest are sought. */
const mostLooked = 500

/** What else the same words became, or became the same: the commonest. Words that are nothing have no such others. */
export const othersOf = async (
  db: Db,
  pair: Pick<Row<'pair'>, 'id' | 'before_key' | 'before_text' | 'after_key' | 'after_text'>,
  side: 'before' | 'after',
  limit: number,
): Promise<ListedPair[]> => {
  const text = pair[`${side}_text`]
  if (text === '') return []
  const [key, words] = [sql.ref(`p.${side}_key`), sql.ref(`p.${side}_text`)]
  const { rows } = await sql<ListedPair>`
    select ${columnsOfPair} from (
      select ${columnsOfPair} from pair p where ${key} = ${pair[`${side}_key`]} and p.corrections > 0 limit ${mostLooked}) p
    where ${words} = ${text} and p.id <> ${pair.id} order by p.corrections desc, p.id limit ${limit}`.execute(db)
  return rows
}
