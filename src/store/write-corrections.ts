/** The one way in which corrections are written: all of a translation, as derived from its head. */
import { groundsOf, unsettleTranslation, type Grounds } from './corrections.ts'
import { newId } from './id.ts'
import { stampMemory } from './memory.ts'
import {
  chunksOf,
  deleteForgotten,
  insertPairs,
  newPair,
  pairsBy,
  updatePairs,
  type KeptPair,
  type Voices,
} from './pairs.ts'
import type { Db, Row } from './schema.ts'

type CorrectionRow = Row<'correction'>

/** What is derived; `before` and `after` are its pair, known by the hash of both. */
export interface Derived extends Omit<CorrectionRow, 'id' | 'pair_id' | 'article_id' | 'translation_id' | 'system'> {
  readonly hash: string
  readonly before: string
  readonly after: string
}

type Standing = CorrectionRow & { readonly hash: string }

const standingOf = (tx: Db, translationId: string): Promise<Standing[]> =>
  tx
    .selectFrom('correction')
    .innerJoin('pair', 'pair.id', 'correction.pair_id')
    .selectAll('correction')
    .select('pair.hash')
    .where('translation_id', '=', translationId)
    .execute()

const keyOf = ({ mt_from, mt_to, hash }: Pick<Derived, 'mt_from' | 'mt_to' | 'hash'>): string =>
  `${mt_from} ${mt_to} ${hash}`

const compared = [
  'revision', 'person_id', 'at', 'category', 'severity', 'origin', 'check_id', 'flag_id', 'batch_id', 'mt_before', 'mt_after',
] as const // prettier-ignore

/** What differs between the corrections that stand and those derived. */
function differences(standing: readonly Standing[], derived: readonly Derived[]) {
  const before = new Map(standing.map(row => [keyOf(row), row]))
  const now = new Set(derived.map(keyOf))
  const gone = standing.filter(row => !now.has(keyOf(row)))
  const come: Derived[] = []
  const changed: { readonly was: Standing; readonly now: Derived }[] = []
  for (const row of derived) {
    const was = before.get(keyOf(row))
    if (was === undefined) come.push(row)
    else if (compared.some(column => was[column] !== row[column])) changed.push({ was, now: row })
  }
  return { gone, come, changed }
}

/** Pairs of which an article has corrections in another of its translations. */
async function elsewhere(tx: Db, articleId: string, translationId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('correction')
    .select('pair_id')
    .distinct()
    .where('article_id', '=', articleId)
    .where('translation_id', '<>', translationId)
    .execute()
  return new Set(rows.map(row => row.pair_id))
}

/** When the first and the latest of a pair's corrections were made, and what the latest says. */
async function extremes(
  tx: Db,
  pairId: string,
): Promise<Pick<KeptPair, 'first_at' | 'last_at' | 'category' | 'severity'> | undefined> {
  const of = tx.selectFrom('correction').select(['at', 'category', 'severity']).where('pair_id', '=', pairId)
  const first = await of.orderBy('at').orderBy('id').limit(1).executeTakeFirst()
  const last = await of.orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return first && last && { first_at: first.at, last_at: last.at, category: last.category, severity: last.severity }
}

/**
 * Writes the corrections of a translation as they were derived on these grounds; false where the grounds are others by now, and nothing
 * was written. The head's row is written first, so that of two at once, or of this and a save, one is run again.
 */
export async function writeCorrections(
  tx: Db,
  grounds: Grounds,
  derived: readonly Derived[],
  voices: Voices,
): Promise<boolean> {
  const { id, article_id, head_number } = grounds
  const { numUpdatedRows } = await tx
    .updateTable('translation')
    .set({ corrections_number: head_number, measured: 0 })
    .where('id', '=', id)
    .where('head_number', '=', head_number)
    .executeTakeFirst()
  const now = numUpdatedRows === 1n ? await groundsOf(tx, id) : undefined
  if (now?.flag_events !== grounds.flag_events || now.rulings !== grounds.rulings) {
    // a transaction that gives false is kept: what was marked stays to be done
    if (now) await unsettleTranslation(tx, id)
    return false
  }
  const standing = await standingOf(tx, id)
  const { gone, come, changed } = differences(standing, derived)
  if (gone.length + come.length + changed.length > 0)
    await replace(tx, { id, article_id, standing, gone, come, changed }, voices)
  return true
}

/** An article's corrections go with it, and the pairs that only it had, whoever else has refused them: their words are its own. */
export async function forgetCorrections(tx: Db, articleId: string, voices: Voices): Promise<void> {
  const translations = await tx
    .selectFrom('translation')
    .select('id')
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  for (const { id } of translations) {
    const standing = await standingOf(tx, id)
    if (standing.length === 0) continue
    await replace(tx, { id, article_id: articleId, standing, gone: standing, come: [], changed: [] }, voices)
    await deleteForgotten(tx, [...new Set(standing.map(row => row.pair_id))], true)
  }
}

