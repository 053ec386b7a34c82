import { discardDraft, keepDraft } from '../../../src/app/desk/keep-draft.ts'
import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { changeBetween, changeJson } from '../../../src/text/change.ts'
import type { DraftRequest } from '../../../src/wire/save.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, testDesk, type TestDesk } from '../desk.ts'

const mt = 'En stor hund springer fort.'

const request = (from: string, to: string, more: Partial<DraftRequest> = {}): DraftRequest => ({
  base: 0,
  change: changeJson(changeBetween(from, to)) as DraftRequest['change'],
  flags: [],
  reasons: [],
  ...more,
})

const keep = (desk: TestDesk, tab: string, to: string, more: Partial<DraftRequest> = {}) =>
  keepDraft(desk.deps, { translationId: desk.translationId, browser: 'browser-1', tab }, request(mt, to, more))

const drafts = async (desk: TestDesk, browser = 'browser-1') =>
  (await openDesk(desk.deps, { translationId: desk.translationId, browser })).drafts

forEachStore('a draft', open => {
  test('is kept by browser and tab, the later over the earlier, newest first, with its flags', async () => {
    const desk = await testDesk(await open(), mt)
    await keep(desk, 'tab-1', `${mt} Och`)
    await keep(desk, 'tab-2', `Så: ${mt}`)
    const flag = flagOn(`${mt} Och så`, 'Och')
    await keep(desk, 'tab-1', `${mt} Och så`, { flags: [flag] })
    const kept = await drafts(desk)
    expect(kept.map(draft => draft.tab)).toEqual(['tab-1', 'tab-2'])
    expect(kept[0]).toMatchObject({
      base: 0,
      change: request(mt, `${mt} Och så`).change,
      flags: [flag],
      baseText: null,
    })
    expect(await drafts(desk, 'browser-2')).toEqual([])
    expect((await openDesk(desk.deps, { articleId: desk.articleId, browser: 'browser-1' })).drafts).toEqual(kept)
    expect((await desk.open()).drafts).toEqual([])
  })

  test('whose base is no longer the head is offered with the text it started from', async () => {
    const desk = await testDesk(await open(), mt)
    await keep(desk, 'tab-1', mt.replace('fort', 'sakta'))
    await desk.save(desk.bo, mt.replace('stor', 'liten'))
    expect(await drafts(desk)).toMatchObject([{ base: 0, baseText: mt }])
  })

  test('goes with the save of its tab, in the same moment; those of other tabs stay', async () => {
    const desk = await testDesk(await open(), mt)
    await keep(desk, 'tab-1', mt.replace('fort', 'sakta'))
    await keep(desk, 'tab-2', mt.replace('stor', 'liten'))
    await desk.save(desk.anna, mt.replace('fort', 'sakta'), { browser: 'browser-1', tab: 'tab-1' })
    expect((await drafts(desk)).map(draft => draft.tab)).toEqual(['tab-2'])
  })

  test('goes also with a save that changes nothing', async () => {
    const desk = await testDesk(await open(), mt)
    await keep(desk, 'tab-1', `${mt}!`)
    await desk.save(desk.anna, mt, { browser: 'browser-1', tab: 'tab-1' })
    expect(await drafts(desk)).toEqual([])
  })

  test('kept while its tab was saving stays: those words are in no revision yet', async () => {
    const desk = await testDesk(await open(), mt)
    const store = desk.deps.store
    const late = { ...desk, deps: { ...desk.deps, store } }
    const transaction = store.transaction.bind(store)
    let kept = false
    const slow: typeof store = {
      ...store,
      db: store.db,
      transaction: async work => {
        if (!kept) {
          kept = true
          await keep(late, 'tab-1', `${mt} Mer`)
        }
        return transaction(work)
      },
    }
    const { revise } = await import('../../../src/app/revisions/revise.ts')
    const author = { person: desk.anna, translationId: desk.translationId, browser: 'browser-1' }
    const { change } = request(mt, mt.replace('stor', 'liten'))
    const save = { base: 0, change, key: 'key-of-this', summary: '', reasons: [], flags: [], tab: 'tab-1' }
    expect(await revise({ ...desk.deps, store: slow }, author, save)).toMatchObject({ status: 'saved' })
    expect(await drafts(desk)).toMatchObject([{ base: 0, change: request(mt, `${mt} Mer`).change }])
  })

  test('of a text that is its base again is none', async () => {
    const desk = await testDesk(await open(), mt)
    await keep(desk, 'tab-1', `${mt}!`)
    await keep(desk, 'tab-1', mt, { change: [[2, 'En'], mt.length - 2] })
    expect(await drafts(desk)).toEqual([])
  })

  test('is discarded when the person says so', async () => {
    const desk = await testDesk(await open(), mt)
    await keep(desk, 'tab-1', `${mt}!`)
    await discardDraft(desk.deps, { translationId: desk.translationId, browser: 'browser-1', tab: 'tab-1' })
    expect(await drafts(desk)).toEqual([])
  })

  test('needs no name, but must fit its base and the limit', async () => {
    const desk = await testDesk(await open(), mt)
    await expect(keep(desk, 't', mt, { change: [3] })).rejects.toMatchObject({ code: 'change-misfit' })
    await expect(keep(desk, 't', mt, { base: 4 })).rejects.toMatchObject({ code: 'revision-unknown' })
    await expect(keep(desk, 't', mt, { flags: [{ ...flagOn(mt, 'stor'), to: 999 }] })).rejects.toMatchObject({
      code: 'flag-misfit',
    })
    const small = { ...desk, deps: { ...desk.deps, limits: { ...desk.deps.limits, textBytes: 30 } } }
    await expect(keep(small, 't', `${mt} ${mt}`)).rejects.toMatchObject({
      code: 'text-too-large',
      values: { limit: '0.00003 MB', size: '0.000055 MB' },
    })
    expect(await drafts(desk)).toEqual([])
  })

  test('of an article in the archive is kept; of a purged one refused', async () => {
    const desk = await testDesk(await open(), mt)
    const filing = { person: desk.anna, articleId: desk.articleId }
    await archiveArticle(desk.deps, filing)
    await keep(desk, 't', `${mt}!`)
    await purgeArticle(desk.deps, filing)
    await expect(keep(desk, 't', `${mt}!`)).rejects.toMatchObject({ code: 'translation-unknown' })
  })
})
