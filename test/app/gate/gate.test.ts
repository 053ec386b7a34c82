import fc from 'fast-check'
import { changeMany } from '../../../src/app/articles/change-many.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { gateOf, judgeGate, toldScore, type Weighed } from '../../../src/app/gate/gate.ts'
import { qualityStory, setQuality } from '../../../src/app/gate/set-quality.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import type { Severity } from '../../../src/mqm/annotation.ts'
import { errorOfNames } from '../../../src/mqm/wmt-categories.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { headOf } from '../../../src/store/heads.ts'
import { newId } from '../../../src/store/id.ts'
import { qualitySettings, type QualityRequest } from '../../../src/wire/quality.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve as approveHead, newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const hundred = `${'ord '.repeat(99)}ord.`

const flag = (room: Newsroom, translationId: string, severity: Severity, category = 'accuracy/mistranslation') =>
  setFlag(
    room.deps,
    { translationId, person: room.bo },
    { id: newId(), revision: 0, from: 0, to: 3, category, severity, comment: '', suggestion: '' },
  )

const approve = (room: Newsroom, translationId: string, reason?: string) =>
  approveHead(room.deps, { person: room.anna, translationId, reason })

const decide = async (room: Newsroom, settings: QualityRequest) => {
  const { stamp } = await qualityStory(room.deps)
  await setQuality(room.deps, { person: room.anna, settings: qualitySettings.parse(settings), stamp })
}

const stateOf = async ({ deps }: Newsroom, translationId: string) =>
  (await headOf(deps.store.db, { translationId }))?.state

const lastEvent = async ({ deps }: Newsroom, articleId: string, translationId: string) =>
  JSON.parse((await eventsOf(deps.store.db, articleId, translationId)).at(-1)?.detail ?? 'null') as unknown

forEachStore('the publish gate', open => {
  test('is closed by a critical flag, however good the score, until it is dismissed', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'ord '.repeat(1000) })
    const { id } = await flag(room, translationId, 'critical')
    const refusal = await problemOf(approve(room, translationId))
    expect([refusal.code, refusal.status, refusal.values]).toEqual([
      'gate-closed',
      409,
      { critical: 1, score: 97.5, threshold: 95, findings: 0, checks: '–' },
    ])
    expect(await stateOf(room, translationId)).toBe('in-review')
    await dismissFlag(room.deps, { person: room.anna, flagId: id, reason: 'Det är rätt.' })
    await approve(room, translationId)
    expect(await lastEvent(room, articleId, translationId)).toEqual({ from: 'in-review', to: 'approved', revision: 0 })
  })

  test('is closed under the threshold and open on it; a reason passes it and is kept with what stood open', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: hundred })
    await flag(room, translationId, 'major')
    await approve(room, translationId)
    await setState(room.deps, { person: room.bo, translationId, state: 'in-review' })
    await flag(room, translationId, 'minor')
    expect((await problemOf(approve(room, translationId, ' \n '))).values).toEqual({
      critical: 0,
      score: 94,
      threshold: 95,
      findings: 0,
      checks: '–',
    })
    await approve(room, translationId, '  Bråttom:\n ingen läser det. ')
    expect(await lastEvent(room, articleId, translationId)).toEqual({
      from: 'in-review',
      to: 'approved',
      revision: 0,
      reason: 'Bråttom: ingen läser det.',
      gate: { critical: 0, score: 94, threshold: 95, findings: 0, checks: [] },
    })
  })

  test('refuses a reason that is too long or has nothing to be seen, and keeps nothing of it', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: hundred })
    await flag(room, translationId, 'critical')
    for (const reason of ['x'.repeat(2001), '\u200b', 'a\0b'])
      expect((await problemOf(approve(room, translationId, reason))).status).toBe(400)
    expect(await stateOf(room, translationId)).toBe('in-review')
    await approve(room, translationId, 'x'.repeat(2000))
  })

  test('asks only of an approval, and not at all where it is switched off', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: 'Ett fel.' })
    await flag(room, translationId, 'critical')
    await setState(room.deps, { person: room.anna, translationId, state: 'corrected' })
    expect((await problemOf(approve(room, translationId))).code).toBe('gate-closed')
    await decide(room, { gate: false })
    await approve(room, translationId)
    expect(await stateOf(room, translationId)).toBe('approved')
  })

  test('reckons by the weights and the threshold that the house has chosen', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: hundred })
    await flag(room, translationId, 'minor', 'style/awkward')
    const own = { severities: { neutral: 0, minor: 1, major: 5, critical: 25 }, exceptions: [] as object[] }
    const scores: unknown[] = []
    for (const settings of [
      { weights: 'own', own: { ...own, exceptions: [{ category: 'style', weight: 7 }] }, threshold: 93 },
      { weights: 'own', own: { ...own, exceptions: [{ category: 'style', weight: 7 }] }, threshold: 93.01 },
      { weights: 'mqm-core', threshold: 99 },
    ] as QualityRequest[]) {
      await decide(room, settings)
      const head = await headOf(room.deps.store.db, { translationId })
      const gate = head && (await gateOf(room.deps.store.db, head, null))
      scores.push([gate?.score, gate?.closed])
    }
    expect(scores).toEqual([
      [93, false],
      [93, true],
      [99, false],
    ])
  })

  test('a flag that is set while it is approved either came first, and is asked about, or came after', async () => {
    const room = await newsroom(await open())
    const ends = new Set<string>()
    for (let n = 0; n < 12; n++) {
      const { articleId, translationId } = await room.bring({ text: `Artikel ${n} ${hundred}` })
      const works = [approve(room, translationId), flag(room, translationId, 'critical')]
      const [approved] = await Promise.allSettled(n % 2 ? works : works.toReversed())
      await Promise.allSettled(works)
      const state = await stateOf(room, translationId)
      ends.add(state ?? '')
      const events = await eventsOf(room.deps.store.db, articleId, translationId)
      const detail = events.map(each => JSON.parse(each.detail) as { to?: string; from?: string })
      // the flag first: the text is in review then, and stays so; the approval first: it was new
      const approval = detail.find(({ to }) => to === 'approved')
      expect([state, approval?.from]).toEqual(state === 'approved' ? ['approved', 'new'] : ['in-review', undefined])
      expect(approved).toBeDefined()
    }
    expect([...ends].every(state => ['approved', 'in-review'].includes(state))).toBe(true)
  })

  test('of many at once it keeps back those it is closed for, with title and why, and none of the others', async () => {
    const room = await newsroom(await open())
    const [good, bad] = [await room.bring({ title: 'God', text: hundred }), await room.bring({ title: 'Dålig' })]
    await flag(room, bad.translationId, 'critical')
    const bases = new Map([good, bad].map(({ translationId }) => [translationId, 0]))
    const action = { kind: 'state', state: 'approved', bases } as const
    const articleIds = [bad.articleId, good.articleId]
    const results = await changeMany(room.deps, { person: room.anna, articleIds, action })
    expect(results.map(({ title, problem }) => [title, problem?.code, problem?.values['critical']])).toEqual([
      ['Dålig', 'gate-closed', 1],
      ['', undefined, undefined],
    ])
    expect(await stateOf(room, good.translationId)).toBe('approved')
    const again = { person: room.anna, articleIds: [bad.articleId], action: { ...action, reason: 'Ändå.' } }
    expect((await changeMany(room.deps, again)).map(({ problem }) => problem)).toEqual([null])
    expect(await lastEvent(room, bad.articleId, bad.translationId)).toMatchObject({ reason: 'Ändå.' })
  })
})