interface Replacement extends ReturnType<typeof differences> {
  readonly id: string
  readonly article_id: string
  readonly standing: readonly Standing[]
}

async function replace(tx: Db, change: Replacement, voices: Voices): Promise<void> {
  const { id, article_id, standing, gone, come, changed } = change
  const known = await pairsBy(tx, 'hash', [
    ...new Set([...gone, ...come, ...changed.map(row => row.now)].map(row => row.hash)),
  ])
  const pairs = new Map(known.map(pair => [pair.hash, pair]))
  const others = await elsewhere(tx, article_id, id)
  const unseen = Map.groupBy(
    come.filter(row => !pairs.has(row.hash)),
    row => row.hash,
  )
  const fresh = [...unseen.values()].map(rows => pairOf(rows, voices))
  await insertPairs(tx, fresh)
  if (fresh.some(pair => pair.voice > 0)) await stampMemory(tx)
  const idOf = new Map([...known, ...fresh].map(pair => [pair.hash, pair.id]))
  for (const some of chunksOf([...gone, ...changed.map(row => row.was)]))
    await tx
      .deleteFrom('correction')
      .where(
        'id',
        'in',
        some.map(row => row.id),
      )
      .execute()
  const { system } = await tx.selectFrom('translation').select('system').where('id', '=', id).executeTakeFirstOrThrow()
  const rows = [...come.map(now => ({ id: newId(), now })), ...changed.map(({ was, now }) => ({ id: was.id, now }))]
  for (const some of chunksOf(rows))
    await tx
      .insertInto('correction')
      .values(
        some.map(({ id: correctionId, now: { hash, before: _before, after: _after, ...row } }) => ({
          id: correctionId,
          pair_id: idOf.get(hash) ?? '',
          article_id,
          translation_id: id,
          system,
          ...row,
        })),
      )
      .execute()
  await count(tx, { known, others, standing, gone, come, changed }, voices)
}

const firstOf = (rows: readonly Derived[]): Derived => rows.reduce((a, b) => (b.at < a.at ? b : a))
const lastOf = (rows: readonly Derived[]): Derived => rows.reduce((a, b) => (b.at >= a.at ? b : a))

/** The pair of corrections that are the first to read so. */
function pairOf(rows: readonly Derived[], voices: Voices) {
  const [first, last] = [firstOf(rows), lastOf(rows)]
  const counts = { corrections: rows.length, articles: 1, first_at: first.at, last_at: last.at }
  const seen = { hash: first.hash, before_text: first.before, after_text: first.after }
  return newPair(seen, { ...counts, category: last.category, severity: last.severity }, voices)
}

/** Keeps the counts of the pairs that were there already, of which corrections have come, gone or changed. */
async function count(
  tx: Db,
  change: Omit<Replacement, 'id' | 'article_id'> & {
    readonly known: readonly KeptPair[]
    readonly others: ReadonlySet<string>
  },
  voices: Voices,
): Promise<void> {
  const tally = (rows: readonly { readonly hash: string }[]) => {
    const counts = new Map<string, number>()
    for (const { hash } of rows) counts.set(hash, (counts.get(hash) ?? 0) + 1)
    return (hash: string) => counts.get(hash) ?? 0
  }
  const [before, gone, come] = [tally(change.standing), tally(change.gone), tally(change.come)]
  const touched = new Set(change.changed.map(row => row.now.hash))
  const comers = Map.groupBy(change.come, row => row.hash)
  const counted = []
  for (const pair of change.known) {
    const { hash } = pair
    const after = before(hash) - gone(hash) + come(hash)
    const others = change.others.has(pair.id)
    const articles = pair.articles + Number(others || after > 0) - Number(others || before(hash) > 0)
    const corrections = pair.corrections - gone(hash) + come(hash)
    const at = comers.get(hash) ?? []
    const latest = at.length > 0 && !touched.has(hash) && gone(hash) === 0 ? lastOf(at) : undefined
    const ends =
      latest && at.every(row => row.at > pair.last_at)
        ? { first_at: pair.first_at, last_at: latest.at, category: latest.category, severity: latest.severity }
        : await extremes(tx, pair.id)
    const next = { ...pair, ...ends, corrections, articles }
    counted.push({ ...next, voice: voices.voice(next) })
  }
  await updatePairs(tx, counted)
  if (counted.some((pair, i) => pair.voice !== change.known[i]?.voice)) await stampMemory(tx)
  await deleteForgotten(
    tx,
    counted.filter(pair => pair.corrections === 0).map(pair => pair.id),
  )
}
