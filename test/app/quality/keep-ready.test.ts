import { keepReady } from '../../../src/app/quality/keep-ready.ts'
import { usualAbout } from '../../../src/app/quality/report-filter.ts'
import { sumUpQuality } from '../../../src/app/quality/sum-up.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom } from '../newsroom.ts'
import { storeMeasure } from './measure-rows.ts'

forEachStore('the report of quality', open => {
  it('stands ready before anybody asks, and is reckoned anew once a measure is another', async () => {
    const room = await newsroom(await open())
    const { deps } = room
    const one = await room.bring({ title: 'Ett' })
    await storeMeasure(deps.store, { ...one, words: 100 })
    const lines: string[] = []
    await keepReady(deps, { log: line => lines.push(line) }).stop()
    // past the program, which writes no measure without its stamp
    await deps.store.db.updateTable('measure').set({ words: 50 }).execute()
    expect(await sumUpQuality(deps, usualAbout)).toMatchObject({ words: 100 })
    await storeMeasure(deps.store, { ...one, words: 200 })
    expect(await sumUpQuality(deps, usualAbout)).toMatchObject({ words: 200 })
    expect(lines).toEqual([])
  })
})
