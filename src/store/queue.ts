import { sql, type RawBuilder } from 'kysely'
import { severities, type Severity } from '../mqm/annotation.ts'
import { severityWeights } from '../mqm/weights.ts'
import { textHas } from './search.ts'
import type { Db, Row } from './schema.ts'

/** What the queue is sorted by, and the column that has it. Each has an index over (column, id), see the migrations. */
export const sortColumns = {
  title: 'title_key',
  words: 'words',
  language: 'language',
  corrected: 'corrected',
  findings: 'findings_weight',
  flags: 'flags_weight',
  state: 'state',
  editor: 'editor_key',
  touched: 'touched_at',
} as const
export type SortBy = keyof typeof sortColumns

export interface QueueFilter {
  readonly archived: boolean
  readonly state?: string | undefined
  readonly language?: string | undefined
  readonly system?: string | undefined
  /** id of the person who worked on it last */
  readonly editor?: string | undefined
  /** articles with open flags of at least this severity */
  readonly flags?: Severity | undefined
  /** only these: where the search has found them already */
  readonly among?: readonly string[] | undefined
}

/** A row's place in the order: the value of the column sorted by, and the id that decides between equals. */
export interface Place {
  readonly value: string | number
  readonly id: string
}

export interface QueueSelect extends QueueFilter {
  readonly sort: SortBy
  readonly descending: boolean
  /** rows beyond this place, in the direction of the order; absent from its start */
  readonly beyond?: Place | undefined
  readonly limit: number
  /** what the title or a text must have, folded: found by reading the texts of the next `scan` rows */
  readonly needle?: string | undefined
  readonly scan?: number | undefined
}

const columns = [
  'id', 'title', 'title_key', 'address', 'words', 'language', 'corrected', 'flags_neutral', 'flags_minor', 'flags_major',
  'flags_critical', 'flags_weight', 'state', 'editor_id', 'editor_key', 'touched_at', 'translation_id',
  'findings_neutral', 'findings_minor', 'findings_major', 'findings_critical', 'findings_weight',
] as const // prettier-ignore

export type QueueRow = Pick<Row<'article'>, (typeof columns)[number]> & {
  readonly editor: string | null
  /** the newest revision of the translation last worked on */
  readonly head_number: number
}

const atLeast = (severity: Severity): readonly Severity[] => severities.slice(severities.indexOf(severity))

const conditions = ({ sort, ...filter }: QueueSelect): RawBuilder<unknown>[] => [
  filter.archived ? sql`article.archived_at is not null` : sql`article.archived_at is null`,
  ...(filter.state === undefined ? [] : [sql`article.state = ${filter.state}`]),
  ...(filter.language === undefined ? [] : [sql`article.language = ${filter.language}`]),
  ...(filter.editor === undefined ? [] : [sql`article.editor_id = ${filter.editor}`]),
  ...(filter.system === undefined
    ? []
    : [sql`exists (select 1 from translation t where t.article_id = article.id and t.system = ${filter.system})`]),
  ...(filter.flags === undefined
    ? []
    : [
        sql`(${sql.join(
          atLeast(filter.flags).map(severity => sql`${sql.ref(`article.flags_${severity}`)} > 0`),
          sql` or `,
        )})`,
      ]),
  // implied by the line above, and what the index of that order can begin at
  ...(filter.flags === undefined || sort !== 'flags'
    ? []
    : [sql`article.flags_weight >= ${severityWeights[filter.flags]}`]),
  ...(filter.among === undefined ? [] : [sql`article.id in (${sql.join(filter.among)})`]),
]

export interface QueueRows {
  readonly rows: readonly QueueRow[]
  /** where the look ended before the end of the queue, because `scan` rows had been looked at; else null */
  readonly stoppedAt: Place | null
}

const names = sql.join(columns.map(name => sql.ref(`article.${name}`)))

/** The rows of a page, without what a search looks for: their order is an index's, and so is where it begins. */
const pageOf = (select: QueueSelect, wanted: RawBuilder<unknown>, limits: RawBuilder<unknown>): RawBuilder<unknown> => {
  const column = sql.ref(`article.${sortColumns[select.sort]}`)
  const beyond = select.beyond
    ? [
        sql`(${column}, article.id) ${select.descending ? sql`<` : sql`>`} (${select.beyond.value}, ${select.beyond.id})`,
      ]
    : []
  const where = sql.join([...conditions(select), ...beyond], sql` and `)
  return sql`select ${wanted} from article where ${where} ${orderOf(select)} ${limits}`
}

