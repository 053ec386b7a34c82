import { beginAnnotation } from '../../../src/app/annotate/begin-annotation.ts'
import { compareAnnotations } from '../../../src/app/annotate/compare-annotations.ts'
import { listAnnotations } from '../../../src/app/annotate/list-annotations.ts'
import { rememberLook } from '../../../src/app/annotate/seen.ts'
import type { Deps, Person } from '../../../src/app/deps.ts'
import { ensurePerson } from '../../../src/app/ensure-person.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { testDesk } from '../desk.ts'
import { imported, upload } from '../files.ts'
import { newsroom, problemOf } from '../newsroom.ts'
import { annotator, type Annotator } from './annotated.ts'

const mt = 'LKA Lower Sachsen varnar för cannabiskarnival.\nDelegationen besökte Tyskland.'

const reader = createReadThread()
afterAll(() => reader.close())

async function begun(store: Store) {
  const desk = await testDesk(store, mt)
  const { deps, anna, bo, translationId } = desk
  const annas = await annotator(deps, mt, { person: anna, translationId })
  const bos = await annotator(deps, mt, { person: bo, translationId })
  await annas.mark('varnar')
  await bos.mark('varnar')
  /** by layer, whose marks could be seen */
  const saw = async () => {
    const { annotations } = await listAnnotations(deps, { translationId, person: null })
    return Object.fromEntries(annotations.map(({ layer, saw: seen }) => [layer, seen]))
  }
  const compare = async (a: string | null = null, b: string | null = null) =>
    compareAnnotations(deps, { translationId, person: null, a, b })
  const late = async (name: string): Promise<Annotator> =>
    annotator(deps, mt, { person: await ensurePerson(deps, name), translationId })
  return { ...desk, annas, bos, saw, compare, late }
}

