/** /corrections over a million of them: pages, filters, searches, the concordance; beside scans of the same rows. */
import { sql, type RawBuilder } from 'kysely'
import { listPairs, type PairQuery } from '../../src/app/pairs/list-pairs.ts'
import { writeCursor } from '../../src/app/cursor.ts'
import type { Deps } from '../../src/app/deps.ts'
import { foldForSearch } from '../../src/text/fold.ts'
import { beside, type Found } from './beside.ts'
import type { Filled } from './many-corrections.ts'

const aim = 50
const often = { sort: 'often', descending: true } as const
const ofPage = 50

/** The first page of the pairs whose corrections match, by reading all of them. */
async function scan({ store }: Deps, condition: RawBuilder<unknown>, offset = 0): Promise<Found> {
  const { rows } = await sql<{ id: string }>`
    select c.pair_id as id, count(*) as n from correction c join translation t on t.id = c.translation_id
    where ${condition} group by c.pair_id order by n desc, c.pair_id desc limit ${ofPage} offset ${offset}`.execute(
    store.db,
  )
  return rows.map(row => row.id)
}

export async function browse(deps: Deps, { pairIds, personIds, systems }: Filled): Promise<void> {
  const { db } = deps.store
  const ours = async (query: Partial<PairQuery>): Promise<Found> =>
    (await listPairs(deps, { ...often, ...query })).items.map(item => item.id)
  const filtered = async (name: string, query: Partial<PairQuery>, condition: RawBuilder<unknown>): Promise<void> => {
    await beside({ name, aim, ours: () => ours(query), plain: () => scan(deps, condition), times: 20 })
  }
  await filtered('the first page', {}, sql`1 = 1`)

  const offset = Math.floor(pairIds.length / 2)
  const { rows } = await sql<{ id: string; corrections: number }>`
    select id, corrections from pair where corrections > 0 or decided_at is not null
    order by corrections desc, id desc limit 1 offset ${offset - 1}`.execute(db)
  const [last = { id: '', corrections: 0 }] = rows
  const after = writeCursor(['often', 'pairs'], { value: Number(last.corrections), id: last.id })
  await beside({
    name: `the page after ${offset} pairs`,
    aim,
    ours: () => ours({ after }),
    plain: () => scan(deps, sql`1 = 1`, offset),
    times: 20,
  })
  const [person = '', rarest = ''] = [personIds[0], personIds.at(-1)]
  const [system = ''] = systems
  await filtered('of the busiest editor', { person }, sql`c.person_id = ${person}`)
  await filtered('of the system most used', { system }, sql`t.system = ${system}`)
  await filtered(
    'of a category, an editor and a system',
    { category: 'linguistic-conventions/grammar', person: rarest, system },
    sql`c.category = 'linguistic-conventions/grammar' and c.person_id = ${rarest} and t.system = ${system}`,
  )
  await filtered('of a rare origin', { origin: 'number' }, sql`c.origin = 'number'`)
  const [newest] = (await sql<{ at: number }>`select max(at) as at from correction`.execute(db)).rows
  const since = Number(newest?.at) - 7 * 24 * 3_600_000
  await filtered('of the last week', { since }, sql`c.at >= ${since}`)
}

/** Words that many pairs have, that one has, two letters, and none. */
export async function search(deps: Deps, { pairIds }: Filled): Promise<void> {
  const { db } = deps.store
  const [rare] = (
    await sql<{ before_text: string }>`
      select before_text from pair where id in (${sql.join(pairIds.slice(-2000))}) and length(before_text) > 20 limit 1`.execute(
      db,
    )
  ).rows
  const needles = {
    common: 'att',
    'in a few thousand': 'stark',
    rare: rare?.before_text ?? '',
    'two letters': 'eu',
    none: 'qqqq',
  }
  for (const [name, words] of Object.entries(needles))
    await beside({
      name: `searched, ${name}: ${words}`,
      aim,
      ours: async () => (await listPairs(deps, { ...often, search: words })).items.map(item => item.id),
      plain: async () => {
        const { rows } = await sql<{ id: string }>`
          select id from pair where text_folded like ${`%${foldForSearch(words)}%`} and corrections > 0
          order by corrections desc, id desc limit ${ofPage}`.execute(db)
        return rows.map(row => row.id)
      },
      times: 20,
    })
}
