/** What the memory reads of pairs: those that may stand in a text, where they were learned, and who has refused them. */
import { sql } from 'kysely'
import { capabilitiesOf } from './db/store.ts'
import { chunksOf } from './pairs.ts'
import type { Db, Row } from './schema.ts'
import { shortestIndexed } from './search.ts'
import { readSetting, writeSetting } from './settings.ts'

const counter = 'memory'

/** Another text after each change of what may be recalled. */
export const memoryStamp = async (db: Db): Promise<string> => (await readSetting(db, counter)) ?? '0'

/** Belongs in the transaction of such a change. */
export const stampMemory = async (tx: Db): Promise<void> =>
  writeSetting(tx, counter, String(Number(await memoryStamp(tx)) + 1))

/** A pair that speaks, and may do so in a text. */
export type SpeakingPair = Pick<
  Row<'pair'>,
  'id' | 'before_text' | 'after_text' | 'text_folded' | 'instead' | 'near' | 'voice' | 'corrections'
>

/**
 * Pairs that are not silent, by their anchors: some of them stand in the text that has these.
 * @param system the MT system of the text; those limited to another are left out
 */
export async function speakingPairs(
  db: Db,
  anchors: readonly string[],
  system: string,
): Promise<readonly SpeakingPair[]> {
  const found: SpeakingPair[] = []
  for (const some of chunksOf(anchors))
    found.push(
      ...(await db
        .selectFrom('pair')
        .select(['id', 'before_text', 'after_text', 'text_folded', 'instead', 'near', 'voice', 'corrections'])
        .where('anchor', 'in', some)
        // said again, so that the index of those that have one is used
        .where('anchor', '<>', '')
        .where('voice', '>', 0)
        .where('system', 'in', ['', system])
        .execute()),
    )
  return found
}

/** Ids of pairs in the order they came. */
export const pairIdsAfter = async (db: Db, after: string, limit: number): Promise<string[]> => {
  const rows = await db.selectFrom('pair').select('id').where('id', '>', after).orderBy('id').limit(limit).execute()
  return rows.map(row => row.id)
}

/** What is told of a pair where it speaks. */
export type ToldPair = Pick<
  Row<'pair'>,
  'id' | 'category' | 'severity' | 'corrections' | 'articles' | 'declined' | 'status'
> & { readonly decidedBy: string | null; readonly correctedBy: string | null }

export async function toldPairs(db: Db, ids: readonly string[]): Promise<readonly ToldPair[]> {
  const found: ToldPair[] = []
  for (const some of chunksOf(ids))
    found.push(
      ...(await db
        .selectFrom('pair')
        .leftJoin('person', 'person.id', 'pair.person_id')
        .select(['pair.id', 'category', 'severity', 'corrections', 'articles', 'declined', 'status'])
        .select('person.name as decidedBy')
        .select(e =>
          e
            .selectFrom('correction')
            .innerJoin('person as by', 'by.id', 'correction.person_id')
            .select('by.name')
            .whereRef('correction.pair_id', '=', 'pair.id')
            .orderBy('correction.at', 'desc')
            .orderBy('correction.id', 'desc')
            .limit(1)
            .as('correctedBy'),
        )
        .where('pair.id', 'in', some)
        .execute()),
    )
  return found
}

/** Parts of a compound select at once. */
const mostParts = 50
/** Of pairs with so few corrections all are read, many pairs at once. */
const few = 50

export interface Around {
  readonly before: string
  readonly after: string
}

/** What stood around the latest corrections of pairs, at most so many of each. */
export async function contextsOf(
  db: Db,
  pairs: readonly Pick<Row<'pair'>, 'id' | 'corrections'>[],
  mostOfEach: number,
): Promise<ReadonlyMap<string, readonly Around[]>> {
  const contexts = new Map<string, Around[]>()
  const keep = ({ pair_id, before, after }: Around & { readonly pair_id: string }): void => {
    const known = contexts.get(pair_id) ?? []
    if (known.length < mostOfEach) known.push({ before, after })
    contexts.set(pair_id, known)
  }
  for (const some of chunksOf(pairs.filter(({ corrections }) => corrections <= few).map(({ id }) => id))) {
    const rows = await db
      .selectFrom('correction')
      .select(['pair_id', 'mt_before as before', 'mt_after as after'])
      .where('pair_id', 'in', some)
      .orderBy('pair_id')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    rows.forEach(keep)
  }
  const often = pairs.filter(({ corrections }) => corrections > few)
  for (let at = 0; at < often.length; at += mostParts) {
    const parts = often.slice(at, at + mostParts).map(
      ({ id }) => sql`select * from (
        select pair_id, mt_before as before, mt_after as after from correction where pair_id = ${id}
        order by at desc, id desc limit ${mostOfEach}) as latest`,
    )
    const { rows } = await sql<Around & { readonly pair_id: string }>`
      ${sql.join(parts, sql` union all `)}`.execute(db)
    rows.forEach(keep)
  }
  return contexts
}

