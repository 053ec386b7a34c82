/** What a report tells beside its figures, of just the translations that it is about. */
import { sumUpQuality } from '../../../src/app/quality/sum-up.ts'
import { qualityCsv } from '../../../src/app/quality/export-quality.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { usualAbout } from '../../../src/app/quality/report-filter.ts'
import type { About } from '../../../src/wire/quality-report.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { findingPool } from '../gate/finding-pool.ts'
import { approve, newsroom, type Newsroom } from '../newsroom.ts'

const report = (room: Newsroom, about: Partial<About> = {}) => sumUpQuality(room.deps, { ...usualAbout, ...about })

forEachStore('of approvals a report tells', open => {
  const words = 'ord '.repeat(200)
  const opened = async () =>
    newsroom(
      await open(),
      {},
      findingPool([
        { check: 'month-capital', words: 'Juni', severity: 'minor', confidence: 0.97 },
        { check: 'calque', words: 'vilken', severity: 'minor', confidence: 0.8 },
      ]),
    )

  it('what stood open: of those that were approved as they came by itself, for they count as without error', async () => {
    const room = await opened()
    const { deps, anna } = room
    const texts = ['Ren.', 'I Juni.', 'Så vilken.', 'I Juni, vilken.', 'Fel i Juni.']
    const brought = []
    for (const [n, text] of texts.entries()) brought.push(await room.bring({ text: `${n} ${text} ${words}` }))
    const last = brought[4]?.translationId ?? ''
    await room.save(anna, last, `4 Rätt i Juni. ${words}`)
    for (const { translationId } of brought) await approve(deps, { person: anna, translationId })
    const told = await report(room)
    expect(told.approvals).toEqual({
      approved: 5, unknown: 0, open: 4, certain: 3, asTheyCame: 4, asTheyCameOpen: 3, asTheyCameCertain: 2,
    }) // prettier-ignore
    expect([told.articles, (await report(room, { states: 'sure' })).articles]).toEqual([5, 3])
    expect(qualityCsv(told)).toContain('approvals,,"approved as they came, findings open",3')
    await setState(deps, { person: anna, translationId: last, state: 'corrected' })
    expect((await report(room)).approvals).toMatchObject({ approved: 4, open: 3, certain: 2 })
  })

  it('what was approved elsewhere, of which nobody knows what stood open', async () => {
    const room = await opened()
    const { translationId } = await room.bring({ text: `Juni ${words}` })
    await approve(room.deps, { person: room.anna, translationId })
    await room.deps.store.db.updateTable('translation').set({ approved_open: null, approved_certain: null }).execute()
    expect((await report(room)).approvals).toMatchObject({ approved: 1, unknown: 1, open: 0, asTheyCame: 1 })
    expect((await report(room, { states: 'sure' })).articles).toBe(1)
  })
})

forEachStore('the most frequent corrections of a report', open => {
  it('are those of its translations: of their state, system, month and language', async () => {
    const room = await newsroom(await open())
    const correct = async (text: string, system: string, reviewed: boolean) => {
      const { translationId } = await room.bring({ text: `${text} Polisen söker vittnen.`, system })
      await room.save(room.anna, translationId, `${text.replace('Lower Sachsen', 'Niedersachsen')} Polisen söker vittnen.`)
      if (reviewed) await setState(room.deps, { person: room.anna, translationId, state: 'corrected' })
    }
    await correct('Storm i Lower Sachsen.', 'Alfa', true)
    await correct('Regn i Lower Sachsen.', 'Alfa', false)
    await correct('Snö i Lower Sachsen.', 'Beta', true)
    const count = async (about: Partial<About>) =>
      (await report(room, about)).corrections.map(({ after, corrections, articles }) => [after, corrections, articles])
    expect(await count({})).toEqual([['Niedersachsen', 2, 2]])
    expect(await count({ states: 'all' })).toEqual([['Niedersachsen', 3, 3]])
    expect(await count({ states: 'all', system: 'Beta' })).toEqual([['Niedersachsen', 1, 1]])
    expect(await count({ states: 'approved' })).toEqual([])
    expect(await count({ to: '2020-01' })).toEqual([])
  })
}) // prettier-ignore
