import { AsyncResource } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { isUniqueViolation } from '../../src/store/db/errors.ts'
import { openDatabase } from '../../src/store/db/open.ts'
import type { Store } from '../../src/store/db/store.ts'
import { forEachStore } from '../contracts/stores.ts'
import { newPerson } from './rows.ts'

forEachStore('transactions', (open, newWhere) => {
  const addPerson = async (store: Store, name: string) => {
    const person = newPerson(name)
    await store.db.insertInto('person').values(person).execute()
    return person
  }
  const names = async (store: Store) => (await store.db.selectFrom('person').select('name').execute()).map(p => p.name)

  test('a transaction that throws leaves nothing, and the next one works', async () => {
    const store = await open()
    const failed = store.transaction(async tx => {
      await tx.insertInto('person').values(newPerson('Eva')).execute()
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await names(store)).toEqual([])
    await store.transaction(tx => tx.insertInto('person').values(newPerson('Bo')).execute())
    expect(await names(store)).toEqual(['Bo'])
  })

  test('the outer db inside a transaction is refused instead of hanging or escaping', async () => {
    const store = await open()
    await expect(store.transaction(() => store.db.selectFrom('person').selectAll().execute())).rejects.toThrow(
      'pass `tx` on',
    )
    await expect(store.transaction(() => store.transaction(() => Promise.resolve()))).rejects.toThrow('pass `tx` on')
    await addPerson(store, 'Eva')
    expect(await names(store)).toEqual(['Eva'])
  })

  test('transactions that read and then write do not lose each other', async () => {
    const store = await open()
    await store.db.insertInto('setting').values({ name: 'n', value: '0' }).execute()
    const one = (tx: Parameters<Parameters<Store['transaction']>[0]>[0]) =>
      tx.selectFrom('setting').select('value').where('name', '=', 'n').executeTakeFirstOrThrow()
    const increment = () =>
      store.transaction(async tx => {
        const { value } = await one(tx)
        await sleep(1)
        await tx
          .updateTable('setting')
          .set({ value: String(Number(value) + 1) })
          .where('name', '=', 'n')
          .execute()
      })
    await Promise.all(Array.from({ length: 12 }, increment))
    expect(await store.transaction(one)).toEqual({ value: '12' })
  })

  test('of many at once, those that fail leave nothing and take nobody along', async () => {
    const store = await open()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) =>
        store.transaction(async tx => {
          await tx
            .insertInto('person')
            .values(newPerson(`p${i}`))
            .execute()
          if (i % 3 === 0) throw new Error('no')
          if (i % 3 === 1) await tx.insertInto('person').values(newPerson('twice')).execute()
        }),
      ),
    )
    expect(outcomes.filter(o => o.status === 'fulfilled')).toHaveLength(21)
    const wanted = outcomes.flatMap((o, i) => (o.status === 'fulfilled' ? [`p${i}`] : []))
    expect((await names(store)).sort()).toEqual([...wanted, 'twice'].sort())
  })

  test('what is not committed is seen by nobody, and holds up no reader', async () => {
    const store = await open()
    const [written, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const writing = store.transaction(async tx => {
      await tx.insertInto('person').values(newPerson('Eva')).execute()
      written.resolve()
      await seen.promise
    })
    await written.promise
    expect(await names(store)).toEqual([])
    seen.resolve()
    await writing
    expect(await names(store)).toEqual(['Eva'])
  })

  test('single statements that write come between transactions, and fail by themselves', async () => {
    const store = await open()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => {
        const values = newPerson(`p${i % 30}`)
        if (i % 2) return store.transaction(tx => tx.insertInto('person').values(values).execute())
        return store.db.insertInto('person').values(values).returning('id').executeTakeFirstOrThrow()
      }),
    )
    expect(outcomes.filter(o => o.status === 'rejected' && isUniqueViolation(o.reason))).toHaveLength(10)
    expect(await names(store)).toHaveLength(30)
  })

  test('a snapshot sees one state while others write', async () => {
    const store = await open()
    await addPerson(store, 'Eva')
    const anotherRequest = AsyncResource.bind(() => addPerson(store, 'Bo'))
    const seen = await store.snapshot(async tx => {
      const count = async () => (await tx.selectFrom('person').selectAll().execute()).length
      const before = await count()
      await anotherRequest()
      return [before, await count()]
    })
    expect(seen).toEqual([1, 1])
    expect(await names(store)).toHaveLength(2)
    await expect(store.snapshot(tx => tx.insertInto('person').values(newPerson('Ida')).execute())).rejects.toThrow(
      /read.?only/i,
    )
  })

  test('a second opening of the same place sees what the first wrote, and both write', async () => {
    const where = await newWhere()
    const [first, again] = [await openDatabase(where), await openDatabase(where)]
    await Promise.all([
      ...Array.from({ length: 20 }, (_, i) => addPerson(first, `a${i}`)),
      ...Array.from({ length: 20 }, (_, i) =>
        again.transaction(tx =>
          tx
            .insertInto('person')
            .values(newPerson(`b${i}`))
            .execute(),
        ),
      ),
    ])
    expect([(await names(first)).length, (await names(again)).length]).toEqual([40, 40])
    await Promise.all([first.close(), again.close()])
  })

  test('two thousand queued transactions leave the event loop its turns', async () => {
    const store = await open()
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    await Promise.all(
      Array.from({ length: 2000 }, (_, i) =>
        store.transaction(tx =>
          tx
            .insertInto('setting')
            .values({ name: `n${i}`, value: '' })
            .execute(),
        ),
      ),
    )
    clearInterval(timer)
    expect(longest).toBeLessThan(400)
  })
})
