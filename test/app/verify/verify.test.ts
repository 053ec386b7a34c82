import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, newKey, testDesk } from '../desk.ts'
import { keptStore } from '../kept.ts'

forEachStore('verifying', open => {
  test('finds nothing wrong with what was saved, restored, undone and flagged', async () => {
    const store = await open()
    const desk = await keptStore(store)
    const { deps, anna, bo, translationId } = desk
    const which = { translationId, key: '', person: bo }
    await undoRevision(deps, { ...which, revision: 1, key: newKey() })
    await desk.save(anna, (await desk.text()).replace('fler', 'flera'))
    await restoreRevision(deps, { ...which, revision: 1, key: newKey() })
    await desk.save(bo, (await desk.text()).replace('dag', 'natt'), {
      flags: [flagOn((await desk.text()).replace('dag', 'natt'), 'natt')],
    })
    await undoRevision(deps, { ...which, revision: 3, key: newKey() })
    expect(await verifyStore({ store })).toMatchObject({ articles: 1, broken: [] })
  })

  /** Each a way to spoil the store behind the program's back, where it is found, and a word of what is said. */
  const spoilings: readonly [string, number, string, (sql: Spoil) => Promise<unknown>][] = [
    ['the text of the machine translation', 0, 'machine translation', s => s.db.updateTable('snapshot').set({ text: 'x' }).where('number', '=', 0).execute()],
    ['a hash', 1, 'another hash', s => s.db.updateTable('revision').set({ hash: 'f00' }).where('number', '=', 1).execute()],
    ['a change that does not fit', 1, 'cannot be applied', s => s.db.updateTable('revision').set({ change: '[3]' }).where('number', '=', 1).execute()],
    ['a change that is none', 2, 'cannot be applied', s => s.db.updateTable('revision').set({ change: '{' }).where('number', '=', 2).execute()],
    ['a revision gone', 2, 'are missing', s => s.db.deleteFrom('revision').where('number', '=', 1).execute()],
    ['the last revision gone', 1, 'head is to be revision 2', s => s.db.deleteFrom('revision').where('number', '=', 2).execute()],
    ['the text of the head', 2, 'text of the head', s => s.db.updateTable('translation').set({ head_text: 'x' }).execute()],
    ['the hash of the head', 2, 'head has another hash', s => s.db.updateTable('translation').set({ head_hash: 'x' }).execute()],
    ['the words of a flag', 0, 'other words', s => s.db.updateTable('flag').set({ words: 'oj' }).where('words', '=', 'varnar').execute()],
    ['the place of a flag', 2, 'is kept at', s => s.db.updateTable('flag').set({ place: '{"state":"open","from":0,"to":3}' }).where('words', '=', 'varnar').execute()],
    ['a place that cannot be read', 2, 'cannot be derived', s => s.db.updateTable('flag').set({ place: '{' }).where('words', '=', 'varnar').execute()],
    ['what the queue counts', 2, 'the queue has words', s => s.db.updateTable('article').set({ words: 1 }).execute()],
    ['open flags in the queue', 2, 'the queue has flags_minor 9', s => s.db.updateTable('article').set({ flags_minor: 9 }).execute()],
    ['the state in the queue', 2, 'the queue has state new, not approved', s => s.db.updateTable('article').set({ state: 'new' }).execute()],
    ['a correction gone', 2, 'do not make the text', s => s.db.deleteFrom('correction').where('mt_from', '=', 4).execute()],
    ['the place of a correction', 2, 'other words than stand there', s => s.db.updateTable('correction').set({ mt_from: 3 }).where('mt_from', '=', 4).execute()],
    ['the revision of a correction', 2, 'said to be of revision 9', s => s.db.updateTable('correction').set({ revision: 9 }).execute()],
    ['the article of a correction', 2, "another article's", s => s.db.updateTable('correction').set({ article_id: 'x' }).execute()],
    ['the translation of an article', 0, 'no such translation', s => s.db.updateTable('article').set({ translation_id: 'none' }).execute()],
  ] // prettier-ignore
  type Spoil = Awaited<ReturnType<typeof open>>

  test.each(spoilings)('names it: %s', async (_what, number, why, spoil) => {
    const store = await open()
    const { articleId } = await keptStore(store)
    await spoil(store)
    const { broken } = await verifyStore({ store })
    expect(broken).toContainEqual(
      expect.objectContaining({ articleId, number, why: expect.stringContaining(why) as string }),
    )
  })

  test('names a pair that counts other corrections than it has', async () => {
    const store = await open()
    await keptStore(store)
    await store.db.updateTable('pair').set({ corrections: 7 }).execute()
    const { broken } = await verifyStore({ store })
    expect(broken).toMatchObject([
      { articleId: '', why: expect.stringContaining('7 corrections in 1 articles, not 1 in 1') as string },
    ])
  })

  test('a fault does not hide what stands beyond the next snapshot', async () => {
    const store = await open()
    const desk = await testDesk(store, 'Början.')
    await desk.save(desk.anna, 'Början.', { flags: [flagOn('Början.', 'Början')] })
    for (let base = 0; base < 203; base++) await desk.save(desk.anna, `Början.\nRad ${base}`, { base })
    expect(await verifyStore({ store })).toEqual({ articles: 1, revisions: 203, broken: [] })
    await store.db.updateTable('revision').set({ hash: 'bad' }).where('number', 'in', [3, 202]).execute()
    const { broken } = await verifyStore({ store })
    expect(broken.map(b => b.number)).toEqual([3, 202])
  })
})
