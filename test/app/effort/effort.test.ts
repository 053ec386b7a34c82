/** What work costs: kept as browsers tell it, summed up, deleted. */
import fc from 'fast-check'
import { leastTimed } from '../../../src/app/effort/effort-figures.ts'
import { effortOfSet, effortOfTranslation } from '../../../src/app/effort/effort-of.ts'
import { effortCsv } from '../../../src/app/effort/export-effort.ts'
import { effortKept, forgetEffort } from '../../../src/app/effort/forget-effort.ts'
import { keepEffort, keysASecond, onTheWay, unheard } from '../../../src/app/effort/keep-effort.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { qualitySetting } from '../../../src/app/gate/quality-settings.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import type { Deps } from '../../../src/app/deps.ts'
import { sittingById } from '../../../src/store/effort.ts'
import { newId } from '../../../src/store/id.ts'
import { writeSetting } from '../../../src/store/settings.ts'
import type { EffortRequest } from '../../../src/wire/effort.ts'
import type { About } from '../../../src/wire/quality-report.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { testDesk } from '../desk.ts'
import { newsroom, problemOf } from '../newsroom.ts'

const everything: About = { system: null, from: null, to: null, states: 'all', language: null }
const minute = 60_000

const sums = (more: Partial<EffortRequest> = {}): EffortRequest => ({
  sitting: newId(), activeMs: 2 * minute, openMs: 5 * minute, keystrokes: 40, elapsedMs: 6 * minute, ...more,
}) // prettier-ignore
const opening = (sitting: string): EffortRequest =>
  sums({ sitting, activeMs: 0, openMs: 0, keystrokes: 0, elapsedMs: 0 })

type Asked = Parameters<typeof keepEffort>[1]

/** A page that tells of its opening, and then, once that much time has passed here, what it has come to. */
async function sat(deps: Deps, asked: Asked, request: EffortRequest): Promise<unknown> {
  const now = deps.now()
  await keepEffort({ ...deps, now: () => now - request.elapsedMs }, asked, opening(request.sitting))
  return keepEffort({ ...deps, now: () => now }, asked, request)
}

const counting = ({ store }: Deps, effort: 'off' | 'articles' | 'persons'): Promise<void> =>
  writeSetting(store.db, qualitySetting, JSON.stringify({ effort }))

const mt = 'Polisen i Lower Sachsen varnar.\nDet är tio ord i den texten.'

