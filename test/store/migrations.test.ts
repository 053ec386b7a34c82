import { sql } from 'kysely'
import { openDatabase } from '../../src/store/db/open.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { forEachStore } from '../contracts/stores.ts'
import { newArticle, newPerson } from './rows.ts'

forEachStore('migrations', (open, newWhere) => {
  test('are run once: what is there stays when the store is opened again', async () => {
    const where = await newWhere()
    const first = await openDatabase(where)
    await first.db.insertInto('person').values(newPerson('Eva')).execute()
    await first.close()
    const again = await openDatabase(where)
    expect(await again.db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Eva' }])
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(again.db)
    expect(rows.map(row => row.name)).toEqual(migrations.map(m => m.name))
    await again.close()
  })

  test('of a newer version are refused by an older one', async () => {
    const where = await newWhere()
    const store = await openDatabase(where)
    await sql`insert into migration (name, at) values ('9999-later', 1)`.execute(store.db)
    await store.close()
    await expect(openDatabase(where)).rejects.toMatchObject({ code: 'database-newer', values: { name: '9999-later' } })
  })

  test('make tables that keep texts from standing where numbers belong', async () => {
    const { db } = await open()
    const wrong = { ...newArticle('a'), words: 'many' as unknown as number }
    await expect(db.insertInto('article').values(wrong).execute()).rejects.toThrow(/integer/i)
  })
})
