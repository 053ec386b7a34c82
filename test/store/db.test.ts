import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { isForeignKeyViolation, isUniqueViolation } from '../../src/store/db/errors.ts'
import { openDatabase } from '../../src/store/db/open.ts'
import { capabilitiesOf } from '../../src/store/db/store.ts'
import type { Store } from '../../src/store/db/store.ts'
import { newId } from '../../src/store/id.ts'
import { searchArticles, textHas } from '../../src/store/search.ts'
import { forEachStore, storeNames } from '../contracts/stores.ts'
import { newArticle, newPerson, newTranslation } from './rows.ts'

forEachStore('the database', (open, newWhere) => {
  const addPerson = async (store: Store, name: string) => {
    const person = newPerson(name)
    await store.db.insertInto('person').values(person).execute()
    return person
  }
  const names = async (store: Store) => (await store.db.selectFrom('person').select('name').execute()).map(p => p.name)

  test('keeps what is written, numbers as numbers', async () => {
    const store = await open()
    const eva = await addPerson(store, 'Eva Åström')
    expect(await store.db.selectFrom('person').selectAll().execute()).toEqual([eva])
    const { n, total } = await store.db
      .selectFrom('person')
      .select(e => [e.fn.countAll().as('n'), e.fn.sum('created_at').as('total')])
      .executeTakeFirstOrThrow()
    expect([n, total]).toEqual([1, eva.created_at])
  })

  test('violations are told apart', async () => {
    const store = await open()
    await addPerson(store, 'Eva')
    const unique = await addPerson(store, 'EVA').catch((e: unknown) => e)
    expect([isUniqueViolation(unique), isForeignKeyViolation(unique)]).toEqual([true, false])
    const orphan = { ...newTranslation('0000000000000000', 'text'), id: newId() }
    const foreign = await store.db
      .insertInto('translation')
      .values(orphan)
      .execute()
      .catch((e: unknown) => e)
    expect([isUniqueViolation(foreign), isForeignKeyViolation(foreign)]).toEqual([false, true])
  })

  test('closed, it says so', async () => {
    const store = await openDatabase(await newWhere())
    await names(store)
    await store.close()
    await expect(names(store)).rejects.toThrow(/clos|end/)
    await expect(store.transaction(() => Promise.resolve())).rejects.toThrow(/clos|end/)
  })

  test('sort keys compare by code unit, whatever the locale of the server', async () => {
    const store = await open()
    const { db } = store
    for (const key of ['b', 'a', 'Z', 'z{', 'z|a', 'z}'])
      await db.insertInto('article').values(newArticle(key)).execute()
    const rows = await db.selectFrom('article').select('title_key').orderBy('title_key').execute()
    expect(rows.map(row => row.title_key)).toEqual(['Z', 'a', 'b', 'z{', 'z|a', 'z}'])
  })

  test.each([
    'lower saxony',
    ': inuti',
    'eu: s',
    '50 %',
    'a_b',
    'c\\d',
    '"citat"',
    'åäö',
    'ö',
    'ab',
    '%',
    "o'",
    '*',
    'finns ej',
    'and or',
  ])('a substring is found as JavaScript finds it: %s', async needle => {
    const { db } = await open()
    const texts = [
        'polisen i lower saxony', 'det var: inuti huset', 'eu: s regler', '50 % av 50%', 'a_b axb', 'c\\d cd', 'ett "citat" här',
        'åäö', 'ao', 'ab', "o'hara *", 'and or not near', 'lower\nsaxony',
      ] // prettier-ignore
    const articles = texts.map((text, i) => ({ ...newArticle(String(i)), text }))
    for (const { text, ...article } of articles) {
      await db.insertInto('article').values(article).execute()
      await db
        .insertInto('article_search')
        .values({ article_id: article.id, part: 'fixed', text_folded: 'before' })
        .execute()
      await db.updateTable('article_search').set({ text_folded: text }).where('article_id', '=', article.id).execute()
    }
    await db.deleteFrom('article').where('title_key', '=', '0').execute()
    const wanted = articles.filter(a => a.title_key !== '0' && a.text.includes(needle)).map(a => a.id)
    const scanned = await db
      .selectFrom('article')
      .select('id')
      .where(sql<boolean>`${textHas(needle)}`)
      .execute()
    expect(scanned.map(row => row.id).sort()).toEqual(wanted.sort())
    if (needle.length >= 3) expect((await searchArticles(db, needle, 100))?.toSorted()).toEqual(wanted.sort())
  })

  test('the capabilities are known from a transaction too', async () => {
    const store = await open()
    expect(store.capabilities.substringIndexed).toBe(true)
    expect(await store.transaction(tx => Promise.resolve(capabilitiesOf(tx)))).toEqual(store.capabilities)
  })

  test('removing an article takes all that hangs on it', async () => {
    const { db } = await open()
    const eva = newPerson('Eva')
    const article = newArticle('a')
    const translation = newTranslation(article.id, 'text')
    await db.insertInto('person').values(eva).execute()
    await db.insertInto('article').values(article).execute()
    await db
      .insertInto('article_search')
      .values({ article_id: article.id, part: 'fixed', text_folded: 'text' })
      .execute()
    await db.insertInto('translation').values(translation).execute()
    await db.insertInto('snapshot').values({ translation_id: translation.id, number: 0, text: 'text' }).execute()
    const event = {
      id: newId(),
      article_id: article.id,
      translation_id: translation.id,
      person_id: eva.id,
      at: 1,
      kind: 'state',
      detail: '{}',
    }
    await db.insertInto('event').values(event).execute()
    await db.deleteFrom('article').execute()
    for (const table of ['article_search', 'translation', 'snapshot', 'event'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    expect((await sql`select 1 from person`.execute(db)).rows).toHaveLength(1)
  })
})

if (storeNames.includes('sqlite'))
  test('what was deleted is in no file any more once it is forgotten', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rodpenna-store-'))
    const store = await openDatabase({ dataDir })
    const words = ['hemligstämplat', 'zqxzqy']
    for (let i = 0; i < 40; i++) {
      const article = newArticle(`a${i}`)
      const text = i === 7 ? words.join(' ') : `nummer ${i}`
      await store.db
        .insertInto('article')
        .values({ ...article, source_text: text })
        .execute()
      await store.db
        .insertInto('article_search')
        .values({ article_id: article.id, part: 'fixed', text_folded: text })
        .execute()
    }
    const has = (needle: string) =>
      readdirSync(dataDir).filter(name => readFileSync(join(dataDir, name)).includes(needle)).length > 0
    // whole in the table, as trigrams (sorted, so that `zqx` is followed by what differs of `zqy`) in the index
    expect(['hemligst', 'zqx'].map(has)).toEqual([true, true])
    await store.db.deleteFrom('article').where('title_key', '=', 'a7').execute()
    await store.forget()
    expect(['hemligst', 'zqx', 'zqy'].map(has)).toEqual([false, false, false])
    await store.close()
    rmSync(dataDir, { recursive: true })
  })

test('a folder that cannot be written is told as a Problem', async () => {
  const file = fileURLToPath(import.meta.url)
  await expect(openDatabase({ dataDir: file })).rejects.toMatchObject({ code: 'folder-unwritable' })
  await expect(openDatabase({ dataDir: `${file}/below` })).rejects.toMatchObject({ code: 'folder-unwritable' })
})

test('a file that is no database is told as a Problem', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rodpenna-store-'))
  writeFileSync(
    join(dataDir, 'rodpenna.sqlite'),
    'this is a letter, and no database at all, however long it is'.repeat(100),
  )
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'folder-unwritable' })
  rmSync(dataDir, { recursive: true })
})
