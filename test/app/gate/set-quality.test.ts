import { readQualitySettings, schemeOf } from '../../../src/app/gate/quality-settings.ts'
import { qualityStory, setQuality } from '../../../src/app/gate/set-quality.ts'
import { qualitySettings, type QualityRequest } from '../../../src/wire/quality.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const decide = (room: Newsroom, settings: QualityRequest, stamp: string, person = room.anna) =>
  setQuality(room.deps, { person, settings: qualitySettings.parse(settings), stamp })

const own = {
  name: 'Våra',
  severities: { neutral: 0, minor: 1, major: 4, critical: 10 },
  exceptions: [{ category: 'style', weight: 0.5 } as const],
}

forEachStore('the quality settings', open => {
  test('are as usual until somebody decides, and then tell who did, when, and what was before', async () => {
    const room = await newsroom(await open())
    const { db } = room.deps.store
    const usual = await qualityStory(room.deps)
    expect([usual.settings, usual.acts]).toEqual([qualitySettings.parse({}), []])
    await decide(room, { weights: 'own', own, threshold: 90 }, usual.stamp)
    const now = await qualityStory(room.deps)
    expect(await readQualitySettings(db)).toEqual(now.settings)
    expect(schemeOf(now.settings)).toMatchObject({ ...own, id: 'own' })
    expect(now.acts).toEqual([
      { person: 'Anna Ek', at: expect.any(Number) as number, before: usual.settings, after: now.settings },
    ])
    await decide(room, { gate: false }, now.stamp, room.bo)
    expect((await qualityStory(room.deps)).acts.map(({ person, before, after }) => [person, before.gate, after.gate]))
      .toEqual([
        ['Bo Ås', true, false],
        ['Anna Ek', true, true],
      ]) // prettier-ignore
  })

  test('decided so already, nothing is told', async () => {
    const room = await newsroom(await open())
    for (let n = 0; n < 2; n++) await decide(room, {}, (await qualityStory(room.deps)).stamp)
    expect((await qualityStory(room.deps)).acts).toEqual([])
  })

  test('are not overwritten by who has not seen what another decided', async () => {
    const room = await newsroom(await open())
    const { stamp } = await qualityStory(room.deps)
    const all = [80, 85, 90].map(threshold => decide(room, { threshold }, stamp))
    const ends = await Promise.allSettled(all)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await problemOf(decide(room, { threshold: 70 }, stamp))).code).toBe('quality-misfit')
    expect((await qualityStory(room.deps)).acts).toHaveLength(1)
  })
})
