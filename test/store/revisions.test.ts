import { advanceHead, bareHeadOf, headOf, headTextOf, holdHead } from '../../src/store/heads.ts'
import {
  authorsOf,
  insertRevision,
  insertSnapshot,
  revisionBySaveKey,
  revisionLine,
  revisionsBefore,
  snapshotBefore,
  stepsBetween,
} from '../../src/store/revisions.ts'
import { isUniqueViolation } from '../../src/store/db/errors.ts'
import { testDesk } from '../app/desk.ts'
import { forEachStore } from '../contracts/stores.ts'

const row = (translationId: string, authorId: string, number: number) => ({
  translation_id: translationId,
  number,
  author_id: authorId,
  created_at: 1000 + number,
  summary: `nr ${number}`,
  change: '[3]',
  hash: `hash-${number}`,
  words_added: 1,
  words_removed: 0,
  reasons: '[]',
  restores: null,
  undoes: null,
  merged_from: null,
  save_key: `${translationId}-${number}`,
})

forEachStore('revisions in the store', open => {
  test('are read in order, between numbers, and newest first below one', async () => {
    const { deps, anna, bo, translationId: id } = await testDesk(await open(), 'abc')
    const { db } = deps.store
    for (let n = 1; n <= 5; n += 1) await insertRevision(db, row(id, n % 2 ? anna.id : bo.id, n))
    expect((await stepsBetween(db, id, 1, 4)).map(step => step.number)).toEqual([2, 3, 4])
    expect((await revisionsBefore(db, id, 4, 2)).map(line => [line.number, line.author])).toEqual([
      [3, 'Anna Ek'],
      [2, 'Bo Ås'],
    ])
    expect(await revisionLine(db, id, 2)).toMatchObject({
      number: 2,
      author: 'Bo Ås',
      created_at: 1002,
      summary: 'nr 2',
    })
    expect(await revisionLine(db, id, 9)).toBeUndefined()
    expect([...(await authorsOf(db, id))].length).toBe(5)
  })

  test('have one number and one key each', async () => {
    const { deps, anna, translationId: id } = await testDesk(await open(), 'abc')
    const { db } = deps.store
    await insertRevision(db, row(id, anna.id, 1))
    const twice = await insertRevision(db, { ...row(id, anna.id, 1), save_key: 'another' }).catch(
      (error: unknown) => error,
    )
    const again = await insertRevision(db, { ...row(id, anna.id, 2), save_key: `${id}-1` }).catch(
      (error: unknown) => error,
    )
    expect([isUniqueViolation(twice), isUniqueViolation(again)]).toEqual([true, true])
    expect(await revisionBySaveKey(db, `${id}-1`)).toEqual({
      number: 1,
      hash: 'hash-1',
      merged_from: null,
    })
    expect(await revisionBySaveKey(db, 'another')).toBeUndefined()
  })

  test('the snapshot before a revision is the last whole text at or before it', async () => {
    const { deps, translationId: id } = await testDesk(await open(), 'abc')
    const { db } = deps.store
    await insertSnapshot(db, { translation_id: id, number: 200, text: 'def' })
    expect(await snapshotBefore(db, id, 199)).toEqual({ number: 0, text: 'abc' })
    expect(await snapshotBefore(db, id, 200)).toEqual({ number: 200, text: 'def' })
    expect(await snapshotBefore(db, 'none', 200)).toBeUndefined()
  })
})

forEachStore('the head', open => {
  test('is found by its translation or its article, and not where both do not belong together', async () => {
    const desk = await testDesk(await open(), 'abc')
    const other = await testDesk(desk.deps.store, 'def')
    const { db } = desk.deps.store
    const { articleId, translationId } = desk
    expect(await headOf(db, { articleId })).toMatchObject({ id: translationId, head_text: 'abc' })
    expect(await bareHeadOf(db, { translationId })).not.toHaveProperty('head_text')
    expect(await headOf(db, { articleId, translationId: other.translationId })).toBeUndefined()
    expect(await headOf(db, {})).toBeUndefined()
    expect([await headTextOf(db, translationId, 0), await headTextOf(db, translationId, 1)]).toEqual(['abc', undefined])
  })

  test('goes on by one, and only from where it is', async () => {
    const { deps, translationId: id } = await testDesk(await open(), 'abc')
    const { db } = deps.store
    const next = { number: 1, hash: 'h', text: 'abcd' }
    expect(await advanceHead(db, id, next)).toBe('new')
    expect(await advanceHead(db, id, next)).toBeUndefined()
    expect([await holdHead(db, id, 0), await holdHead(db, id, 1), await holdHead(db, 'none', 1)]).toEqual([
      false,
      true,
      false,
    ])
    expect(await bareHeadOf(db, { translationId: id })).toMatchObject({ head_number: 1, state: 'new' })
  })

  test('moved by two at once is moved by one', async () => {
    const { deps, translationId: id } = await testDesk(await open(), 'abc')
    const move = (text: string) => deps.store.transaction(tx => advanceHead(tx, id, { number: 1, hash: text, text }))
    expect((await Promise.all([move('x'), move('y')])).filter(Boolean)).toEqual(['new'])
  })
})
