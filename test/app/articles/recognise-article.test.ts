import { addTranslation } from '../../../src/app/articles/add-translation.ts'
import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { articleDetails } from '../../../src/app/articles/article-details.ts'
import { editDetails } from '../../../src/app/articles/edit-details.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { printArticles } from '../../../src/app/articles/print-articles.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { recogniseArticle, type Newcomer } from '../../../src/app/articles/recognise-article.ts'
import { timeline } from '../../../src/app/revisions/timeline.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { council, councilByAnother, councilSource, crash, fire, oneSite } from '../again-texts.ts'
import { newsroom, problemOf } from '../newsroom.ts'

const newcomer = (more: Partial<Newcomer>): Newcomer => ({
  title: '',
  address: '',
  sourceText: '',
  text: 'Ord.',
  ...more,
})
const newer = council.replace('Lower Sachsen', 'Niedersachsen').replace('trång', 'knapp').replace('landet', 'delstaten')

forEachStore('an article that comes again', open => {
  it.each([
    ['the same address', { address: 'http://www.ndr.de/kita.html?utm_source=brev#top' }, ['address']],
    ['the same title', { title: 'Kita:  högre AVGIFTER!' }, ['title']],
    ['as good as the same words', { text: newer }, ['wording']],
    ['another system’s words', { text: councilByAnother }, ['facts']],
    ['the same source', { sourceText: councilSource.replace('Donnerstagabend', 'Donnerstag') }, ['source']],
    ['nothing in common', { title: 'Kita', address: 'https://ndr.de/', text: crash }, null],
  ])('is recognised by %s', async (_, told, by) => {
    const { deps, bring } = await newsroom(await open())
    for (const text of oneSite.slice(1)) await bring({ text })
    const about = { address: 'https://ndr.de/kita.html', sourceText: councilSource, title: 'Kita: Högre avgifter' }
    const { articleId } = await bring({ text: council, ...about, system: 'A' })
    const alike = (await recogniseArticle(deps, newcomer(told))).filter(each => each.articleId === articleId)
    expect(alike.map(each => each.by)).toEqual(by === null ? [] : [by])
    if (by !== null)
      expect(alike[0]).toMatchObject({ title: about.title, archived: false, translations: [{ system: 'A' }] })
  })

  it('is told as it comes, surest first, with the share of the words that are the same', async () => {
    const { deps, anna, bring } = await newsroom(await open())
    const first = await bring({ text: council, title: 'Kita' })
    expect(first.alike).toEqual([])
    await archiveArticle(deps, { person: anna, articleId: first.articleId })
    const second = await bring({ text: newer, title: 'Kita' })
    expect(second.alike).toMatchObject([{ articleId: first.articleId, by: ['title', 'wording'], archived: true }])
    expect(second.alike[0]?.similarity).toBeGreaterThan(0.95)
    const third = await bring({ text: council })
    expect(third.alike.map(each => each.articleId)).toEqual([first.articleId, second.articleId])
    expect(third.alike[0]?.similarity).toBe(1)
  })

  it('is another one where it only has the title of every day', async () => {
    const { bring } = await newsroom(await open())
    for (const text of [council, fire, crash])
      expect((await bring({ title: 'Nyheter i korthet', text })).alike).toEqual([])
  })

  it('is recognised by what its details were changed to, and no more once it is purged', async () => {
    const { deps, anna, bring } = await newsroom(await open())
    const { articleId } = await bring({ text: council, title: 'Kita' })
    await editDetails(deps, { person: anna, articleId, title: 'Förskolan', address: 'ndr.de/x' })
    expect(await recogniseArticle(deps, newcomer({ title: 'Kita' }))).toEqual([])
    expect(await recogniseArticle(deps, newcomer({ title: 'förskolan', address: 'https://ndr.de/x' }))).toMatchObject([
      { by: ['address', 'title'] },
    ])
    await purgeArticle(deps, { person: anna, articleId })
    expect(await recogniseArticle(deps, newcomer({ title: 'förskolan', text: council }))).toEqual([])
    expect(await deps.store.db.selectFrom('article_print').selectAll().execute()).toEqual([])
  })

  it('is recognised in a store from before there were prints', async () => {
    const { deps, bring } = await newsroom(await open())
    for (const text of [council, fire, crash]) await bring({ text })
    const { db } = deps.store
    const before = await db.selectFrom('article_print').selectAll().orderBy('article_id').orderBy('print').execute()
    await db.deleteFrom('article_print').execute()
    await db.deleteFrom('setting').where('name', '=', 'prints').execute()
    expect(await printArticles(deps, 0)).toBe(false)
    expect(await recogniseArticle(deps, newcomer({ text: newer }))).toMatchObject([{ by: ['wording'] }])
    expect(await printArticles(deps, 0)).toBe(true)
    expect(await db.selectFrom('article_print').selectAll().orderBy('article_id').orderBy('print').execute()).toEqual(
      before,
    )
  })
})

