/** The gate and what the checks find: certain findings stop an approval, and what is left open is remembered. */
import type { Finding } from '../../../src/checks/check.ts'
import { changeMany } from '../../../src/app/articles/change-many.ts'
import { isCertain, type Experience, type Found } from '../../../src/app/gate/certain.ts'
import { qualityStory, setQuality } from '../../../src/app/gate/set-quality.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { headOf } from '../../../src/store/heads.ts'
import { qualitySettings, type QualityRequest } from '../../../src/wire/quality.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve, newsroom, problemOf, type Newsroom } from '../newsroom.ts'
import { findingPool } from './finding-pool.ts'

const decide = async (room: Newsroom, settings: QualityRequest) => {
  const { stamp } = await qualityStory(room.deps)
  await setQuality(room.deps, { person: room.anna, settings: qualitySettings.parse(settings), stamp })
}

const finding = (check: string, words: string, severity: Finding['severity'], confidence: number) =>
  ({ check, words, severity, confidence }) as const
/** »Milliarde« is certainly wrong and critical, »Juni« certainly and minor, »vilken« perhaps, and major. */
const pool = () =>
  findingPool([
    finding('source-scale', 'Milliarde', 'critical', 0.95),
    finding('month-capital', 'Juni', 'minor', 0.97),
    finding('calque', 'vilken', 'major', 0.8),
  ])
const text = 'En Milliarde i Juni, vilken gick. '.padEnd(800, 'ord ')

const leftOf = async ({ deps }: Newsroom, translationId: string) => {
  const head = await headOf(deps.store.db, { translationId })
  return [head?.state, head?.approved_open, head?.approved_certain]
}

forEachStore('the gate and findings', open => {
  const opened = async () => {
    const room = await newsroom(await open(), {}, pool())
    await decide(room, { findings: 'major' })
    return room
  }

  test('a certain finding that is major or critical stops an approval, and says of which check it is', async () => {
    const room = await opened()
    const { articleId, translationId } = await room.bring({ text })
    const asked = { person: room.anna, translationId }
    expect((await problemOf(approve(room.deps, asked))).values).toEqual({
      critical: 0, score: 100, threshold: 95, findings: 1, checks: 'source-scale',
    }) // prettier-ignore
    await approve(room.deps, { ...asked, reason: 'Så står det i källan.' })
    expect(JSON.parse((await eventsOf(room.deps.store.db, articleId, translationId)).at(-1)?.detail ?? '')).toEqual({
      from: 'new', to: 'approved', revision: 0, reason: 'Så står det i källan.',
      gate: { critical: 0, score: 100, threshold: 95, findings: 1, checks: ['source-scale'] },
      left: { open: 3, certain: 2 },
    }) // prettier-ignore
    expect(await leftOf(room, translationId)).toEqual(['approved', 3, 2])
    await setState(room.deps, { ...asked, state: 'in-review' })
    expect(await leftOf(room, translationId)).toEqual(['in-review', null, null])
  })

  test('minor ones too where the house says so, and none where it says nothing; what is left open is kept either way', async () => {
    const room = await opened()
    const { translationId } = await room.bring({ text })
    await decide(room, { findings: 'minor' })
    const asked = { person: room.anna, translationId }
    const { values } = await problemOf(approve(room.deps, asked))
    expect([values['findings'], values['checks']]).toEqual([2, 'source-scale, month-capital'])
    await decide(room, {})
    await approve(room.deps, asked)
    expect(await leftOf(room, translationId)).toEqual(['approved', 3, 2])
  })

  test('one that was corrected stops nothing; of many at once each is asked for itself', async () => {
    const room = await opened()
    const [good, bad] = [await room.bring({ text }), await room.bring({ text: `Andra ${text}` })]
    await room.save(room.anna, good.translationId, text.replace('Milliarde', 'miljard'))
    const bases = new Map([
      [good.translationId, 1],
      [bad.translationId, 0],
    ])
    const action = { kind: 'state', state: 'approved', bases } as const
    const articleIds = [good.articleId, bad.articleId]
    const results = await changeMany(room.deps, { person: room.bo, articleIds, action })
    expect(results.map(({ problem }) => problem?.values['checks'])).toEqual([undefined, 'source-scale'])
    expect(await leftOf(room, good.translationId)).toEqual(['approved', 2, 1])
  })

  test('a reason that was given for fewer is asked for again', async () => {
    const room = await opened()
    const { translationId } = await room.bring({ text })
    const asked = { person: room.anna, translationId, state: 'approved', base: 0, reason: 'Ändå.' } as const
    expect((await problemOf(setState(room.deps, { ...asked, told: { findings: 0 } }))).code).toBe('gate-closed')
    await setState(room.deps, { ...asked, told: { findings: 1 } })
  })

  test('a text that the checks cannot judge is stopped by no finding, and nobody says that it had none', async () => {
    const room = await newsroom(await open(), {}, { ...pool(), check: () => Promise.resolve({ outcome: 'slow' }) })
    await decide(room, { findings: 'minor' })
    const { translationId } = await room.bring({ text })
    await approve(room.deps, { person: room.anna, translationId })
    expect(await leftOf(room, translationId)).toEqual(['approved', null, null])
  })
})

describe('a finding is certain', () => {
  const one = (confidence: number, about?: string): Found => ({
    check: 'calque', severity: 'major', confidence, ...(about === undefined ? {} : { about }),
  }) // prettier-ignore
  const decided = (accepted: number, all: number): Experience => new Map([['calque', { accepted, decided: all }]])

  test('by what its check says of itself, until the house has decided on 20: then by how often it was right', () => {
    expect([isCertain(one(0.95), new Map()), isCertain(one(0.949), new Map())]).toEqual([true, false])
    expect([isCertain(one(0.95), decided(0, 19)), isCertain(one(0.95), decided(18, 20))]).toEqual([true, false])
    expect(isCertain(one(0.6), decided(19, 20))).toBe(true)
  })

  test('what is about a pair or a term has its own confidence, whatever became of others of the check', () => {
    expect(isCertain(one(0.96, 'pair'), decided(0, 100))).toBe(true)
  })
})
