/** Pairs, and how many corrections each has: kept exactly, as corrections come and go. */
import { sql } from 'kysely'
import { foldForSearch, sortKey } from '../text/fold.ts'
import { newId } from './id.ts'
import type { Db, NewRow, Row } from './schema.ts'

export type Pair = Row<'pair'>

/** A statement takes so many values at most. */
const atOnce = 500
/** Of long texts so much is searched and sorted by, in UTF-16 code units; whole paragraphs are found in their articles. */
const longestSearched = 1000

export const chunksOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) => all.slice(i * atOnce, (i + 1) * atOnce))

/** What it takes to keep a pair; how loud it speaks is `Voices` business. */
const columns = [
  'id', 'hash', 'corrections', 'articles', 'first_at', 'last_at', 'category', 'severity', 'status', 'declined', 'kept', 'voice', 'system', 'near',
  'person_id', 'before_text', 'after_text',
] as const // prettier-ignore
export type KeptPair = Pick<Pair, (typeof columns)[number]>

/** Whether a pair can be a rule, and how loud it is; they know no database. */
export interface Voices {
  readonly anchor: (before: string, after: string) => string
  readonly voice: (pair: Omit<KeptPair, 'id' | 'hash' | 'voice'>) => number
}

export async function pairsBy(db: Db, column: 'hash' | 'id', values: readonly string[]): Promise<KeptPair[]> {
  const found: KeptPair[] = []
  for (const some of chunksOf(values.toSorted()))
    found.push(...(await db.selectFrom('pair').select(columns).where(column, 'in', some).execute()))
  return found
}

/** Side by side, a line each, as it is searched. */
const foldedPair = (before: string, after: string): string =>
  [before, after].map(side => foldForSearch(side.slice(0, longestSearched).toWellFormed())).join('\n')

/** A pair that was just seen for the first time. */
export function newPair(
  seen: Pick<Pair, 'hash' | 'before_text' | 'after_text'>,
  counts: Pick<Pair, 'corrections' | 'articles' | 'first_at' | 'last_at' | 'category' | 'severity'>,
  voices: Voices,
): NewRow<'pair'> {
  const { before_text, after_text } = seen
  const learned = { status: 'learned', declined: 0, kept: 0, system: '', near: '[]', person_id: null }
  return {
    id: newId(),
    ...seen,
    ...counts,
    ...learned,
    before_key: sortKey(before_text.slice(0, longestSearched).toWellFormed()),
    after_key: sortKey(after_text.slice(0, longestSearched).toWellFormed()),
    anchor: voices.anchor(before_text, after_text),
    voice: voices.voice({ ...seen, ...counts, ...learned }),
    decided_at: null,
    text_folded: foldedPair(before_text, after_text),
    instead: null,
    note: '',
  }
}

/** Where another has just stored the same one, the transaction is run again. */
export async function insertPairs(tx: Db, pairs: readonly NewRow<'pair'>[]): Promise<void> {
  const sorted = pairs.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  for (const some of chunksOf(sorted))
    await tx
      .insertInto('pair')
      .values(some)
      .onConflict(c => c.column('hash').doNothing())
      .execute()
}

/** What is kept of a pair as its corrections change. */
export type Counted = Pick<
  Pair,
  'id' | 'corrections' | 'articles' | 'first_at' | 'last_at' | 'category' | 'severity' | 'voice'
>

export async function updatePairs(tx: Db, pairs: readonly Counted[]): Promise<void> {
  const number = (n: number) => sql`cast(${n} as bigint)`
  for (const some of chunksOf(pairs.toSorted((a, b) => (a.id < b.id ? -1 : 1)))) {
    const rows = some.map(
      ({ id, corrections, articles, first_at, last_at, category, severity, voice }) =>
        sql`(${id}, ${number(corrections)}, ${number(articles)}, ${number(first_at)}, ${number(last_at)}, ${category}, ${severity}, ${number(voice)})`,
    )
    await sql`
      with now (id, corrections, articles, first_at, last_at, category, severity, voice) as (values ${sql.join(rows)})
      update pair set corrections = now.corrections, articles = now.articles, first_at = now.first_at, last_at = now.last_at,
        category = now.category, severity = now.severity, voice = now.voice
      from now where pair.id = now.id`.execute(tx)
  }
}

/**
 * Of these, those that nothing stands for any more and nobody has decided about; with `declined` those too that were refused somewhere,
 * which else are kept in case that they come back.
 */
export async function deleteForgotten(tx: Db, ids: readonly string[], declined = false): Promise<void> {
  for (const some of chunksOf(ids.toSorted())) {
    const query = tx
      .deleteFrom('pair')
      .where('id', 'in', some)
      .where('corrections', '=', 0)
      .where('status', '=', 'learned')
      .where('person_id', 'is', null)
    await (declined ? query : query.where('declined', '=', 0)).execute()
  }
}
