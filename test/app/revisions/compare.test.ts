import { compareRevisions } from '../../../src/app/revisions/compare.ts'
import { createHunkCache } from '../../../src/app/revisions/hunk-cache.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { testDesk } from '../desk.ts'

const mt = 'En stor hund springer fort.'

forEachStore('comparing', open => {
  test('any two revisions, either way round, with who made them', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.bo, mt.replace('stor', 'liten').replace('fort', 'sakta'))
    const { from, to, a, b, diff } = await compareRevisions(desk.deps, { articleId: desk.articleId, from: 0, to: 2 })
    expect([from.author, to.author, from.number, to.number]).toEqual(['', 'Bo Ås', 0, 2])
    expect(diff.hunks.map(hunk => [a.slice(hunk.fromA, hunk.toA), b.slice(hunk.fromB, hunk.toB)])).toEqual([
      ['stor', 'liten'],
      ['fort', 'sakta'],
    ])
    const back = await compareRevisions(desk.deps, { articleId: desk.articleId, from: 2, to: 1 })
    expect(back.diff.hunks).toHaveLength(1)
  })

  test('shows no ghosts of what came and went in between', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, 'Annat.')
    await desk.save(desk.anna, mt)
    expect((await compareRevisions(desk.deps, { articleId: desk.articleId, from: 0, to: 2 })).diff.hunks).toEqual([])
  })

  test('a revision that is not there is refused', async () => {
    const desk = await testDesk(await open(), mt)
    const input = { articleId: desk.articleId, from: 0, to: 3 }
    await expect(compareRevisions(desk.deps, input)).rejects.toMatchObject({ code: 'revision-unknown' })
    for (const from of [-1, 0.5, 2 ** 31, 1e20, NaN])
      await expect(compareRevisions(desk.deps, { ...input, from, to: 0 })).rejects.toMatchObject({
        code: 'revision-unknown',
      })
  })
})

test('the same two texts are compared once', () => {
  const cache = createHunkCache()
  const [a, b] = [
    { hash: 'a', text: 'ett två' },
    { hash: 'b', text: 'ett tre' },
  ]
  expect(cache.diff(a, b)).toBe(cache.diff(a, b))
  expect(createHunkCache(10).diff(a, b)).toEqual(cache.diff(a, b))
})
