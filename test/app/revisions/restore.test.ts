import { authorship } from '../../../src/app/revisions/authorship.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, newKey, numberOf, testDesk } from '../desk.ts'

const mt = 'En stor hund springer fort.'

forEachStore('restoring a revision', open => {
  test('makes a new revision with the old text; nothing is erased, and it says what it restores', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.bo, mt.replace('stor', 'liten').replace('fort', 'sakta'))
    const restored = await restoreRevision(desk.deps, {
      person: desk.anna,
      articleId: desk.articleId,
      revision: 1,
      key: newKey(),
      summary: 'Tillbaka',
    })
    expect(numberOf(restored)).toBe(3)
    expect(await desk.text()).toBe(mt.replace('stor', 'liten'))
    const rows = await desk.deps.store.db
      .selectFrom('revision')
      .select(['number', 'restores', 'summary'])
      .orderBy('number')
      .execute()
    expect(rows.map(row => row.restores)).toEqual([null, null, 1])
    expect(rows[2]?.summary).toBe('Tillbaka')
  })

  test('the words have their old authors again, and the flags they carried are open again', async () => {
    const desk = await testDesk(await open(), mt)
    const at = { person: desk.bo, articleId: desk.articleId }
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await setFlag(desk.deps, at, { ...flagOn(mt.replace('stor', 'liten'), 'liten'), revision: 1 })
    await setFlag(desk.deps, at, { ...flagOn(mt, 'fort'), revision: 0 })
    await desk.save(desk.bo, 'Helt annan text.')
    expect((await flagsOf(desk.deps, desk.translationId)).map(flag => flag.status)).not.toContain('open')
    await restoreRevision(desk.deps, { ...at, revision: 1, key: newKey() })
    const { head, flags } = await desk.open()
    expect(flags.map(flag => [flag.status, head.text.slice(flag.place?.from, flag.place?.to)])).toEqual([
      ['open', 'liten'],
      ['open', 'fort'],
    ])
    const { origins, text } = await authorship(desk.deps, { articleId: desk.articleId })
    const byAnna = origins.filter(origin => origin.author === 'Anna Ek')
    expect(byAnna.map(origin => text.slice(origin.from, origin.to))).toEqual(['liten'])
    expect(origins.some(origin => origin.author === 'Bo Ås')).toBe(false)
  })

  test('the machine’s text can be brought back: all of it survives', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, 'Något annat.')
    await restoreRevision(desk.deps, { person: desk.anna, articleId: desk.articleId, revision: 0, key: newKey() })
    expect(await desk.text()).toBe(mt)
    expect(await authorship(desk.deps, { articleId: desk.articleId })).toMatchObject({ survivingMt: 1 })
  })

  test('to the text that stands already is no revision; sent twice it is one; an unknown one is refused', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    const input = { person: desk.anna, articleId: desk.articleId, revision: 1, key: newKey() }
    expect(await restoreRevision(desk.deps, input)).toEqual({ status: 'unchanged', number: 1 })
    const back = { ...input, revision: 0 }
    const answers = await Promise.all([restoreRevision(desk.deps, back), restoreRevision(desk.deps, back)])
    expect(answers.map(numberOf)).toEqual([2, 2])
    await expect(restoreRevision(desk.deps, { ...input, revision: 9 })).rejects.toMatchObject({
      code: 'revision-unknown',
    })
    await expect(restoreRevision(desk.deps, { ...input, person: null })).rejects.toMatchObject({ code: 'name-missing' })
  })
})
