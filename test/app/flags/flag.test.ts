import { confirmFlagPlace } from '../../../src/app/flags/confirm-flag-place.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { editFlag } from '../../../src/app/flags/edit-flag.ts'
import { flagStory } from '../../../src/app/flags/flag-story.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { reopenFlag } from '../../../src/app/flags/reopen-flag.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { withdrawFlag } from '../../../src/app/flags/withdraw-flag.ts'
import { newId } from '../../../src/store/id.ts'
import type { FlagView, NewFlag } from '../../../src/wire/flag.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, testDesk, type TestDesk } from '../desk.ts'

const mt = 'LKA Lower Sachsen varnar för cannabiskarnival i Tyskland.'

const set = (desk: TestDesk, words: string, more: Partial<NewFlag> = {}): Promise<FlagView> =>
  setFlag(desk.deps, { person: desk.anna, articleId: desk.articleId }, { ...flagOn(mt, words), revision: 0, ...more })

const only = async (desk: TestDesk): Promise<FlagView> => {
  const [flag, ...more] = await flagsOf(desk.deps, desk.translationId)
  if (flag === undefined || more.length > 0) throw new Error(`${more.length} more`)
  return flag
}

const queueFlags = (desk: TestDesk) =>
  desk.deps.store.db
    .selectFrom('article')
    .select(['flags_neutral', 'flags_minor', 'flags_major', 'flags_critical', 'flags_weight'])
    .executeTakeFirstOrThrow()

