/** Measuring in the background, also what is long. */
import { keepMeasuring } from '../../../src/app/measure/keep-measuring.ts'
import { measureTranslation } from '../../../src/app/measure/measure-translation.ts'
import { measureInDetail } from '../../../src/app/measure/measure-in-detail.ts'
import { measureNow } from '../../../src/app/measure/measure-now.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { countUnmeasured, measuresOf } from '../../../src/store/measures.ts'
import { readSetting, writeSetting } from '../../../src/store/settings.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { better, bring, mt } from '../corrected-desk.ts'
import { flagOn } from '../desk.ts'
import { measured } from '../measured.ts'
import { newsroom } from '../newsroom.ts'

forEachStore('measuring in the background', open => {
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 20))
  }

  test('measures what was saved, and all anew where the rules are others; what it cannot measure is told', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const { db } = deps.store
    const [a, b] = await bring(room, [mt, 'Lower Sachsen igen.'])
    await room.save(anna, a?.translationId ?? '', better)
    await settleCorrections(deps)
    const lines: string[] = []
    const version = async () => (await readSetting(db, 'measures')) ?? ''
    const done = async () => /^\S+$/.test(await version()) && (await countUnmeasured(db)) === 0
    const first = keepMeasuring(deps, { pause: 10, log: line => lines.push(line) })
    await until(done)
    await first.stop()
    const rows = await measuresOf(db)
    expect(rows.map(row => row.translation_id)).toEqual([a?.translationId, b?.translationId])
    // as another version of the program would have left it
    const now = await version()
    await writeSetting(db, 'measures', 'other')
    await db.updateTable('measure').set({ words: 1 }).execute()
    const second = keepMeasuring(deps, { pause: 10, log: line => lines.push(line) })
    await until(async () => (await version()) === now && (await done()))
    await second.stop()
    expect(await measuresOf(db)).toEqual(rows)
    expect(lines).toEqual([])
    // no place can be read
    const flag = { ...flagOn(mt, 'anbud'), revision: 0 }
    await setFlag(deps, { person: anna, translationId: a?.translationId ?? '' }, flag)
    await settleCorrections(deps)
    await db.updateTable('flag').set({ place: '{' }).execute()
    await room.save(anna, b?.translationId ?? '', 'Niedersachsen igen.')
    await settleCorrections(deps)
    const third = keepMeasuring(deps, { pause: 10, log: line => lines.push(line) })
    await until(async () => lines.length > 0 && (await countUnmeasured(db)) === 1)
    await third.stop()
    expect(lines).toEqual([expect.stringContaining(`translation ${a?.translationId ?? ''} was not measured`)])
  })

  test('what is long is measured in a thread, and comes to the same', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    // a line of 12,000 words, and 1,000 lines
    const long = [`Ett ${'ord och '.repeat(6000)}slut.`, ...Array.from({ length: 1000 }, (_, n) => `Rad ${n} i Lower Sachsen.`)].join('\n') // prettier-ignore
    const { translationId } = await room.bring({ text: long })
    await room.save(anna, translationId, long.replace('Ett ord', 'Det ordet').replace('Rad 7 ', 'Raden 7 '))
    expect(await measureNow(deps, { translationId })).toBe(true)
    expect(await measured(deps, translationId)).toMatchObject({
      ...{ segments: 1001, edits: 3, referenceWords: 12_002 + 5000 },
      worst: [
        { line: 0, edits: 2 },
        { line: 8, edits: 1 },
      ],
    })
    const detail = await measureInDetail(deps, translationId)
    expect(detail?.paragraphs.length).toBe(1001)
    // counted in pieces, for it is longer than any sentence
    expect(detail?.paragraphs[0]?.sentences.map(({ pieces, sums }) => [pieces > 1, sums.ter[0]])).toEqual([[true, 2]])
    await expect(measureTranslation(deps, translationId, AbortSignal.abort())).rejects.toThrow('the thread ended')
  })
})