forEachStore('another translation of an article', open => {
  it('is the one that the queue shows, new; the first stays as it is', async () => {
    const { deps, anna, bo, bring, save } = await newsroom(await open())
    const { articleId, translationId: first } = await bring({ text: council, title: 'Kita', system: 'A' })
    await save(bo, first, council.replace('Lower Sachsen', 'Niedersachsen'))
    const added = await addTranslation(deps, { person: anna, articleId, text: councilByAnother, system: 'B' })
    expect(added).toMatchObject({ articleId, title: 'Kita', ignored: [] })
    const details = await articleDetails(deps, articleId)
    expect(details).toMatchObject({ translationId: added.translationId, state: 'new', system: 'B' })
    expect(details.translations.map(({ id, system, state, head }) => [id, system, state, head])).toEqual([
      [first, 'A', 'in-review', 1],
      [added.translationId, 'B', 'new', 0],
    ])
    const found = async (search: string) =>
      (await listArticles(deps, { sort: 'title', descending: false, search })).items.map(({ id }) => id)
    expect([await found('förskolorna'), await found('krubbaplats'), await found('niedersachsen')]).toEqual([
      [articleId],
      [articleId],
      [articleId],
    ])
    for (const translationId of [first, added.translationId])
      expect((await timeline(deps, { translationId })).entries).toContainEqual(
        expect.objectContaining({ event: 'translation', person: anna.name, detail: { system: 'B', filled: [] } }),
      )
    // work on the first brings it back
    await save(bo, first, council)
    expect(await articleDetails(deps, articleId)).toMatchObject({ translationId: first, state: 'in-review' })
    expect((await verifyStore(deps)).broken).toEqual([])
  })

  it('brings what the article lacked, and leaves what it had', async () => {
    const { deps, anna, bring } = await newsroom(await open())
    const { articleId } = await bring({ text: council, title: 'Kita', address: 'https://ndr.de/kita' })
    const told = { address: 'https://dpa.de/kita', sourceText: councilSource, sourceLanguage: 'de' }
    const { ignored } = await addTranslation(deps, { person: anna, articleId, text: newer, ...told })
    expect(ignored).toEqual(['address'])
    expect(await articleDetails(deps, articleId)).toMatchObject({ ...told, address: 'https://ndr.de/kita' })
  })

  it('is refused where the article has that very text, is empty, or has no article', async () => {
    const { deps, anna, bring } = await newsroom(await open())
    const { articleId, translationId } = await bring({ text: council, system: 'A' })
    const add = (text: string, id = articleId) => addTranslation(deps, { person: anna, articleId: id, text })
    expect(await problemOf(add(`\ufeff${council}`))).toMatchObject({
      code: 'translation-there',
      status: 409,
      values: { translationId, system: 'A' },
    })
    expect((await problemOf(add(' \n'))).code).toBe('text-empty')
    expect((await problemOf(add(newer, 'x'.repeat(16)))).code).toBe('article-unknown')
    await purgeArticle(deps, { person: anna, articleId })
    expect((await problemOf(add(newer))).code).toBe('article-purged')
  })

  it('comes once, however many add it at once', async () => {
    const { deps, anna, bring } = await newsroom(await open())
    const { articleId } = await bring({ text: council })
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => addTranslation(deps, { person: anna, articleId, text: newer })),
    )
    expect(ends.filter(end => end.status === 'fulfilled')).toHaveLength(1)
    expect((await articleDetails(deps, articleId)).translations).toHaveLength(2)
  })
})
