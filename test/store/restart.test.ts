import pg from 'pg'
import { findPrograms, startOwn } from '../../scripts/postgres.mjs'
import { Problem } from '../../src/errors.ts'
import { openDatabase } from '../../src/store/db/open.ts'
import type { Store } from '../../src/store/db/store.ts'
import { searchArticles } from '../../src/store/search.ts'
import { newPlace, storeNames } from '../contracts/stores.ts'
import { newArticle } from './rows.ts'

/** Writes until told to stop; tells what was acknowledged, and what each failure was. */
function keepWriting(store: Store) {
  const acknowledged: string[] = []
  const failures: unknown[] = []
  let stopped = false
  let n = 0
  const writer = async () => {
    while (!stopped) {
      const name = String(n++)
      try {
        await store.transaction(tx => tx.insertInto('setting').values({ name, value: '' }).execute())
        acknowledged.push(name)
      } catch (error) {
        failures.push(error)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
  }
  const writers = Promise.all(Array.from({ length: 5 }, writer))
  const until = async (enough: () => boolean) => {
    while (!enough()) await new Promise(resolve => setTimeout(resolve, 10))
  }
  const stop = () => {
    stopped = true
    return writers
  }
  return { acknowledged, failures, until, stop }
}

async function survives(store: Store, disturb: () => Promise<unknown>): Promise<void> {
  const { acknowledged, failures, until, stop } = keepWriting(store)
  await until(() => acknowledged.length > 50)
  await disturb()
  const before = acknowledged.length
  await until(() => acknowledged.length > before + 50)
  await stop()
  expect(failures.filter(e => !(e instanceof Problem && e.code === 'database-unreachable'))).toEqual([])
  const there = new Set((await store.db.selectFrom('setting').select('name').execute()).map(row => row.name))
  expect(acknowledged.filter(name => !there.has(name))).toEqual([])
}

test('a server that is not there is told as a Problem', async () => {
  await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
    code: 'database-unreachable',
  })
})

if (storeNames.includes('postgres')) {
  test('connections that the server ends are replaced', async () => {
    const place = await newPlace('postgres')
    const store = await openDatabase(place.where)
    const url = 'url' in place.where ? place.where.url : ''
    await survives(store, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      await client.end()
    })
    await store.close()
    await place.remove()
  })
}

if (storeNames.includes('postgres') && findPrograms()) {
  test('a server that restarts twice under writers is survived', async () => {
    const server = await startOwn()
    try {
      const store = await openDatabase({ url: server.url })
      await survives(store, server.restart)
      await store.db.deleteFrom('setting').execute()
      await survives(store, server.restart)
      // with idle connections in the pool, at once and after the news of it has come
      await server.restart()
      await store.transaction(tx => tx.deleteFrom('setting').execute())
      await server.restart()
      await new Promise(resolve => setTimeout(resolve, 100))
      await store.db.selectFrom('setting').select('name').execute()
      await store.close()
    } finally {
      await server.stop()
    }
  })
}

if (storeNames.includes('postgres') && findPrograms())
  test('where the trigram extension is not permitted, substrings are found by reading', async () => {
    const server = await startOwn()
    const admin = new pg.Client({ connectionString: server.url })
    try {
      await admin.connect()
      await admin.query('create role plain login; create schema plain authorization plain')
      const url = new URL(server.url)
      url.username = 'plain'
      const store = await openDatabase({ url: url.href })
      expect(store.capabilities).toEqual({ substringSearch: 'like', substringIndexed: false })
      const article = newArticle('a')
      await store.db.insertInto('article').values(article).execute()
      await store.db
        .insertInto('article_search')
        .values({ article_id: article.id, part: 'fixed', text_folded: 'det var: inuti' })
        .execute()
      expect(await searchArticles(store.db, ': inu', 10)).toEqual([article.id])
      await store.close()
    } finally {
      await admin.end()
      await server.stop()
    }
  })
