import { sql } from 'kysely'
import { insertArticle } from '../../src/store/articles.ts'
import { capabilitiesOf, type Store } from '../../src/store/db/store.ts'
import { queueRows, queueStatement, sortColumns, type QueueSelect, type SortBy } from '../../src/store/queue.ts'
import { searchArticles, searchText, writeCorrected, writeFixed } from '../../src/store/search.ts'
import { insertTranslation } from '../../src/store/translations.ts'
import { forEachStore } from '../contracts/stores.ts'
import { newArticle, newTranslation } from './rows.ts'

const first: QueueSelect = { sort: 'title', descending: false, archived: false, limit: 10 }

/** Articles 000, 001 …; each nth has `needle` in its text. */
async function fill(store: Store, count: number, needle = '', nth = 1): Promise<void> {
  await store.transaction(async tx => {
    for (let n = 0; n < count; n++) {
      const article = newArticle(String(n).padStart(3, '0'))
      const text = n % nth === nth - 1 ? `text med ${needle}` : 'text'
      const translation = newTranslation(article.id, text)
      await insertArticle(tx, { ...article, translation_id: translation.id, words: n % 7 })
      await insertTranslation(tx, translation, text)
      await writeFixed(tx, article.id, { title: article.title, sourceText: '', mtTexts: [text] })
    }
  })
}

/** How the database would run a statement, in its own words, where it cannot read all rows and sort them. */
const planOf = (store: Store, select: QueueSelect): Promise<string> =>
  store.snapshot(async tx => {
    if (capabilitiesOf(tx).substringSearch === 'fts5-trigram') {
      const { rows } = await sql<{ detail: string }>`explain query plan ${queueStatement(select)}`.execute(tx)
      return rows.map(row => row.detail).join('\n')
    }
    await sql`set local enable_seqscan = off`.execute(tx)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${queueStatement(select)}`.execute(tx)
    return rows.map(row => row['QUERY PLAN']).join('\n')
  })

forEachStore('the queue’s rows', open => {
  it('are read along an index in every order, from any place on, also those of one state', async () => {
    const store = await open()
    for (const sort of Object.keys(sortColumns) as SortBy[]) {
      const value = ['title', 'language', 'state', 'editor'].includes(sort) ? 'x' : 5
      for (const descending of [false, true]) {
        const select = { ...first, sort, descending, beyond: { value, id: 'x' } }
        expect(await planOf(store, select)).toContain(`article_by_${sortColumns[sort]}`)
        if (sort === 'state') continue
        expect(await planOf(store, { ...select, state: 'new' })).toMatch(/article_(of_state_)?by_/)
      }
    }
  })

  it('tell where a look for words ended that had read enough texts', async () => {
    const store = await open()
    await fill(store, 100, 'brand', 10)
    const look = { ...first, needle: 'brand', scan: 30 }
    const some = await queueRows(store.db, look)
    expect(some.rows.map(row => row.title)).toEqual(['009', '019', '029'])
    expect(some.stoppedAt?.value).toBe('029')
    const rest = await queueRows(store.db, { ...look, beyond: some.stoppedAt ?? undefined, scan: 71 })
    expect(rest.rows.map(row => row.title)).toEqual(['039', '049', '059', '069', '079', '089', '099'])
    expect(rest.stoppedAt).toBeNull()
    const back = await queueRows(store.db, { ...look, descending: true, scan: 25, limit: 2 })
    expect(back.rows.map(row => row.title)).toEqual(['099', '089'])
    expect(back.stoppedAt).toBeNull()
  })

  it('can be those of some articles only, many of them too', async () => {
    const store = await open()
    await fill(store, 60)
    const ids = (await queueRows(store.db, { ...first, limit: 60 })).rows.map(row => row.id)
    const among = [...ids.slice(40), ...Array.from({ length: 4990 }, (_, n) => `none${n}`)]
    expect((await queueRows(store.db, { ...first, among })).rows.map(row => row.id)).toEqual(ids.slice(40, 50))
    expect((await queueRows(store.db, { ...first, among: [] })).rows).toEqual([])
  })
})

forEachStore('what an article is found by', open => {
  it('is each of its lines once, folded', () => {
    const found = searchText(['Lika.', 'Quelle', 'Ett TVÅ.\nLika.\n', 'LIKA.\nAnnat.'])
    expect(found.split('\n')).toEqual(['lika.', 'quelle', 'ett två.', 'annat.'])
  })

  it('is in parts, and the article is found once, whichever have the words', async () => {
    const { db } = await open()
    const [article, other] = [newArticle('a'), newArticle('b')]
    for (const { id } of [article, other]) {
      await insertArticle(db, id === article.id ? article : other)
      await writeFixed(db, id, { title: 'Om rån', sourceText: '', mtTexts: ['Ett rån.'] })
    }
    const head = { articleId: article.id, translationId: 'translation' }
    const parts = () => db.selectFrom('article_search').select('part').where('article_id', '=', article.id).execute()
    const found = async (needle: string) => {
      const ids = await searchArticles(db, needle, 10)
      const select = { ...first, needle, scan: 10 }
      expect((await queueRows(db, select)).rows.map(row => row.id).sort()).toEqual(ids?.toSorted())
      return ids
    }
    await writeCorrected(db, [{ ...head, paragraphs: ['Ett rån i går.', 'Polisen\nvet.'] }])
    expect(await found('ett rån')).toHaveLength(2)
    expect(await found('i går')).toEqual([article.id])
    expect(await found('polisen vet')).toEqual([])
    await writeCorrected(db, [{ ...head, paragraphs: ['Ett rån i dag.'] }])
    expect(await found('i går')).toEqual([])
    expect(await found('i dag')).toEqual([article.id])
    expect(await searchArticles(db, 'ett rån', 3)).toHaveLength(2)
    expect(await searchArticles(db, 'ett rån', 2)).toBeNull()
    await writeCorrected(db, [{ ...head, paragraphs: [] }])
    expect(await parts()).toEqual([{ part: 'fixed' }])
  })
})
