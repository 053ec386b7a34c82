import { compareRevisions } from '../../../src/app/revisions/compare.ts'
import { sha256 } from '../../../src/app/hash.ts'
import { textAt } from '../../../src/app/revisions/read-revision.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { revise } from '../../../src/app/revisions/revise.ts'
import { timeline } from '../../../src/app/revisions/timeline.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newKey, numberOf, testDesk } from '../desk.ts'

const mt = 'LKA Lower Sachsen varnar.\nDet finns fler cannabisklubbar i dag.\nPolisen i Tyskland svarar.'
const fixed = mt.replace('Lower Sachsen', 'Niedersachsen')

forEachStore('saving', open => {
  test('a save is revision 1, its text the head, its hash that of the text; revision 0 stays the machine’s', async () => {
    const desk = await testDesk(await open(), mt)
    const response = await desk.save(desk.anna, fixed, { summary: 'Namnet på svenska' })
    expect(response).toEqual({ status: 'saved', number: 1, hash: sha256(fixed), mergedWith: [] })
    const { head, mtText } = await desk.open()
    expect(head).toMatchObject({ number: 1, text: fixed, hash: sha256(fixed), author: 'Anna Ek' })
    expect(mtText).toBe(mt)
    expect(await textAt(desk.deps, desk.translationId, 0)).toBe(mt)
    expect(await textAt(desk.deps, desk.translationId, 1)).toBe(fixed)
    const { entries } = await timeline(desk.deps, { articleId: desk.articleId })
    expect(entries).toContainEqual(expect.objectContaining({ number: 1, summary: 'Namnet på svenska' }))
  })

  test('without a name nothing is saved', async () => {
    const desk = await testDesk(await open(), mt)
    const request = {
      base: 0,
      change: [mt.length, [0, '!']] as never,
      key: newKey(),
      summary: '',
      reasons: [],
      flags: [],
    }
    await expect(revise(desk.deps, { person: null, translationId: desk.translationId }, request)).rejects.toMatchObject(
      {
        code: 'name-missing',
      },
    )
    expect((await desk.open()).head.number).toBe(0)
  })

  test('a pasted paragraph with one other word is stored as that word', async () => {
    const desk = await testDesk(await open(), mt)
    const line = fixed.split('\n')[0] as string
    const change = [[mt.indexOf('\n'), line], mt.length - mt.indexOf('\n')] as never
    await revise(
      desk.deps,
      { person: desk.anna, translationId: desk.translationId },
      {
        base: 0,
        change,
        key: newKey(),
        summary: '',
        reasons: [],
        flags: [],
      },
    )
    const row = await desk.deps.store.db.selectFrom('revision').selectAll().executeTakeFirstOrThrow()
    expect(JSON.parse(row.change)).toEqual([4, [13, 'Niedersachsen'], mt.length - 17])
    expect([row.words_added, row.words_removed]).toEqual([1, 2])
  })

  test('a save that changes nothing makes no revision', async () => {
    const desk = await testDesk(await open(), mt)
    expect(await desk.save(desk.anna, mt)).toEqual({ status: 'unchanged', number: 0 })
    const retyped = { base: 0, change: [[3, 'LKA'], mt.length - 3] as never }
    expect(await desk.save(desk.anna, mt, retyped)).toEqual({ status: 'unchanged', number: 0 })
  })

  test('the first save takes a new article into review', async () => {
    const desk = await testDesk(await open(), mt)
    expect((await desk.open()).translation.state).toBe('new')
    await desk.save(desk.anna, fixed)
    expect((await desk.open()).translation.state).toBe('in-review')
  })

  test('the queue shows what was saved', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.bo, fixed)
    const row = await desk.deps.store.db.selectFrom('article').selectAll().executeTakeFirstOrThrow()
    // two of fourteen words of the machine's are changed
    expect(row).toMatchObject({
      corrected: Math.round((2 / 14) * 1000),
      state: 'in-review',
      editor_id: desk.bo.id,
      words: 13,
    })
  })

  test('what does not fit its base, is too large or of no revision is refused, and nothing is stored', async () => {
    const desk = await testDesk(await open(), mt)
    const author = { person: desk.anna, translationId: desk.translationId }
    const request = (base: number, change: unknown) => ({
      base,
      change: change as never,
      key: newKey(),
      summary: '',
      reasons: [],
      flags: [],
    })
    await expect(revise(desk.deps, author, request(0, [5]))).rejects.toMatchObject({ code: 'change-misfit' })
    await expect(revise(desk.deps, author, request(0, [-5, mt.length + 5]))).rejects.toMatchObject({
      code: 'change-malformed',
    })
    await expect(revise(desk.deps, author, request(7, [mt.length]))).rejects.toMatchObject({ code: 'revision-unknown' })
    await expect(
      revise(desk.deps, { ...author, translationId: '0000000000000000' }, request(0, [])),
    ).rejects.toMatchObject({
      code: 'translation-unknown',
    })
    const small = { ...desk.deps, limits: { ...desk.deps.limits, textBytes: mt.length + 1 } }
    await expect(revise(small, author, request(0, [mt.length, [0, 'å']]))).rejects.toMatchObject({
      code: 'text-too-large',
      values: { limit: '0.000091 MB', size: '0.000092 MB' },
    })
    await expect(
      revise(desk.deps, author, {
        ...request(0, [mt.length, [0, '!']]),
        reasons: [{ from: 3, to: 9999, category: 'style/awkward', severity: 'minor' }],
      }),
    ).rejects.toMatchObject({ code: 'field-invalid' })
    expect((await desk.open()).head.number).toBe(0)
  })

  describe('the idempotency key', () => {
    test('sent twice, one after the other or at once, it is one revision', async () => {
      const desk = await testDesk(await open(), mt)
      const key = newKey()
      const answers = await Promise.all([1, 2, 3].map(() => desk.save(desk.anna, fixed, { base: 0, key })))
      answers.push(await desk.save(desk.anna, fixed, { base: 0, key }))
      for (const answer of answers)
        expect(answer).toEqual({ status: 'saved', number: 1, hash: sha256(fixed), mergedWith: [] })
      expect((await desk.open()).head.number).toBe(1)
    })

    test('names a save together with what was asked: with another text it is another save', async () => {
      const desk = await testDesk(await open(), mt)
      const key = newKey()
      await desk.save(desk.anna, fixed, { base: 0, key })
      const other = mt.replace('svarar', 'tiger')
      expect(await desk.save(desk.anna, other, { base: 0, key })).toMatchObject({ status: 'saved', number: 2 })
      expect(await desk.text()).toBe(fixed.replace('svarar', 'tiger'))
    })

    test('of a page gone back to undoes what is asked now, not what was asked then', async () => {
      const desk = await testDesk(await open(), 'Ett hus. En bil.')
      await desk.save(desk.anna, 'Ett stort hus. En bil.')
      await desk.save(desk.anna, 'Ett stort hus. En röd bil.')
      const at = { person: desk.bo, articleId: desk.articleId, key: newKey() }
      await undoRevision(desk.deps, { ...at, revision: 1 })
      await undoRevision(desk.deps, { ...at, revision: 2 })
      await undoRevision(desk.deps, { ...at, revision: 2 })
      expect(await desk.text()).toBe('Ett hus. En bil.')
      expect((await desk.open()).head.number).toBe(4)
    })

    test('answers a repeated merge as it did the first time', async () => {
      const desk = await testDesk(await open(), mt)
      await desk.save(desk.anna, fixed)
      const key = newKey()
      const mine = mt.replace('svarar', 'tiger')
      const first = await desk.save(desk.bo, mine, { base: 0, key })
      expect(first).toMatchObject({ status: 'saved', number: 2, mergedWith: [1] })
      await desk.save(desk.anna, fixed.replace('svarar', 'tiger') + '\nSlut.')
      expect(await desk.save(desk.bo, mine, { base: 0, key })).toEqual(first)
    })
  })

  test('300 revisions: each rebuilds to its hash, across the snapshots', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, translationId } = desk
    let text = mt
    for (let n = 1; n <= 300; n += 1) {
      const lines = text.split('\n')
      lines[n % 3] = `${lines[n % 3]} ord${n}`.replace(/ord\d+ (ord\d+ ord\d+ ord\d+)$/, '$1')
      text = lines.join('\n')
      const base = n - 1
      expect(numberOf(await desk.save(n % 2 ? desk.anna : desk.bo, text, { base }))).toBe(n)
    }
    const snapshots = await deps.store.db.selectFrom('snapshot').select('number').orderBy('number').execute()
    expect(snapshots.map(row => row.number)).toEqual([0, 200])
    const rows = await deps.store.db.selectFrom('revision').select(['number', 'hash']).orderBy('number').execute()
    // deps with no memory of what was read
    const fresh = { ...deps, store: { ...deps.store, db: deps.store.db } }
    for (const { number, hash } of rows) expect(sha256(await textAt(fresh, translationId, number))).toBe(hash)
    const { a, b, diff } = await compareRevisions(deps, { articleId: desk.articleId, from: 199, to: 201 })
    expect(b).not.toBe(a)
    expect(diff.hunks.length).toBeGreaterThan(0)
  })
})
