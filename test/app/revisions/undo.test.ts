import { authorship } from '../../../src/app/revisions/authorship.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, newKey, numberOf, testDesk, type TestDesk } from '../desk.ts'

const mt = 'En stor hund springer fort över ängen.'

const undo = (desk: TestDesk, revision: number) =>
  undoRevision(desk.deps, { person: desk.bo, articleId: desk.articleId, revision, key: newKey() })

forEachStore('undoing a revision', open => {
  test('in the middle takes back its change alone', async () => {
    const desk = await testDesk(await open(), mt)
    const first = mt.replace('stor', 'liten')
    await desk.save(desk.anna, first)
    await desk.save(desk.bo, first.replace('fort', 'mycket sakta'))
    expect(numberOf(await undo(desk, 1))).toBe(3)
    expect(await desk.text()).toBe('En stor hund springer mycket sakta över ängen.')
    const row = await desk.deps.store.db
      .selectFrom('revision')
      .select('undoes')
      .where('number', '=', 3)
      .executeTakeFirst()
    expect(row?.undoes).toBe(1)
    const { origins } = await authorship(desk.deps, { articleId: desk.articleId })
    expect(new Set(origins.map(origin => origin.revision))).toEqual(new Set([0, 2]))
  })

  test('opens again the flags it had fixed, and undoing that fixes them again', async () => {
    const desk = await testDesk(await open(), mt)
    await setFlag(desk.deps, { person: desk.anna, articleId: desk.articleId }, { ...flagOn(mt, 'stor'), revision: 0 })
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.bo, mt.replace('stor', 'liten').replace('fort', 'sakta'))
    const status = async () => (await flagsOf(desk.deps, desk.translationId)).map(flag => [flag.status, flag.fixedBy])
    expect(await status()).toEqual([['fixed', 1]])
    await undo(desk, 1)
    expect(await status()).toEqual([['open', null]])
    await undo(desk, 3)
    expect(await desk.text()).toBe(mt.replace('stor', 'liten').replace('fort', 'sakta'))
    expect(await status()).toEqual([['fixed', 1]])
  })

  test('whose words were changed again is a conflict that shows both; nothing is stored', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.bo, mt.replace('stor', 'pytteliten'))
    const answer = await undo(desk, 1)
    expect(answer).toMatchObject({
      status: 'conflict',
      head: 2,
      headText: mt.replace('stor', 'pytteliten'),
      conflicts: [{ base: 'liten', theirs: 'pytteliten', mine: 'stor', from: 3, to: 13 }],
    })
    expect((await desk.open()).head.number).toBe(2)
  })

  test('that is undone already changes nothing; the machine’s and unknown ones cannot be undone', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await undo(desk, 1)
    expect(await undo(desk, 1)).toMatchObject({ status: 'unchanged' })
    await expect(undo(desk, 0)).rejects.toMatchObject({ code: 'revision-unknown' })
    await expect(undo(desk, 8)).rejects.toMatchObject({ code: 'revision-unknown' })
  })

  test('sent twice at once is one revision', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    const input = { person: desk.bo, articleId: desk.articleId, revision: 1, key: newKey() }
    const answers = await Promise.all([undoRevision(desk.deps, input), undoRevision(desk.deps, input)])
    expect(answers.map(numberOf)).toEqual([2, 2])
  })
})
