import { authorship } from '../../../src/app/revisions/authorship.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { testDesk } from '../desk.ts'

const mt = 'En stor hund springer fort.'

forEachStore('who wrote this', open => {
  test('every word once: the machine’s, or an editor’s in a revision; and the share that survives', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.bo, mt.replace('stor', 'liten').replace('fort', 'rätt sakta'))
    const { text, origins, survivingMt, revision } = await authorship(desk.deps, { articleId: desk.articleId })
    expect(origins.map(({ from, to, author }) => [text.slice(from, to), author])).toEqual([
      ['En ', null],
      ['liten', 'Anna Ek'],
      [' hund springer ', null],
      ['rätt sakta', 'Bo Ås'],
      ['.', null],
    ])
    expect([survivingMt, revision]).toEqual([3 / 6, 2])
  })

  test('of an older revision, as it was then', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.bo, 'Allt nytt.')
    const first = await authorship(desk.deps, { articleId: desk.articleId, revision: 1 })
    expect([first.text, first.survivingMt]).toEqual([mt.replace('stor', 'liten'), 4 / 5])
    const untouched = await authorship(desk.deps, { articleId: desk.articleId, revision: 0 })
    expect(untouched).toMatchObject({
      survivingMt: 1,
      origins: [{ from: 0, to: mt.length, revision: 0, author: null }],
    })
    await expect(authorship(desk.deps, { articleId: desk.articleId, revision: 3 })).rejects.toMatchObject({
      code: 'revision-unknown',
    })
  })
})