const orderOf = ({ sort, descending }: QueueSelect): RawBuilder<unknown> => {
  const direction = descending ? sql`desc` : sql`asc`
  return sql`order by ${sql.ref(`article.${sortColumns[sort]}`)} ${direction}, article.id ${direction}`
}

/** The statement of `queueRows`. */
export const queueStatement = (select: QueueSelect): RawBuilder<QueueRow> => {
  const { needle, scan, limit } = select
  const beside = sql`person.name as editor, coalesce(translation.head_number, 0) as head_number from`
  const joined = sql`article left join person on person.id = article.editor_id
    left join translation on translation.id = article.translation_id`
  if (needle === undefined || scan === undefined)
    return sql`select ${names}, ${beside} (${pageOf(select, names, sql`limit ${limit}`)}) ${joined} ${orderOf(select)}`
  // the inner limit bounds how many texts are read, however few of them have the needle
  return sql`select ${names}, ${beside} (${pageOf(select, names, sql`limit ${scan}`)}) ${joined}
    where ${textHas(needle)} ${orderOf(select)} limit ${limit}`
}

/** A page of the queue in the order asked for, by keyset: the cost does not grow with the pages before it. */
export const queueRows = async (db: Db, select: QueueSelect): Promise<QueueRows> => {
  if (select.among?.length === 0) return { rows: [], stoppedAt: null }
  const { rows } = await queueStatement(select).execute(db)
  if (select.needle === undefined || select.scan === undefined || rows.length === select.limit)
    return { rows, stoppedAt: null }
  const place = sql`${sql.ref(`article.${sortColumns[select.sort]}`)} as value, article.id`
  const last = await sql<Place>`${pageOf(select, place, sql`limit 1 offset ${select.scan - 1}`)}`.execute(db)
  return { rows, stoppedAt: last.rows[0] ?? null }
}

/** How many articles are in a state. */
export const countInState = async (db: Db, state: string, archived: boolean): Promise<number> => {
  const row = await db
    .selectFrom('article')
    .select(e => e.fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Changes whenever an article comes, goes, or changes its state: the newest event, article and tombstone. */
export const queueStamp = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ event: string | null; article: string | null; purged: number }>`
    select (select max(id) from event) as event, (select max(id) from article) as article,
      (select count(*) from tombstone) as purged`.execute(db)
  return JSON.stringify(rows[0])
}

export interface TextsToShow {
  readonly id: string
  readonly headText: string
  readonly mtText: string
  readonly sourceText: string
}

/** The beginnings of the texts of a few articles, of the translation last worked on: at most `length` characters of each. */
export const textsToShow = async (db: Db, ids: readonly string[], length: number): Promise<TextsToShow[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<TextsToShow>`
    select article.id as id, substr(translation.head_text, 1, ${length}) as "headText",
      substr(snapshot.text, 1, ${length}) as "mtText", substr(article.source_text, 1, ${length}) as "sourceText"
    from article
    join translation on translation.id = article.translation_id
    join snapshot on snapshot.translation_id = translation.id and snapshot.number = 0
    where article.id in (${sql.join(ids)})`.execute(db)
  return rows
}

/** The different values of a column, found by one look into its index for each. */
const distinct = async (db: Db, table: string, column: string, where: RawBuilder<unknown>): Promise<string[]> => {
  const [t, c] = [sql.table(table), sql.ref(column)]
  const { rows } = await sql<{ value: string }>`
    with recursive each(value) as (
      select * from (select min(${c}) from ${t} where ${where}) first
      union all
      select (select min(${c}) from ${t} where ${c} > each.value and ${where}) from each where each.value is not null
    )
    select value from each where value is not null`.execute(db)
  return rows.map(row => row.value)
}

/** What the queue can be filtered by, as far as it occurs. */
export const languagesInUse = (db: Db): Promise<string[]> =>
  distinct(db, 'article', 'language', sql`archived_at is null`)
export const systemsInUse = (db: Db): Promise<string[]> => distinct(db, 'translation', 'system', sql`1 = 1`)
