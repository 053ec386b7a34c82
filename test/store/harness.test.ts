import { newId } from '../../src/store/id.ts'
import { isUniqueViolation } from '../../src/store/db/errors.ts'
import { forEachStore } from '../contracts/stores.ts'

forEachStore('a store', open => {
  const person = (name: string) => ({
    id: newId(),
    name,
    name_folded: name.toLowerCase(),
    created_at: 1_700_000_000_000,
  })

  test('keeps what is written, numbers as numbers', async () => {
    const { db } = await open()
    const eva = person('Eva')
    expect(await db.insertInto('person').values(eva).returningAll().executeTakeFirst()).toEqual(eva)
    expect(await db.selectFrom('person').selectAll().execute()).toEqual([eva])
    const count = await db
      .selectFrom('person')
      .select(e => e.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    expect(count.n).toBe(1)
  })

  test('a unique violation is told as such', async () => {
    const { db } = await open()
    await db.insertInto('person').values(person('Eva')).execute()
    const again = db.insertInto('person').values(person('EVA')).execute()
    expect(isUniqueViolation(await again.catch((e: unknown) => e))).toBe(true)
  })

  test('a transaction that throws leaves nothing', async () => {
    const store = await open()
    const failed = store.transaction(async tx => {
      await tx.insertInto('person').values(person('Eva')).execute()
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await store.db.selectFrom('person').selectAll().execute()).toEqual([])
  })

  test('the outer db inside a transaction is refused instead of hanging or escaping', async () => {
    const store = await open()
    await expect(store.transaction(() => store.db.selectFrom('person').selectAll().execute())).rejects.toThrow(
      'pass `tx` on',
    )
    await expect(store.transaction(() => store.transaction(() => Promise.resolve()))).rejects.toThrow('pass `tx` on')
    await store.transaction(tx => tx.insertInto('person').values(person('Eva')).execute())
    expect(await store.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
  })
})
