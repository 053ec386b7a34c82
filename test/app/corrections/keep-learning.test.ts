import { keepLearning } from '../../../src/app/corrections/keep-learning.ts'
import { unsettledTranslations } from '../../../src/store/corrections.ts'
import { readSetting, writeSetting } from '../../../src/store/settings.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { better, bring, mt, pairs } from '../corrected-desk.ts'
import { newsroom } from '../newsroom.ts'

forEachStore('learning in the background', open => {
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 20))
  }

  test('derives what was saved, and all anew where the rules are others', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const { db } = deps.store
    const [a] = await bring(room, [mt])
    await room.save(anna, a?.translationId ?? '', better)
    const lines: string[] = []
    const first = keepLearning(deps, { pause: 10, log: line => lines.push(line) })
    const version = async () => (await readSetting(db, 'corrections')) ?? ''
    await until(async () => /^\S+$/.test(await version()) && (await unsettledTranslations(db, 1)).length === 0)
    await first.stop()
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 2 in 1'])
    // as another version of the program would have left it
    const now = await version()
    await writeSetting(db, 'corrections', 'other')
    await db.updateTable('correction').set({ category: 'other/other' }).execute()
    const second = keepLearning(deps, { pause: 10, log: line => lines.push(line) })
    await until(async () => (await version()) === now && (await unsettledTranslations(db, 1)).length === 0)
    await second.stop()
    const rows = await db.selectFrom('correction').select('category').distinct().execute()
    expect(rows).toEqual([{ category: 'terminology/wrong-term' }])
    expect(lines).toEqual([])
  })

  test('tells what it cannot derive, and goes on with the others', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const { db } = deps.store
    const [a, b] = await bring(room, [mt, 'Lower Sachsen igen.'])
    await room.save(anna, a?.translationId ?? '', better)
    await room.save(anna, b?.translationId ?? '', 'Niedersachsen igen.')
    await db
      .updateTable('revision')
      .set({ change: '{' })
      .where('translation_id', '=', a?.translationId ?? '')
      .execute()
    const lines: string[] = []
    const learning = keepLearning(deps, { pause: 10, log: line => lines.push(line) })
    await until(async () => (await pairs(deps.store)).length > 0)
    await learning.stop()
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 1 in 1'])
    expect(lines).toEqual([expect.stringContaining(`translation ${a?.translationId ?? ''} were not derived`)])
  })
})
