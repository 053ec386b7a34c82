import { timeline, type TimelineEntry } from '../../../src/app/revisions/timeline.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, newKey, testDesk } from '../desk.ts'
import { approve } from '../newsroom.ts'

const mt = 'En stor hund springer fort.'

const named = (entry: TimelineEntry): string =>
  entry.kind === 'event' ? entry.event : entry.kind === 'mt' ? 'mt' : String(entry.number)

forEachStore('the timeline', open => {
  test('has revisions with author, words and flags fixed, states between them, and the machine last', async () => {
    const desk = await testDesk(await open(), mt)
    const at = { person: desk.anna, articleId: desk.articleId }
    await setFlag(desk.deps, at, { ...flagOn(mt, 'stor'), revision: 0 })
    await desk.save(desk.anna, mt.replace('stor', 'ganska liten'), { summary: 'Storleken' })
    await approve(desk.deps, at)
    await desk.save(desk.bo, mt.replace('fort', 'sakta'), { base: 0 })
    await restoreRevision(desk.deps, { ...at, revision: 1, key: newKey() })
    const { entries, next, head, translation } = await timeline(desk.deps, { articleId: desk.articleId })
    expect(entries.filter(entry => entry.kind !== 'event').map(named)).toEqual(['3', '2', '1', 'mt'])
    // approved after revision 1, and back in review by itself with revision 2
    expect(entries.map(named)).toEqual(['3', 'state', '2', 'state', '1', 'state', 'import', 'mt'])
    expect(entries.find(entry => named(entry) === '1')).toMatchObject({
      author: 'Anna Ek',
      summary: 'Storleken',
      wordsAdded: 2,
      wordsRemoved: 1,
      flagsFixed: 1,
      restores: null,
      mergedFrom: null,
    })
    expect(entries.find(entry => named(entry) === '2')).toMatchObject({ author: 'Bo Ås', mergedFrom: 0 })
    expect(entries.find(entry => named(entry) === '3')).toMatchObject({ restores: 1 })
    expect([next, head, translation.state]).toEqual([null, 3, 'in-review'])
    const times = entries.map(entry => entry.at)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  test('page by page it is the same, nothing twice and nothing left out', async () => {
    const desk = await testDesk(await open(), mt)
    for (let n = 1; n <= 12; n += 1) {
      await desk.save(desk.anna, `${mt} ${n}`)
      if (n % 3 === 0)
        await (n % 2
          ? approve(desk.deps, { person: desk.bo, articleId: desk.articleId })
          : setState(desk.deps, { person: desk.bo, articleId: desk.articleId, state: 'corrected' }))
    }
    const whole = (await timeline(desk.deps, { articleId: desk.articleId })).entries
    for (const limit of [1, 3, 5, whole.length - 1, whole.length]) {
      const paged: TimelineEntry[] = []
      for (let after: string | null | undefined; after !== null;) {
        const page = await timeline(desk.deps, {
          articleId: desk.articleId,
          limit,
          ...(after === undefined ? {} : { after }),
        })
        paged.push(...page.entries)
        after = page.next
      }
      expect(paged).toEqual(whole)
    }
  })

  test('a cursor that is none is refused, and so is an unknown article', async () => {
    const desk = await testDesk(await open(), mt)
    await expect(timeline(desk.deps, { articleId: desk.articleId, after: 'x' })).rejects.toMatchObject({
      code: 'field-invalid',
    })
    await expect(timeline(desk.deps, { articleId: '0000000000000000' })).rejects.toMatchObject({
      code: 'article-unknown',
    })
  })
})