/** Findings about a pair that were dismissed, and stay so. The pair's row is to be written first, so that of two at once one waits. */
export const dismissalsAbout = async (tx: Db, about: string): Promise<number> => {
  const row = await tx
    .selectFrom('dismissal')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('about', '=', about)
    .where('about', '<>', '')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** What was dismissed in an article speaks of these. */
export const dismissedAbout = async (tx: Db, articleId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('dismissal')
      .select('about')
      .distinct()
      .where('article_id', '=', articleId)
      .where('about', '<>', '')
      .orderBy('about')
      .execute()
  ).map(row => row.about)

export const pairById = (db: Db, id: string): Promise<Row<'pair'> | undefined> =>
  db.selectFrom('pair').selectAll().where('id', '=', id).executeTakeFirst()

export type PairChange = Partial<
  Pick<
    Row<'pair'>,
    | 'status'
    | 'anchor'
    | 'declined'
    | 'kept'
    | 'voice'
    | 'heard'
    | 'system'
    | 'person_id'
    | 'decided_at'
    | 'instead'
    | 'near'
    | 'note'
    | 'category'
    | 'severity'
  >
>

export const updatePair = async (tx: Db, id: string, change: PairChange): Promise<void> => {
  await tx.updateTable('pair').set(change).where('id', '=', id).execute()
}

/** Taken before what depends on it is read, so that of two at once one waits. False where there is none. */
export const holdPair = async (tx: Db, id: string): Promise<boolean> =>
  (
    await tx
      .updateTable('pair')
      .set(e => ({ declined: e.ref('declined') }))
      .where('id', '=', id)
      .executeTakeFirst()
  ).numUpdatedRows === 1n

/** Pairs of whose voice the articles have yet to hear. */
export const unheardPairs = (db: Db, limit: number): Promise<Row<'pair'>[]> =>
  db.selectFrom('pair').selectAll().whereRef('heard', '<>', 'voice').orderBy('id').limit(limit).execute()

/**
 * How often the words of pairs are left as they are may have changed: they are to be looked at again. Their voice is told otherwise than it
 * is by so little that no finding depends on it.
 */
export async function unhear(tx: Db, ids: readonly string[]): Promise<void> {
  for (const some of chunksOf(ids.toSorted()))
    await tx
      .updateTable('pair')
      .set({ heard: sql<number>`case voice when 0 then -1 when 1 then 2 when 500 then 501 else voice - 1 end` })
      .where('id', 'in', some)
      .whereRef('heard', '=', 'voice')
      .execute()
}

/** An article in which words were found. */
export interface FoundArticle {
  readonly id: string
  readonly translation_id: string
  readonly state: string
}

/**
 * Articles whose title or texts have the folded needle, those that were changed last first as far as the index has it, at most so
 * many. By index; for less than three characters none, since every text would have to be read.
 */
export async function articlesWith(db: Db, needle: string, most: number): Promise<readonly FoundArticle[]> {
  if (Array.from(needle).length < shortestIndexed) return []
  const found =
    capabilitiesOf(db).substringSearch === 'fts5-trigram'
      ? sql`select s.article_id from article_search_trigram t join article_search s on s.row = t.rowid
          where article_search_trigram match ${`"${needle.replaceAll('"', '""')}"`} order by t.rowid desc limit ${most}`
      : sql`select article_id from article_search
          where text_folded like ${`%${needle.replace(/[\\%_]/g, '\\$&')}%`} escape '\\' limit ${most}`
  const { rows } = await sql<FoundArticle>`
    select id, translation_id, state from article where archived_at is null and id in (${found})`.execute(db)
  return rows
}

/** Articles are to be counted again. */
export async function unsettleAll(tx: Db, articleIds: readonly string[]): Promise<void> {
  for (const some of chunksOf(articleIds.toSorted()))
    await tx.updateTable('article').set({ findings_version: '' }).where('id', 'in', some).execute()
}

/** The texts of heads, by the ids of their translations. */
export async function headTexts(db: Db, translationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows =
    translationIds.length === 0
      ? []
      : await db.selectFrom('translation').select(['id', 'head_text']).where('id', 'in', translationIds).execute()
  return new Map(rows.map(row => [row.id, row.head_text]))
}