describe('a gate', () => {
  const settings = qualitySettings.parse({})
  const error = (severity: Severity, comment = ''): Weighed => ({
    category: 'accuracy/mistranslation',
    severity,
    comment,
  })

  test('has no score without words, and does not fail by it', () => {
    expect(judgeGate([error('major')], '😀 …', settings, null)).toEqual({
      closed: false,
      critical: 0,
      score: null,
      threshold: 95,
      findings: 0,
      checks: [],
    })
    expect(judgeGate([error('critical')], '', settings, null)).toMatchObject({ closed: true, critical: 1, score: null })
  })

  test('weighs a flag by the name that another program gave it', () => {
    const named = errorOfNames({ category: 'Non-translation!', severity: 'Major' })
    const comment = 'Category: Non-translation! (Major)'
    const score = (flag: Weighed) => judgeGate([flag], hundred, qualitySettings.parse({ weights: 'wmt' }), null).score
    expect([score({ ...named, comment }), score({ ...named, comment: '' })]).toEqual([75, 95])
  })

  test('is open at the threshold itself and closed just below, whatever binary fractions make of it', () => {
    const words = (n: number) => 'ord '.repeat(n)
    const weighs = (minor: number, threshold: number) =>
      qualitySettings.parse({ weights: 'own', own: { severities: { neutral: 0, minor, major: 100, critical: 100 } }, threshold })
    const closed = (flags: number, n: number, minor: number, threshold: number) =>
      judgeGate(Array.from({ length: flags }, () => error('minor')), words(n), weighs(minor, threshold), null).closed
    expect([closed(5, 100, 1, 95), closed(6, 100, 1, 95), closed(5, 99, 1, 95)]).toEqual([false, true, true])
    // 3 · 0.1 is more than 0.3 in binary, and 1.1 · 100 more than 110
    expect([closed(3, 3, 0.1, 90), closed(1, 11, 1.1, 90), closed(7, 7, 0.1, 90)]).toEqual([false, false, false])
    expect([closed(0, 1, 1, 100), closed(1, 1000, 0, 100), closed(1, 1000, 0.001, 100)]).toEqual([false, false, true])
    expect([closed(1, 1, 100, 0), closed(1, 1, 1, 0)]).toEqual([true, false])
  }) // prettier-ignore

  test('tells no score as if it reached the threshold', () => {
    expect([94.999, 94.9999999, 95, 93.129, -3.001].map(toldScore)).toEqual([94.99, 94.99, 95, 93.12, -3.01])
  })

  test('tells a score of two decimals as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 10_000 }), n => expect(toldScore(n / 100)).toBe(n / 100)),
      { numRuns: 1000 },
    )
  })
})