forEachStore('a flag', open => {
  test('is set on words of the machine’s text, open, with who and when', async () => {
    const desk = await testDesk(await open(), mt)
    const flag = await set(desk, 'cannabiskarnival', {
      severity: 'major',
      comment: 'Vad menas?',
      suggestion: 'cannabisfest',
    })
    expect(flag).toMatchObject({
      author: 'Anna Ek',
      revision: 0,
      words: 'cannabiskarnival',
      severity: 'major',
      comment: 'Vad menas?',
      suggestion: 'cannabisfest',
      status: 'open',
      fixedBy: null,
      version: 1,
    })
    expect(await only(desk)).toEqual(flag)
    expect(await queueFlags(desk)).toEqual({
      flags_neutral: 0,
      flags_minor: 0,
      flags_major: 1,
      flags_critical: 0,
      flags_weight: 5,
    })
  })

  test('is set once, however often the same id is sent, also at once', async () => {
    const desk = await testDesk(await open(), mt)
    const id = newId()
    await Promise.all([1, 2, 3].map(() => set(desk, 'varnar', { id })))
    await set(desk, 'varnar', { id })
    expect((await only(desk)).id).toBe(id)
    expect((await flagStory(desk.deps, id)).events).toHaveLength(1)
  })

  test('may overlap others, and may be a point where something is missing', async () => {
    const desk = await testDesk(await open(), mt)
    await set(desk, 'Lower Sachsen')
    await set(desk, 'Sachsen varnar')
    const point = await set(desk, 'för', { to: mt.indexOf('för') })
    expect(point).toMatchObject({ words: '', status: 'open' })
    expect(await flagsOf(desk.deps, desk.translationId)).toHaveLength(3)
  })

  test('outside its text, or through a character, or without a name, is refused', async () => {
    const desk = await testDesk(await open(), 'Glad 😀.')
    const flag = { ...flagOn('Glad 😀.', '😀'), revision: 0 }
    const at = { person: desk.anna, articleId: desk.articleId }
    await expect(setFlag(desk.deps, at, { ...flag, to: 6 })).rejects.toMatchObject({ code: 'flag-misfit' })
    await expect(setFlag(desk.deps, at, { ...flag, to: 60 })).rejects.toMatchObject({ code: 'flag-misfit' })
    await expect(setFlag(desk.deps, at, { ...flag, revision: 3 })).rejects.toMatchObject({ code: 'revision-unknown' })
    await expect(setFlag(desk.deps, { ...at, person: null }, flag)).rejects.toMatchObject({ code: 'name-missing' })
    await expect(setFlag(desk.deps, { ...at, articleId: newId() }, flag)).rejects.toMatchObject({
      code: 'article-unknown',
    })
    expect(await flagsOf(desk.deps, desk.translationId)).toEqual([])
  })

  test('set on the machine’s text when the head is further on, stands at once where its words are', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('Lower Sachsen', 'Niedersachsen'))
    const fixed = await set(desk, 'Lower Sachsen')
    expect(fixed).toMatchObject({ revision: 0, status: 'fixed', fixedBy: 1, place: { from: 4, to: 17 } })
    const kept = await set(desk, 'Tyskland')
    const text = await desk.text()
    expect(text.slice(kept.place?.from, kept.place?.to)).toBe('Tyskland')
  })

  test('is fixed by the revision that changes its words, and its story names who saved it', async () => {
    const desk = await testDesk(await open(), mt)
    const { id } = await set(desk, 'cannabiskarnival')
    await desk.save(desk.bo, mt.replace('Tyskland', 'Tyskland i dag'))
    expect(await only(desk)).toMatchObject({ status: 'open' })
    await desk.save(desk.bo, mt.replace('cannabiskarnival', 'cannabisfest'), { summary: 'Fest' })
    expect(await only(desk)).toMatchObject({ status: 'fixed', fixedBy: 2, words: 'cannabiskarnival' })
    expect(await flagStory(desk.deps, id)).toMatchObject({
      articleId: desk.articleId,
      fixedBy: { number: 2, author: 'Bo Ås', summary: 'Fest' },
      events: [{ kind: 'set', person: 'Anna Ek' }],
    })
    expect(await queueFlags(desk)).toMatchObject({ flags_minor: 0, flags_weight: 0 })
  })

  test('at a point is fixed when text comes there', async () => {
    const desk = await testDesk(await open(), mt)
    const at = mt.indexOf('i Tyskland')
    await set(desk, 'Tyskland', { from: at, to: at })
    await desk.save(desk.bo, mt.replace('i Tyskland', 'i hela Tyskland'))
    expect(await only(desk)).toMatchObject({ status: 'open' })
    await desk.save(desk.bo, mt.replace('i Tyskland', 'nästa år i hela Tyskland'))
    expect(await only(desk)).toMatchObject({ status: 'fixed', fixedBy: 2 })
  })

  test('whose words are gone is orphaned; found again they are offered, and taken only when a person confirms', async () => {
    const desk = await testDesk(await open(), mt)
    const { id } = await set(desk, 'cannabiskarnival')
    await desk.save(desk.bo, mt.replace(' för cannabiskarnival', ''))
    expect(await only(desk)).toMatchObject({
      status: 'orphaned',
      place: null,
      words: 'cannabiskarnival',
      foundAgain: [],
    })
    const moved = 'Ett cannabiskarnival: ' + mt.replace(' för cannabiskarnival', '')
    await desk.save(desk.bo, moved)
    const found = await only(desk)
    expect(found).toMatchObject({ status: 'orphaned', place: null, foundAgain: [{ from: 4, to: 20 }] })
    const deed = { person: desk.bo, flagId: id, version: found.version }
    await expect(confirmFlagPlace(desk.deps, { ...deed, from: 0, to: 16 })).rejects.toMatchObject({
      code: 'flag-misfit',
    })
    const confirmed = await confirmFlagPlace(desk.deps, { ...deed, from: 4, to: 20 })
    expect(confirmed).toMatchObject({ status: 'open', revision: 2, from: 4, to: 20, place: { from: 4, to: 20 } })
    expect((await flagStory(desk.deps, id)).events.at(-1)).toMatchObject({
      kind: 'confirm-place',
      person: 'Bo Ås',
      detail: { before: { revision: 0 }, after: { revision: 2, from: 4, to: 20 } },
    })
  })

  test('that stands open is not to be moved by a confirmation', async () => {
    const desk = await testDesk(await open(), 'ett ord och ett ord')
    const at = { person: desk.anna, articleId: desk.articleId }
    const { id } = await setFlag(desk.deps, at, { ...flagOn('ett ord', 'ord'), revision: 0 })
    const deed = { person: desk.anna, flagId: id, from: 16, to: 19 }
    await expect(confirmFlagPlace(desk.deps, deed)).rejects.toMatchObject({ code: 'flag-misfit' })
  })

  test('is edited, dismissed with a reason, reopened, withdrawn and brought back: each is recorded', async () => {
    const desk = await testDesk(await open(), mt)
    const { id, version } = await set(desk, 'varnar')
    const deed = { person: desk.bo, flagId: id }
    const edit = { category: 'style/awkward', severity: 'critical' as const, comment: 'Hm', suggestion: 'varskor' }
    expect(await editFlag(desk.deps, deed, { ...edit, version })).toMatchObject({
      ...edit,
      version: 2,
      author: 'Anna Ek',
    })
    expect(await queueFlags(desk)).toMatchObject({ flags_critical: 1, flags_weight: 25 })
    const reason = 'Så säger man.'
    await expect(dismissFlag(desk.deps, { ...deed, reason: '  ' })).rejects.toMatchObject({ code: 'field-invalid' })
    expect(await dismissFlag(desk.deps, { ...deed, version: 2, reason })).toMatchObject({
      status: 'dismissed',
      dismissedReason: reason,
    })
    expect(await queueFlags(desk)).toMatchObject({ flags_critical: 0, flags_weight: 0 })
    expect(await reopenFlag(desk.deps, deed)).toMatchObject({ status: 'open', dismissedReason: '' })
    await withdrawFlag(desk.deps, deed)
    expect(await flagsOf(desk.deps, desk.translationId)).toEqual([])
    await desk.save(desk.anna, `Nu: ${mt}`)
    expect(await reopenFlag(desk.deps, deed)).toMatchObject({ status: 'open', place: { from: 22, to: 28 } })
    const { events } = await flagStory(desk.deps, id)
    expect(events.map(event => event.kind)).toEqual(['set', 'edit', 'dismiss', 'reopen', 'withdraw', 'reopen'])
    expect(events[1]).toMatchObject({
      person: 'Bo Ås',
      detail: { before: { severity: 'minor' }, after: { severity: 'critical' } },
    })
  })

  test('changed by two at once is changed by one of them; the other is told', async () => {
    const desk = await testDesk(await open(), mt)
    const { id, version } = await set(desk, 'varnar')
    const edit = { category: 'style/awkward', severity: 'minor' as const, suggestion: '', version }
    const edits = await Promise.allSettled(
      ['a', 'b'].map(comment => editFlag(desk.deps, { person: desk.bo, flagId: id }, { ...edit, comment })),
    )
    expect(edits.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await only(desk)).version).toBe(2)
  })

  test('that does not exist, or was withdrawn, is not changed', async () => {
    const desk = await testDesk(await open(), mt)
    const deed = { person: desk.bo, flagId: newId() }
    await expect(withdrawFlag(desk.deps, deed)).rejects.toMatchObject({ code: 'flag-unknown' })
    await expect(flagStory(desk.deps, deed.flagId)).rejects.toMatchObject({ code: 'flag-unknown' })
    const { id } = await set(desk, 'varnar')
    await withdrawFlag(desk.deps, { ...deed, flagId: id })
    await expect(dismissFlag(desk.deps, { ...deed, flagId: id, reason: 'x' })).rejects.toMatchObject({
      code: 'flag-unknown',
    })
  })

  test('among hundreds goes to its new place with every save', async () => {
    const words = Array.from({ length: 500 }, (_, i) => `ord${i}`)
    const text = words.join(' ')
    const desk = await testDesk(await open(), text)
    await desk.save(desk.anna, text, {
      flags: words.map(word => flagOn(`${text} `, `${word} `, {})).map(flag => ({ ...flag, to: flag.to - 1 })),
    })
    await desk.save(desk.bo, `Först ${text}`)
    const { head, flags } = await desk.open()
    expect(flags.map(flag => head.text.slice(flag.place?.from, flag.place?.to))).toEqual(words)
  })
})
