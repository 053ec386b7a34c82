import { articleDetails } from '../../../src/app/articles/article-details.ts'
import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { changeMany } from '../../../src/app/articles/change-many.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { nextArticle } from '../../../src/app/queue/next-article.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { beginReview } from '../../../src/app/queue/summarise.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { newId } from '../../../src/store/id.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve, newsroom, opened, problemOf, type Newsroom } from '../newsroom.ts'

const stateOf = async ({ deps }: Newsroom, articleId: string) => (await articleDetails(deps, articleId)).state

const stateEvents = async ({ deps }: Newsroom, articleId: string, translationId: string) =>
  (await eventsOf(deps.store.db, articleId, translationId))
    .filter(event => event.kind === 'state')
    .map(event => ({ person: event.person, ...(JSON.parse(event.detail) as object) }))

forEachStore('the state of an article', open => {
  it('goes from new over in review and corrected to approved, and back when it is reopened', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Ett fel.' })
    expect(await stateOf(room, articleId)).toBe('new')
    await room.save(room.anna, translationId, 'Ett rätt.')
    expect(await stateOf(room, articleId)).toBe('in-review')
    await setState(room.deps, { person: room.anna, articleId, state: 'corrected' })
    const approved = await approve(room.deps, { person: room.bo, translationId })
    expect(approved).toEqual({ articleId, translationId, from: 'corrected', revision: 1 })
    await setState(room.deps, { person: room.bo, articleId, state: 'in-review' })
    expect(await stateOf(room, articleId)).toBe('in-review')
    expect(await stateEvents(room, articleId, translationId)).toEqual([
      { person: 'Anna Ek', from: 'new', to: 'in-review', automatic: true },
      { person: 'Anna Ek', from: 'in-review', to: 'corrected', revision: 1 },
      { person: 'Bo Ås', from: 'corrected', to: 'approved', revision: 1 },
      { person: 'Bo Ås', from: 'approved', to: 'in-review', revision: 1 },
    ])
  })

  it('is in review from the first flag on, and that is told once', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Ett fel.' })
    const head = { id: translationId, article_id: articleId }
    for (const person of [room.anna, room.bo])
      await room.deps.store.transaction(tx => beginReview(tx, head, person, opened))
    expect(await stateOf(room, articleId)).toBe('in-review')
    expect(await stateEvents(room, articleId, translationId)).toEqual([
      { person: 'Anna Ek', from: 'new', to: 'in-review', automatic: true },
    ])
    await setState(room.deps, { person: room.anna, articleId, state: 'new' })
    expect(await stateOf(room, articleId)).toBe('new')
  })

  it('is in review once a flag was set, alone or with a save that changes no word; not any more where it was decided on', async () => {
    const room = await newsroom(await open())
    const flag = { from: 4, to: 7, category: 'style/awkward', severity: 'minor', comment: '', suggestion: '' } as const
    const set = (translationId: string) =>
      setFlag(room.deps, { translationId, person: room.bo }, { ...flag, revision: 0 })
    const alone = await room.bring({ text: 'Ett fel.' })
    for (let n = 0; n < 2; n++) await set(alone.translationId)
    const along = await room.bring({ text: 'Ett fel.' })
    await room.save(room.bo, along.translationId, 'Ett fel.', { flags: [{ ...flag, id: newId() }] })
    for (const { articleId, translationId } of [alone, along]) {
      expect(await stateOf(room, articleId)).toBe('in-review')
      expect(await stateEvents(room, articleId, translationId)).toEqual([
        { person: 'Bo Ås', from: 'new', to: 'in-review', automatic: true },
      ])
    }
    const untouched = await room.bring({ text: 'Ett fel.' })
    await room.save(room.bo, untouched.translationId, 'Ett fel.')
    expect(await stateOf(room, untouched.articleId)).toBe('new')
    await approve(room.deps, { person: room.bo, articleId: alone.articleId, reason: 'Bråttom.' })
    await set(alone.translationId)
    expect(await stateOf(room, alone.articleId)).toBe('approved')
  })

  it('is told as unchanged, and is new again only for what nobody has corrected', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Ett fel.' })
    const set = (state: 'new' | 'in-review') => setState(room.deps, { person: room.anna, articleId, state })
    expect((await problemOf(set('new'))).code).toBe('state-unchanged')
    await set('in-review')
    await set('new')
    await room.save(room.anna, translationId, 'Ett rätt.')
    expect((await problemOf(set('new'))).code).toBe('field-invalid')
  })

  it('shows in the queue who judged last', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({ text: 'Ett fel.' })
    await approve(room.deps, { person: room.bo, articleId })
    const { items, counts } = await listArticles(room.deps, { sort: 'touched', descending: true })
    expect(items[0]).toMatchObject({ state: 'approved', editor: 'Bo Ås' })
    expect(counts).toEqual({ new: 0, 'in-review': 0, corrected: 0, approved: 1 })
  })

  it('is set for many at once, and each is told', async () => {
    const room = await newsroom(await open())
    const [a, b, c] = [
      await room.bring({ title: 'a' }),
      await room.bring({ title: 'b' }),
      await room.bring({ title: 'c' }),
    ]
    await approve(room.deps, { person: room.anna, articleId: b.articleId })
    const articleIds = [a.articleId, b.articleId, 'nowhere', c.articleId, a.articleId]
    const results = await changeMany(room.deps, {
      person: room.bo,
      articleIds,
      action: {
        kind: 'state',
        state: 'approved',
        bases: new Map([a, b, c].map(({ translationId }) => [translationId, 0])),
      },
    })
    expect(results.map(({ articleId, problem }) => [articleId, problem?.code ?? null])).toEqual([
      [a.articleId, null],
      [b.articleId, 'state-unchanged'],
      ['nowhere', 'article-unknown'],
      [c.articleId, null],
    ])
    expect(await stateOf(room, c.articleId)).toBe('approved')
    const none = changeMany(room.deps, { person: room.bo, articleIds: [], action: { kind: 'archive' } })
    expect((await problemOf(none)).code).toBe('nothing-chosen')
  })

  it('decides which article is opened next: one that is not approved, in the order they came, then from the first', async () => {
    const room = await newsroom(await open())
    const ids: string[] = []
    for (const title of ['a', 'b', 'c', 'd']) ids.push((await room.bring({ title })).articleId)
    const [a = '', b = '', c = '', d = ''] = ids
    await approve(room.deps, { person: room.anna, articleId: b })
    await archiveArticle(room.deps, { person: room.anna, articleId: c })
    expect(await nextArticle(room.deps, a)).toBe(d)
    expect(await nextArticle(room.deps, d)).toBe(a)
    await approve(room.deps, { person: room.anna, articleId: a })
    expect(await nextArticle(room.deps, d)).toBeNull()
    expect(await nextArticle(room.deps, a)).toBe(d)
  })
})