forEachStore('an annotation is blind towards another', open => {
  test('as long as neither could see the other’s: begun and finished in any order, opened again while the other is at work', async () => {
    const { annas, bos, saw, compare } = await begun(await open())
    for (const act of ['finish', 'reopen', 'withdraw', 'reopen', 'finish'] as const) await annas.move(act)
    await bos.move('finish')
    expect(await saw()).toEqual({ 'Anna Ek': [], 'Bo Ås': [] })
    expect((await compare()).compared?.blind).toBe(true)
  })

  test.each([['finish'], ['withdraw']] as const)(
    'not when it was taken up again after both could be seen and one did %s: it keeps its marks, and that is told wherever it is compared or given out',
    async act => {
      const { deps, articleId, annas, bos, saw, compare } = await begun(await open())
      for (const one of [annas, bos]) await one.move('finish')
      if (act === 'withdraw') await bos.move('withdraw')
      await bos.move('reopen')
      await bos.mark('Tyskland')
      await bos.move('finish')
      expect(await saw()).toEqual({ 'Anna Ek': [], 'Bo Ås': ['Anna Ek'] })
      const { compared, comparable } = await compare()
      expect(compared).toMatchObject({ blind: false, b: { layer: 'Bo Ås', saw: ['Anna Ek'] } })
      expect(comparable).toEqual([{ a: 'Anna Ek', b: 'Bo Ås', blind: false }])
      const given = async (format: string) => String((await exportArticle(deps, { articleId, format })).body)
      expect((JSON.parse(await given('json')) as { annotators: object[] }).annotators).toContainEqual({ author: 'Bo Ås', layer: 'Bo Ås', segments: null, saw: ['Anna Ek'] }) // prettier-ignore
      expect(await given('esa')).toContain('"saw":["Anna Ek"]')
      expect(await given('mqmtsv')).toContain('"saw":["Anna Ek"]')
    },
  )

  test('not when it was withdrawn and begun anew after the others could be seen', async () => {
    const { deps, bo, translationId, annas, bos, saw, late } = await begun(await open())
    await bos.move('withdraw')
    const cias = await late('Cia Öst')
    for (const one of [annas, cias]) await one.move('finish')
    await beginAnnotation(deps, { person: bo, translationId })
    await annas.move('withdraw')
    expect((await saw())['Bo Ås']).toEqual(['Anna Ek', 'Cia Öst'])
  })

  test('not when its annotator came after two could be compared, though one of them is withdrawn by then', async () => {
    const { annas, bos, saw, late } = await begun(await open())
    for (const one of [annas, bos]) await one.move('finish')
    await bos.move('withdraw')
    await late('Cia Öst')
    expect(await saw()).toEqual({ 'Anna Ek': [], 'Bo Ås': [], 'Cia Öst': ['Anna Ek', 'Bo Ås'] })
  })

  test('when it came after one that stood alone, which no page shows', async () => {
    const { annas, bos, saw, late } = await begun(await open())
    await bos.move('withdraw')
    await annas.move('finish')
    await late('Cia Öst')
    expect((await saw())['Cia Öst']).toEqual([])
  })

  test('not when its annotator has looked at what one alone had found; another who has is no matter', async () => {
    const { deps, articleId, translationId, annas, bos, saw, late } = await begun(await open())
    const [cia, dan] = [await ensurePerson(deps, 'Cia Öst'), await ensurePerson(deps, 'Dan Ahl')]
    await annas.move('finish')
    // Bo is still at work: nothing of hers is shown
    await rememberLook(deps, [articleId], dan)
    await bos.move('withdraw')
    for (const person of [cia, cia, annas.person, null]) await rememberLook(deps, [articleId], person)
    const told = async (person: Person) => (await listAnnotations(deps, { translationId, person })).couldSee // prettier-ignore
    expect([await told(cia), await told(dan)]).toEqual([['Anna Ek'], []])
    for (const name of ['Dan Ahl', 'Cia Öst']) await late(name)
    expect(await told(cia)).toEqual([])
    expect(await saw()).toMatchObject({ 'Anna Ek': [], 'Cia Öst': ['Anna Ek'], 'Dan Ahl': [] })
  })

  test('and such a pair is compared before others, unless others are asked for; these stand beside it', async () => {
    const { annas, bos, compare, late } = await begun(await open())
    for (const one of [annas, bos]) await one.move('finish')
    await annas.move('reopen')
    await annas.move('finish')
    const cias = await late('Cia Öst')
    const dans = await late('Dan Ahl')
    for (const one of [cias, dans]) await one.move('finish')
    const { compared, comparable } = await compare()
    // those two began before either had finished
    expect([compared?.a.layer, compared?.b.layer, compared?.blind]).toEqual(['Cia Öst', 'Dan Ahl', true])
    expect(comparable.map(({ blind }) => blind)).toEqual([true, false, false, false, false, false])
    expect((await compare('Anna Ek')).compared).toMatchObject({ blind: false, a: { layer: 'Anna Ek' }, b: { layer: 'Bo Ås' } }) // prettier-ignore
    expect((await compare('Dan Ahl', 'Anna Ek')).compared).toMatchObject({ a: { layer: 'Dan Ahl' }, b: { layer: 'Anna Ek' } }) // prettier-ignore
    for (const [a, b] of [['Anna Ek', 'Anna Ek'], ['Eva', null], ['Anna Ek', 'Eva']] as const)
      await expect(compare(a, b)).rejects.toMatchObject({ code: 'field-invalid' }) // prettier-ignore
  })

  test('not towards a file’s, which stands at the desk; two that were begun after it are towards each other', async () => {
    const fresh = await newsroom(await open())
    const room = { ...fresh, deps: { ...fresh.deps, reader } }
    const rows = ['system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity', 'A\td\t1\t1\tEva\tJa.\t<v>Jo.</v>\tStyle/Awkward\tMinor'] // prettier-ignore
    await imported(room, [upload('marot.tsv', rows.join('\n'))])
    const { id: translationId } = await room.deps.store.db.selectFrom('translation').select('id').executeTakeFirstOrThrow() // prettier-ignore
    for (const person of [room.anna, room.bo]) {
      const one = await annotator(room.deps, 'Jo.', { person, translationId })
      await one.mark('Jo')
      if (person === room.bo) await one.move('finish')
    }
    const { annotations } = await listAnnotations(room.deps, { translationId, person: null })
    expect(annotations.map(({ saw }) => saw)).toEqual([['Eva'], ['Eva']])
  })

  test('of two annotators of a file nobody knows', async () => {
    const fresh = await newsroom(await open())
    const room = { ...fresh, deps: { ...fresh.deps, reader } }
    const row = (rater: string) => `A\td\t1\t1\t${rater}\tJa.\t<v>Jo.</v>\tStyle/Awkward\tMinor`
    const heading = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity'
    await imported(room, [upload('marot.tsv', [heading, row('Eva'), row('Per')].join('\n'))])
    const { id: translationId } = await room.deps.store.db.selectFrom('translation').select('id').executeTakeFirstOrThrow() // prettier-ignore
    const found = await compareAnnotations(room.deps, { translationId, person: null, a: null, b: null })
    expect(found.compared).toMatchObject({ a: { layer: 'Eva' }, b: { layer: 'Per' }, blind: null })
  })

  test('two who finish at once are both remembered as shown', async () => {
    const { deps, annas, bos } = await begun(await open())
    await Promise.all([annas.move('finish'), bos.move('finish')])
    const rows = await deps.store.db.selectFrom('annotation').select('shown_at').execute()
    expect(rows.map(({ shown_at }) => shown_at === null)).toEqual([false, false])
  })
})

forEachStore('an annotation that is begun', open => {
  test('while its article is purged is told that it is gone', async () => {
    const { deps, articleId, translationId, anna, bo } = await testDesk(await open(), mt)
    let found = false
    const transaction: Store['transaction'] = async work => {
      // after the head was found, and before anything is written
      if (!found) await purgeArticle(deps, { person: bo, articleId })
      found = true
      return deps.store.transaction(work)
    }
    const late: Deps = { ...deps, store: { ...deps.store, transaction } }
    expect((await problemOf(beginAnnotation(late, { translationId, person: anna }))).code).toMatch(/-(unknown|purged)$/)
  })
})
