import { archiveArticle, unarchiveArticle } from '../../../src/app/articles/archive-article.ts'
import { articleDetails } from '../../../src/app/articles/article-details.ts'
import { changeMany } from '../../../src/app/articles/change-many.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf } from '../newsroom.ts'

forEachStore('archiving', open => {
  it('takes an article out of the queue and loses nothing of it', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ title: 'Rånet', text: 'Ett fel.' })
    await room.save(room.bo, translationId, 'Ett rätt.')
    await archiveArticle(room.deps, { person: room.anna, articleId })
    const archived = await articleDetails(room.deps, articleId)
    expect(archived).toMatchObject({ title: 'Rånet', state: 'in-review', archivedAt: expect.any(Number) as number })
    expect((await listArticles(room.deps, { sort: 'title', descending: false, search: 'rätt' })).items).toEqual([])
    await unarchiveArticle(room.deps, { person: room.anna, articleId })
    const { items } = await listArticles(room.deps, { sort: 'title', descending: false, search: 'rätt' })
    expect(items).toHaveLength(1)
    // putting away is no work on the text
    expect(items[0]).toMatchObject({ editor: 'Bo Ås', touchedAt: archived.touchedAt })
  })

  it('is recorded once, however often it is asked', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({})
    const filing = { person: room.anna, articleId }
    await unarchiveArticle(room.deps, filing)
    await archiveArticle(room.deps, filing)
    await archiveArticle(room.deps, filing)
    await unarchiveArticle(room.deps, filing)
    const events = await eventsOf(room.deps.store.db, articleId, translationId)
    expect(events.map(event => event.kind)).toEqual(['import', 'archive', 'unarchive'])
  })

  it('is done for many at once', async () => {
    const room = await newsroom(await open())
    const articleIds: string[] = []
    for (const title of ['a', 'b', 'c']) articleIds.push((await room.bring({ title })).articleId)
    await changeMany(room.deps, { person: room.anna, articleIds: articleIds.slice(1), action: { kind: 'archive' } })
    const { items, counts } = await listArticles(room.deps, { sort: 'title', descending: false })
    expect(items.map(item => item.title)).toEqual(['a'])
    expect(counts.new).toBe(1)
    await changeMany(room.deps, { person: room.anna, articleIds, action: { kind: 'unarchive' } })
    expect((await listArticles(room.deps, { sort: 'title', descending: false })).items).toHaveLength(3)
  })

  it('is refused for what is not there', async () => {
    const { deps, anna } = await newsroom(await open())
    expect((await problemOf(archiveArticle(deps, { person: anna, articleId: 'nowhere' }))).code).toBe('article-unknown')
  })
})
