/** Pairs that were heard by other rules are heard anew, some at a time, and each once. */
import { revoiceNext } from '../../../src/app/pairs/revoice-pairs.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { memoryStamp } from '../../../src/store/memory.ts'
import { writeSetting } from '../../../src/store/settings.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom } from '../newsroom.ts'

forEachStore('voices by the rules of another version', open => {
  test('are given anew: as a correction would give them', async () => {
    const { deps, anna, bring, save } = await newsroom(await open())
    const { db } = deps.store
    const mt = 'I Lower Sachsen finns en cannabiskarnival.\nStats Polisen kom.'
    const { translationId } = await bring({ text: mt })
    const head = 'I Niedersachsen finns en cannabismässa.\nDelstatspolisen kom.'
    await save(anna, translationId, head)
    await settleCorrections(deps)
    const voices = () => db.selectFrom('pair').select(['id', 'anchor', 'voice']).orderBy('id').execute()
    const given = await voices()
    expect(given.filter(({ voice }) => voice > 0).length).toBeGreaterThan(1)

    await db.updateTable('pair').set({ anchor: 'other', voice: 1 }).execute()
    await writeSetting(db, 'voices', 'another')
    const stamp = await memoryStamp(db)
    while (await revoiceNext(deps));
    expect(await voices()).toEqual(given)
    expect(await memoryStamp(db)).not.toBe(stamp)
  })

  test('once done are left as they are', async () => {
    const { deps } = await newsroom(await open())
    expect([await revoiceNext(deps), await revoiceNext(deps)]).toEqual([true, false])
  })
})