forEachStore('effort', open => {
  test('of one sitting is its latest sums, in whatever order and however often they come', async () => {
    const { deps, translationId } = await testDesk(await open(), mt)
    const sitting = newId()
    const later = sums({ sitting, activeMs: 3 * minute, openMs: 9 * minute, keystrokes: 70, elapsedMs: 9 * minute })
    await sat(deps, { translationId, person: null }, later)
    for (const request of [sums({ sitting }), opening(sitting), later, sums({ sitting })])
      expect(await keepEffort(deps, { translationId, person: null }, request)).toEqual({ kept: true })
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({
      ...{ sittings: 1, activeMs: 3 * minute, openMs: 9 * minute, keystrokes: 70 },
    })
    await sat(deps, { translationId, person: null }, sums())
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ sittings: 2, activeMs: 5 * minute })
  })

  test('of any reports, in any order, again and again, is what a person can have done, and no more than the greatest', async () => {
    const { deps, translationId } = await testDesk(await open(), mt)
    const start = deps.now()
    const wholes = fc.integer({ min: 0, max: 40 * 24 * 60 * minute })
    const report = fc.record({ at: fc.integer({ min: 0, max: 60 * minute }), keys: fc.nat(10_000_000), times: fc.tuple(wholes, wholes, wholes) }) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 8 }), async reports => {
        const sitting = newId()
        for (const { at, keys, times } of reports) {
          const [activeMs, openMs, elapsedMs] = times.toSorted((a, b) => a - b) as [number, number, number]
          const now = (): number => start + at
          const request = { sitting, activeMs, openMs, elapsedMs, keystrokes: keys }
          await keepEffort({ ...deps, now }, { translationId, person: null }, request)
          await keepEffort({ ...deps, now }, { translationId, person: null }, request)
        }
        const kept = await sittingById(deps.store.db, sitting)
        const most = Math.max(...reports.map(({ at }) => at)) - reports[0]!.at
        expect(kept?.open_ms).toBeLessThanOrEqual(Math.max(0, most) + unheard + onTheWay)
        expect(kept?.active_ms).toBeLessThanOrEqual(kept?.open_ms ?? 0)
        expect(kept?.keystrokes).toBeLessThanOrEqual(keysASecond * Math.ceil((kept?.active_ms ?? 0) / 1000))
        expect(kept?.keystrokes).toBeLessThanOrEqual(Math.max(...reports.map(({ keys }) => keys)))
      }),
      { numRuns: 40, seed: 6 },
    )
  })

  test('is believed no further than the clock here has gone on since it was first heard of', async () => {
    const { deps, translationId } = await testDesk(await open(), mt)
    const start = deps.now()
    const sitting = newId()
    const keepAt = (at: number, request: EffortRequest) =>
      keepEffort({ ...deps, now: () => start + at }, { translationId, person: null }, request)
    const kept = async () => {
      const row = await sittingById(deps.store.db, sitting)
      return [row?.active_ms, row?.open_ms, row?.keystrokes]
    }
    // a month and ten million keys at once
    const month = 31 * 24 * 60 * minute
    const boast = sums({ sitting, activeMs: month, openMs: month, elapsedMs: month, keystrokes: 10_000_000 })
    await keepAt(0, boast)
    expect(await kept()).toEqual([unheard + onTheWay, unheard + onTheWay, 95 * keysASecond])
    await keepAt(minute, boast)
    expect((await kept())[0]).toBe(minute + unheard + onTheWay)
    // this machine's clock is set back: nothing is lost, and nothing comes
    await keepAt(-60 * minute, boast)
    expect((await kept())[0]).toBe(minute + unheard + onTheWay)
  })

  test('a page that is told to be open, and not seen yet, is no sitting', async () => {
    const { deps, translationId } = await testDesk(await open(), mt)
    await keepEffort(deps, { translationId, person: null }, opening(newId()))
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ sittings: 0, activeMs: null })
    expect((await effortOfSet(deps, { about: everything })).all).toMatchObject({
      sittings: 0,
      translations: 0,
      words: 0,
    })
    expect((await effortKept(deps)).any).toBe(true)
  })

  test('of a page whose opening was not heard is whole, for its first minute', async () => {
    const { deps, translationId } = await testDesk(await open(), mt)
    const first = { activeMs: minute, openMs: 75_000, elapsedMs: 75_000, keystrokes: 200 }
    await keepEffort(deps, { translationId, person: null }, sums(first))
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ activeMs: minute, openMs: 75_000 })
  })

  test('that nobody measured is null, and no rate is told before the house is through', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, translationId, articleId, anna } = desk
    expect(await effortOfTranslation(deps, { articleId })).toEqual({
      ...{ sittings: 0, activeMs: null, openMs: null, keystrokes: null },
      ...{ translations: 0, words: 12, editsPerThousand: null, wordsPerHour: null },
    })
    await desk.save(anna, mt.replace('Lower Sachsen', 'Niedersachsen'))
    await sat(deps, { translationId, person: null }, sums())
    expect(await effortOfTranslation(deps, { articleId })).toMatchObject({ editsPerThousand: null, wordsPerHour: null })
    await setState(deps, { person: anna, translationId, state: 'corrected' })
    // one substitution and one deletion; two minutes are too few for a pace
    expect(await effortOfTranslation(deps, { articleId })).toMatchObject({
      editsPerThousand: (1000 * 2) / 12,
      wordsPerHour: null,
    })
  })

  test('has a pace from five active minutes on, of an article, a month and all alike', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, translationId, anna } = desk
    await setState(deps, { person: anna, translationId, state: 'corrected' })
    const paces = async () => {
      const report = await effortOfSet(deps, { about: everything })
      const figures = [await effortOfTranslation(deps, { translationId }), report.all, ...report.rows.map(row => row.figures)] // prettier-ignore
      const csv = effortCsv(report).trimEnd().split('\r\n').slice(1)
      return [figures.map(({ wordsPerHour }) => wordsPerHour), csv.map(line => line.split(',').at(-1))]
    }
    const sitting = newId()
    // opened for a glance, long after
    await sat(deps, { translationId, person: null }, sums({ sitting, activeMs: 2000 }))
    const none = [
      [null, null, null],
      ['', ''],
    ]
    expect(await paces()).toEqual(none)
    await sat(deps, { translationId, person: null }, sums({ sitting, activeMs: leastTimed - 1, openMs: leastTimed }))
    expect(await paces()).toEqual(none)
    await sat(deps, { translationId, person: null }, sums({ sitting, activeMs: leastTimed, openMs: leastTimed }))
    // twelve words in five minutes
    expect(await paces()).toEqual([
      [144, 144, 144],
      ['144', '144'],
    ])
  })

  test('of a text that was only looked at is in no pace: its words were not read then', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, translationId, anna } = desk
    const five = { activeMs: leastTimed, openMs: leastTimed }
    const paceOf = async (id: string) => (await effortOfTranslation(deps, { translationId: id })).wordsPerHour
    await desk.save(anna, mt.replace('Lower Sachsen', 'Niedersachsen'))
    await setState(deps, { person: anna, translationId, state: 'corrected' })
    // a year later
    const later = { ...deps, now: () => deps.now() + 365 * 24 * 60 * minute }
    await sat(later, { translationId, person: null }, sums(five))
    expect([await paceOf(translationId), (await effortOfSet(deps, { about: everything })).all.wordsPerHour]).toEqual([null, null]) // prettier-ignore
    // what was corrected meanwhile has one
    await sat(deps, { translationId, person: null }, sums(five))
    expect(await paceOf(translationId)).toBe(72)
  })

  test('that contradicts itself is refused; what is over by rounding is taken as the most it can be', async () => {
    const { deps, translationId, anna } = await testDesk(await open(), mt)
    const keep = (more: Partial<EffortRequest>) => sat(deps, { translationId, person: anna }, sums(more))
    const impossible = async (more: Partial<EffortRequest>) => {
      const { code, values } = await problemOf(keep(more))
      return `${code} ${values['what']}`
    }
    expect(await impossible({ activeMs: 8 * minute })).toBe('effort-impossible activeMs')
    expect(await impossible({ openMs: 8 * minute })).toBe('effort-impossible openMs')
    const sitting = newId()
    await keep({ sitting })
    const { translationId: other } = await testDesk(deps.store, mt, { title: 'En annan' })
    const moved = await problemOf(keepEffort(deps, { translationId: other, person: anna }, sums({ sitting })))
    expect(moved.values['what']).toBe('sitting')
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ sittings: 1, openMs: 5 * minute })
    await keep({ activeMs: 300_400, openMs: 300_200, elapsedMs: 300_000 })
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ activeMs: 420_200, openMs: 600_200 })
  })

  test('is not kept where the house does not count it', async () => {
    const { deps, translationId, anna } = await testDesk(await open(), mt)
    await counting(deps, 'off')
    expect(await sat(deps, { translationId, person: anna }, sums())).toEqual({ kept: false })
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ sittings: 0, activeMs: null })
  })

  test('has names only where the house counts by person, and is told by person only where asked', async () => {
    const { deps, translationId, anna, bo } = await testDesk(await open(), mt)
    const sitting = newId()
    await sat(deps, { translationId, person: bo }, sums())
    await counting(deps, 'persons')
    for (const person of [null, bo, anna]) await sat(deps, { translationId, person }, sums({ sitting }))
    await sat(deps, { translationId, person: anna }, sums({ activeMs: 1, keystrokes: 0 }))
    expect((await effortOfSet(deps, { about: everything })).persons).toBeNull()
    // by name, whoever was faster; the first who was known by name at a sitting stays
    const { persons } = await effortOfSet(deps, { about: everything, persons: true })
    expect(persons?.map(({ name, sittings, activeMs }) => [name, sittings, activeMs])).toEqual([
      ['Anna Ek', 1, 1],
      ['Bo Ås', 1, 2 * minute],
      [null, 1, 2 * minute],
    ])
    await counting(deps, 'articles')
    expect((await effortOfSet(deps, { about: everything, persons: true })).persons).toBeNull()
    await sat(deps, { translationId, person: bo }, sums({ sitting }))
    await counting(deps, 'persons')
    const after = await effortOfSet(deps, { about: everything, persons: true })
    expect(after.persons?.map(({ name, sittings }) => [name, sittings])).toEqual([
      ['Anna Ek', 1],
      [null, 2],
    ])
  })

  test('of a set is told by month and system, and as CSV', async () => {
    const { deps, bring } = await newsroom(await open())
    const texts = { a: 'Ett två tre.', b: 'Fyra fem.', c: 'Sex.' }
    const [first, second] = [
      await bring({ title: 'A', text: texts.a, system: 'x' }),
      await bring({ title: 'B', text: texts.b, system: 'y' }),
    ]
    await bring({ title: 'C', text: texts.c, system: 'x' })
    for (const { translationId } of [first, first, second]) await sat(deps, { translationId, person: null }, sums())
    const report = await effortOfSet(deps, { about: everything })
    expect(
      report.rows.map(({ month, system, figures: f }) => [month, system, f.sittings, f.translations, f.words]),
    ).toEqual([
      ['2026-01', 'x', 2, 1, 3],
      ['2026-01', 'y', 1, 1, 2],
    ])
    expect(report.all).toMatchObject({
      sittings: 3,
      activeMs: 6 * minute,
      translations: 2,
      words: 5,
      wordsPerHour: null,
    })
    const one = await effortOfSet(deps, { about: { ...everything, system: 'y' } })
    expect(one.all).toMatchObject({ sittings: 1, words: 2 })
    expect((await effortOfSet(deps, { about: { ...everything, to: '2025-12' } })).all.sittings).toBe(0)
    expect(effortCsv(report).split('\r\n').slice(0, 4)).toEqual([
      '\uFEFFpart,month,system,person,sittings,active_seconds,open_seconds,keystrokes,translations,words,edits_per_1000_words,words_per_hour',
      'all,,,,3,360,900,120,2,5,,',
      'month and system,2026-01,x,,2,240,600,80,1,3,,',
      'month and system,2026-01,y,,1,120,300,40,1,2,,',
    ])
  })

  test('is deleted for all articles by a person, which is remembered, and goes with a purged article', async () => {
    const { deps, translationId, articleId, anna } = await testDesk(await open(), mt)
    expect(await effortKept(deps)).toEqual({ any: false, forgotten: null })
    await sat(deps, { translationId, person: null }, sums())
    expect((await problemOf(forgetEffort(deps, null))).code).toBe('name-missing')
    expect(await forgetEffort(deps, anna)).toBe(1)
    expect(await effortOfTranslation(deps, { translationId })).toMatchObject({ sittings: 0, keystrokes: null })
    expect(await effortKept(deps)).toMatchObject({ any: false, forgotten: { person: 'Anna Ek' } })
    await sat(deps, { translationId, person: null }, sums())
    await purgeArticle(deps, { person: anna, articleId })
    expect(await deps.store.db.selectFrom('effort').selectAll().execute()).toEqual([])
    expect((await problemOf(keepEffort(deps, { translationId, person: null }, sums()))).code).toMatch(
      /-(unknown|purged)$/,
    )
  })
})
