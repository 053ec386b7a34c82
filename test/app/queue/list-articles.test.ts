import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { listArticles, queueChoices, type QueueQuery } from '../../../src/app/queue/list-articles.ts'
import { updateArticle } from '../../../src/store/articles.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve, newsroom, opened, problemOf, type Newsroom } from '../newsroom.ts'

const byTitle: QueueQuery = { sort: 'title', descending: false }
const titles = async ({ deps }: Newsroom, query: Partial<QueueQuery> = {}): Promise<string[]> =>
  (await listArticles(deps, { ...byTitle, ...query })).items.map(item => item.title)

/** Articles whose columns are what a test needs, whatever work would have made them so. */
const withColumns = async (
  room: Newsroom,
  title: string,
  columns: Parameters<typeof updateArticle>[2],
): Promise<string> => {
  const { articleId } = await room.bring({ title })
  await updateArticle(room.deps.store.db, articleId, columns)
  return articleId
}

forEachStore('the queue', open => {
  it('shows of an article what an editor chooses by', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({
      title: 'Rånet',
      text: 'en två tre fyra',
      address: 'https://example.org',
    })
    await room.save(room.bo, translationId, 'en två tre fem sex')
    const page = await listArticles(room.deps, byTitle)
    expect(page).toMatchObject({
      next: null,
      previous: null,
      counts: { new: 0, 'in-review': 1, corrected: 0, approved: 0 },
    })
    expect(page.items).toEqual([
      {
        id: articleId,
        title: 'Rånet',
        address: 'https://example.org',
        words: 5,
        language: 'und',
        corrected: 0.25,
        findings: null,
        flags: { neutral: 0, minor: 0, major: 0, critical: 0 },
        state: 'in-review',
        translationId,
        head: 1,
        editor: 'Bo Ås',
        touchedAt: expect.any(Number) as number,
      },
    ])
    expect(page.items[0]?.touchedAt).toBeGreaterThan(opened)
  })

  it('stands in Swedish order by title', async () => {
    const room = await newsroom(await open())
    const order = ['Ada', 'Artikel 9', 'Artikel 10', 'Zebra', 'Åka', 'Ärta', 'Öga']
    for (const title of order.toReversed()) await room.bring({ title })
    expect(await titles(room)).toEqual(order)
    expect(await titles(room, { descending: true })).toEqual(order.toReversed())
  })

  it('is sorted by each of its columns, both ways', async () => {
    const room = await newsroom(await open())
    const { anna, bo } = room
    await withColumns(room, 'a', {
      words: 9,
      language: 'de',
      corrected: 500,
      flags_weight: 1,
      state: 'approved',
      editor_id: anna.id,
      editor_key: 'anna',
      touched_at: 3,
    })
    await withColumns(room, 'b', {
      words: 10,
      language: 'sv',
      corrected: 20,
      flags_weight: 30,
      findings_weight: 7,
      state: 'in-review',
      editor_id: bo.id,
      editor_key: 'bo',
      touched_at: 2,
    })
    await withColumns(room, 'c', {
      words: 200,
      language: 'en',
      corrected: 3,
      flags_weight: 5,
      findings_weight: 26,
      state: 'new',
      touched_at: 1,
    })
    await withColumns(room, 'd', {
      words: 1000,
      language: 'nb',
      corrected: 0,
      flags_weight: 0,
      findings_weight: 0,
      state: 'corrected',
      touched_at: 4,
    })
    const orders: Record<QueueQuery['sort'], string> = {
      title: 'abcd', findings: 'adbc', words: 'abcd', language: 'acdb', corrected: 'dcba', flags: 'dacb', state: 'cbda', editor: 'cdab', touched: 'cbad',
    } // prettier-ignore
    for (const [sort, order] of Object.entries(orders) as [QueueQuery['sort'], string][]) {
      expect([sort, (await titles(room, { sort })).join('')]).toEqual([sort, order])
      expect((await titles(room, { sort, descending: true })).join('')).toBe([...order].reverse().join(''))
    }
  })

  it('is turned page by page, forth and back, meeting every article once, whatever is equal', async () => {
    const room = await newsroom(await open())
    for (let n = 0; n < 130; n++) await withColumns(room, `Artikel ${n}`, { words: n % 3 })
    for (const descending of [false, true]) {
      const query: QueueQuery = { sort: 'words', descending }
      const first = await listArticles(room.deps, query)
      const second = await listArticles(room.deps, { ...query, after: first.next ?? '' })
      const third = await listArticles(room.deps, { ...query, after: second.next ?? '' })
      expect([first, second, third].map(page => page.items.length)).toEqual([50, 50, 30])
      expect(first.previous).toBeNull()
      expect(third.next).toBeNull()
      const all = [first, second, third].flatMap(page => page.items)
      expect(new Set(all.map(item => item.id)).size).toBe(130)
      expect(all.map(item => item.words)).toEqual(
        all.map(item => item.words).toSorted((a, b) => (descending ? b - a : a - b)),
      )
      const back = await listArticles(room.deps, { ...query, before: third.previous ?? '' })
      expect(back.items).toEqual(second.items)
      expect(back.next).toBe(second.next)
      expect((await listArticles(room.deps, { ...query, before: back.previous ?? '' })).items).toEqual(first.items)
    }
  })

  it('shows a whole page where articles have come or gone meanwhile', async () => {
    const room = await newsroom(await open())
    const ids: string[] = []
    for (let n = 0; n < 60; n++) ids.push((await room.bring({ title: `Artikel ${n}` })).articleId)
    const first = await listArticles(room.deps, byTitle)
    const second = await listArticles(room.deps, { ...byTitle, after: first.next ?? '' })
    for (const articleId of ids.slice(0, 5)) await archiveArticle(room.deps, { person: room.anna, articleId })
    const back = await listArticles(room.deps, { ...byTitle, before: second.previous ?? '' })
    expect(back.items).toHaveLength(50)
    expect(back.previous).toBeNull()
    for (const articleId of ids.slice(50)) await archiveArticle(room.deps, { person: room.anna, articleId })
    const gone = await listArticles(room.deps, { ...byTitle, after: first.next ?? '' })
    expect(gone.items).toHaveLength(45)
    expect(gone.next).toBeNull()
  })

  it('refuses a cursor it did not make, and begins anew with one of another order', async () => {
    const room = await newsroom(await open())
    for (let n = 0; n < 51; n++) await room.bring({ title: `Artikel ${n}` })
    const { next } = await listArticles(room.deps, byTitle)
    expect((await listArticles(room.deps, { ...byTitle, sort: 'touched', after: next ?? '' })).items).toHaveLength(50)
    const cursors = [
      'x',
      btoa('{}'),
      btoa('["title",3,"a"]'),
      btoa('["title","a",null]'),
      btoa('["title","\\u0000","a"]'),
    ]
    for (const after of cursors)
      expect(await problemOf(listArticles(room.deps, { ...byTitle, after }))).toMatchObject({ code: 'field-invalid' })
  })

  it('is filtered by state, language, system, editor and open flags, by all at once', async () => {
    const room = await newsroom(await open())
    const { anna, bo } = room
    await room.bring({ title: 'a', system: 'Apertium' })
    await withColumns(room, 'b', { state: 'approved', editor_id: anna.id, flags_minor: 1 })
    await withColumns(room, 'c', { state: 'approved', language: 'de', editor_id: bo.id, flags_major: 2 })
    await withColumns(room, 'd', { language: 'de', editor_id: bo.id, flags_critical: 1 })
    expect(await titles(room, { system: 'Apertium' })).toEqual(['a'])
    expect(await titles(room, { state: 'approved' })).toEqual(['b', 'c'])
    expect(await titles(room, { language: 'de' })).toEqual(['c', 'd'])
    expect(await titles(room, { editor: bo.id })).toEqual(['c', 'd'])
    expect(await titles(room, { flags: 'neutral' })).toEqual(['b', 'c', 'd'])
    expect(await titles(room, { flags: 'major' })).toEqual(['c', 'd'])
    expect(await titles(room, { flags: 'critical' })).toEqual(['d'])
    expect(await titles(room, { state: 'approved', language: 'de', editor: bo.id, flags: 'minor' })).toEqual(['c'])
    expect(await titles(room, { state: 'approved', language: "'; drop table article; --" })).toEqual([])
  })

  it('counts the states of all its articles, whatever the filter', async () => {
    const room = await newsroom(await open())
    for (const title of ['a', 'b', 'c']) await room.bring({ title })
    const { articleId } = await room.bring({ title: 'd' })
    await approve(room.deps, { person: room.anna, articleId })
    const { counts } = await listArticles(room.deps, { ...byTitle, state: 'approved' })
    expect(counts).toEqual({ new: 3, 'in-review': 0, corrected: 0, approved: 1 })
  })

  it('has what is archived apart', async () => {
    const room = await newsroom(await open())
    await room.bring({ title: 'a' })
    const { articleId } = await room.bring({ title: 'b' })
    await archiveArticle(room.deps, { person: room.anna, articleId })
    expect(await titles(room)).toEqual(['a'])
    const archive = await listArticles(room.deps, { ...byTitle, archived: true })
    expect(archive.items.map(item => item.title)).toEqual(['b'])
    expect(archive.counts.new).toBe(1)
  })

  it('offers the languages and systems that occur', async () => {
    const room = await newsroom(await open())
    expect(await queueChoices(room.deps)).toEqual({ languages: [], systems: [] })
    for (const system of ['Opus', 'Apertium', 'Opus', '']) await room.bring({ title: 'a', system })
    await withColumns(room, 'b', { language: 'sv' })
    expect(await queueChoices(room.deps)).toEqual({ languages: ['sv', 'und'], systems: ['Apertium', 'Opus'] })
  })
})
