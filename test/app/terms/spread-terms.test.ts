import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { spreadTerms } from '../../../src/app/terms/spread-terms.ts'
import { editTerm } from '../../../src/app/terms/write-term.ts'
import { unsettledTranslations } from '../../../src/store/corrections.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { bring } from '../corrected-desk.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'
import { add } from '../term.ts'

const spread = async ({ deps }: Newsroom): Promise<number> => {
  let steps = 0
  while (await spreadTerms(deps)) steps += 1
  return steps
}

/** Origins and categories of all corrections, in the order of their articles. */
async function told({ deps }: Newsroom): Promise<readonly string[]> {
  while ((await settleCorrections(deps)) > 0);
  const rows = await deps.store.db
    .selectFrom('correction')
    .innerJoin('pair', 'pair.id', 'correction.pair_id')
    .select(['before_text', 'origin', 'correction.category'])
    .orderBy('article_id')
    .orderBy('mt_from')
    .execute()
  return rows.map(row => `${row.before_text}: ${row.origin} ${row.category}`)
}

async function corrected(room: Newsroom): Promise<void> {
  const texts = ['Tre flerfamiljshus brann.', 'Ett flerfamiljshusens tak föll.', 'En bil brann.']
  const made = await bring(room, texts)
  const better = ['Tre hyreshus brann.', 'Ett hyreshusens tak föll.', 'En lastbil brann.']
  for (const [i, { translationId }] of made.entries()) await room.save(room.anna, translationId, better[i] ?? '')
}

forEachStore('a term that is written later', open => {
  it('tells the category of what was corrected before, in all forms; when it is declined, no longer', async () => {
    const room = await newsroom(await open())
    await corrected(room)
    const before = await told(room)
    expect(before.some(line => line.includes(': term '))).toBe(false)
    const term = await add(room, 'hyreshus', ['flerfamiljshus'], { category: 'style/register' })
    await spread(room)
    // what the term has nothing to say of is not derived anew
    expect(await unsettledTranslations(room.deps.store.db, 9)).toHaveLength(2)
    expect(await told(room)).toEqual([
      'flerfamiljshus: term style/register',
      'flerfamiljshusens: term style/register',
      before[2],
    ])
    await editTerm(room.deps, { person: room.bo, id: term.id }, { note: 'Sagt i dag.' })
    await editTerm(room.deps, { person: room.bo, id: term.id }, { status: 'declined' })
    await spread(room)
    expect(await told(room)).toEqual(before)
    expect(await spread(room)).toBe(0)
  })

  it('is not asked of corrections as long as it is only proposed', async () => {
    const room = await newsroom(await open())
    await corrected(room)
    await told(room)
    const term = await add(room, 'hyreshus', ['flerfamiljshus'], { status: 'proposed' })
    await spread(room)
    expect(await unsettledTranslations(room.deps.store.db, 9)).toEqual([])
    await editTerm(room.deps, { person: room.bo, id: term.id }, { status: 'approved' })
    await spread(room)
    expect(await unsettledTranslations(room.deps.store.db, 9)).toHaveLength(2)
  })
})
