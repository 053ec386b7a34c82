import { deleteDraftKeptBy, deleteDraftOf, draftsOf, putDraft } from '../../src/store/drafts.ts'
import {
  eventsOfFlag,
  flagById,
  flagsOfTranslation,
  insertFlag,
  insertFlagEvent,
  updateFlag,
  updatePlaces,
} from '../../src/store/flags.ts'
import { newId } from '../../src/store/id.ts'
import { testDesk, type TestDesk } from '../app/desk.ts'
import { forEachStore } from '../contracts/stores.ts'

const flagRow = (desk: TestDesk, id = newId()) => ({
  id,
  translation_id: desk.translationId,
  layer: 'shared',
  author_id: desk.bo.id,
  revision: 0,
  span_from: 0,
  span_to: 1,
  words: 'a',
  category: 'style/awkward',
  severity: 'minor',
  comment: '',
  suggestion: '',
  created_at: 1000,
  updated_at: 1000,
  dismissed_at: null,
  dismissed_reason: '',
  withdrawn_at: null,
  version: 1,
  place: '{}',
})

forEachStore('flags in the store', open => {
  test('are read with their author’s name; those withdrawn only by their id', async () => {
    const desk = await testDesk(await open(), 'abc')
    const { db } = desk.deps.store
    const [one, two] = [flagRow(desk), flagRow(desk)]
    await insertFlag(db, one)
    await insertFlag(db, two)
    expect(await updateFlag(db, two.id, 1, { withdrawn_at: 2000 })).toBe(true)
    expect(await flagsOfTranslation(db, desk.translationId)).toEqual([{ ...one, author: 'Bo Ås' }])
    expect(await flagById(db, two.id)).toMatchObject({ withdrawn_at: 2000, version: 2 })
    expect(await updateFlag(db, two.id, 1, { comment: 'för sent' })).toBe(false)
  })

  test('get their places many at once, and no new version by it', async () => {
    const desk = await testDesk(await open(), 'abc')
    const { db } = desk.deps.store
    const ids = Array.from({ length: 450 }, () => newId())
    for (const id of ids) await insertFlag(db, flagRow(desk, id))
    await updatePlaces(db, new Map(ids.slice(1).map((id, i) => [id, `{"n":${i}}`])))
    await updatePlaces(db, new Map())
    const rows = await flagsOfTranslation(db, desk.translationId)
    expect(rows.map(row => row.place)).toEqual(['{}', ...ids.slice(1).map((_, i) => `{"n":${i}}`)])
    expect(new Set(rows.map(row => row.version))).toEqual(new Set([1]))
  })

  test('keep all that happened to them, oldest first', async () => {
    const desk = await testDesk(await open(), 'abc')
    const { db } = desk.deps.store
    const flag = flagRow(desk)
    await insertFlag(db, flag)
    const event = { flag_id: flag.id, translation_id: desk.translationId, person_id: desk.anna.id, detail: '{}' }
    await insertFlagEvent(db, { ...event, id: newId(), at: 2, kind: 'edit' })
    await insertFlagEvent(db, { ...event, id: newId(), at: 1, kind: 'set' })
    const events = await eventsOfFlag(db, flag.id)
    expect(events.map(({ kind, person }) => [kind, person])).toEqual([
      ['set', 'Anna Ek'],
      ['edit', 'Anna Ek'],
    ])
  })
})

forEachStore('drafts in the store', open => {
  test('are one a tab, and go only as far as they are the one meant', async () => {
    const { deps, translationId } = await testDesk(await open(), 'abc')
    const { db } = deps.store
    const draft = {
      translation_id: translationId,
      browser: 'b',
      tab: 't',
      base_number: 0,
      change: '[3]',
      flags: '[]',
      updated_at: 10,
    }
    const key = { translationId, browser: 'b', tab: 't' }
    await putDraft(db, draft)
    await putDraft(db, { ...draft, change: '[3,[0,"d"]]', updated_at: 20 })
    expect((await draftsOf(db, translationId, 'b')).map(row => row.change)).toEqual(['[3,[0,"d"]]'])
    await deleteDraftKeptBy(db, key, 19)
    await deleteDraftOf(db, key, 0, '[3]')
    await deleteDraftOf(db, key, 1, '[3,[0,"d"]]')
    expect(await draftsOf(db, translationId, 'b')).toHaveLength(1)
    await deleteDraftKeptBy(db, key, 20)
    expect(await draftsOf(db, translationId, 'b')).toEqual([])
  })
})
