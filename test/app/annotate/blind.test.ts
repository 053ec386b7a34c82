import { beginAnnotation } from '../../../src/app/annotate/begin-annotation.ts'
import { editMark, reopenMark, withdrawMark } from '../../../src/app/annotate/change-mark.ts'
import { compareAnnotations } from '../../../src/app/annotate/compare-annotations.ts'
import { judge } from '../../../src/app/annotate/judge.ts'
import { listAnnotations } from '../../../src/app/annotate/list-annotations.ts'
import { moveOwnAnnotation } from '../../../src/app/annotate/move-annotation.ts'
import { readAnnotation } from '../../../src/app/annotate/read-annotation.ts'
import { setMark } from '../../../src/app/annotate/set-mark.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { ensurePerson } from '../../../src/app/ensure-person.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { corpusArticle } from '../../../src/app/corpus/export-corpus.ts'
import { flagStory } from '../../../src/app/flags/flag-story.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { timeline } from '../../../src/app/revisions/timeline.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { withdrawFlag } from '../../../src/app/flags/withdraw-flag.ts'
import { formats, writes } from '../../../src/formats/index.ts'
import { newId } from '../../../src/store/id.ts'
import { writeSetting } from '../../../src/store/settings.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, testDesk } from '../desk.ts'
import { problemOf } from '../newsroom.ts'
import { annotator } from './annotated.ts'

const mt = 'LKA Lower Sachsen varnar för cannabiskarnival.\nDelegationen besökte Tyskland.'
const secret = 'hemligt-ord-om-felet'

forEachStore('an annotation apart', open => {
  test('is begun once however often it is asked for, in a layer of the annotator’s name, made unique', async () => {
    const { deps, anna, bo, translationId } = await testDesk(await open(), mt)
    const shared = await ensurePerson(deps, 'shared')
    const at = { person: anna, translationId }
    const both = await Promise.all([beginAnnotation(deps, at), beginAnnotation(deps, at)])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    await beginAnnotation(deps, { person: bo, translationId })
    await beginAnnotation(deps, { person: shared, translationId })
    const { annotations } = await listAnnotations(deps, at)
    expect(annotations.map(({ layer, own }) => [layer, own])).toEqual([
      ['Anna Ek', true],
      ['Bo Ås', false],
      ['shared 2', false],
    ])
    expect((await problemOf(beginAnnotation(deps, { person: null, translationId }))).code).toBe('name-missing')
  })

  test('is for its annotator alone: nobody else reads, marks, changes, judges or finishes it', async () => {
    const { deps, anna, bo, translationId } = await testDesk(await open(), mt)
    const annas = await annotator(deps, mt, { person: anna, translationId })
    const flag = await annas.mark('varnar')
    const asBo = { annotationId: annas.annotationId, person: bo }
    const edit = { version: 1, category: 'style/awkward', severity: 'minor', comment: '', suggestion: '' } as const
    for (const work of [
      () => readAnnotation(deps, asBo),
      () => setMark(deps, asBo, flagOn(mt, 'LKA')),
      () => editMark(deps, { ...asBo, flagId: flag.id }, edit),
      () => withdrawMark(deps, { ...asBo, flagId: flag.id }),
      () => judge(deps, asBo, { paragraph: 0, score: 50 }),
    ])
      expect((await problemOf(work())).code).toBe('annotation-foreign')
    const unknown = { annotationId: newId(), person: anna }
    expect((await problemOf(readAnnotation(deps, unknown))).code).toBe('annotation-unknown')
  })

  test('while it is open, no list, page or file says what it marks; finished beside another it is given out', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, bo, articleId, translationId } = desk
    const annas = await annotator(deps, mt, { person: anna, translationId })
    const bos = await annotator(deps, mt, { person: bo, translationId })
    const flag = await annas.mark('cannabiskarnival', { severity: 'critical', comment: secret, suggestion: 'fest' })
    await desk.save(bo, mt.replace('Tyskland', 'Tyskland igår'))
    const writers = formats.filter(writes).filter(({ id }) => id !== 'docx' && id !== 'docxtracked')
    const answers = async (): Promise<readonly (readonly [string, string])[]> => {
      const of = { articleId, translationId }
      const files = await Promise.all(
        writers.map(async ({ id }) => [`export ${id}`, String((await exportArticle(deps, { ...of, format: id })).body)] as const),
      ) // prettier-ignore
      const told = {
        desk: await desk.open(),
        flags: await flagsOf(deps, translationId),
        timeline: await timeline(deps, of),
        queue: await listArticles(deps, { sort: 'touched', descending: true }),
        corpus: await corpusArticle(deps.store.db, articleId),
        annotations: await listAnnotations(deps, { ...of, person: bo }),
        annotation: await readAnnotation(deps, bos),
      }
      return [...files, ...Object.entries(told).map(([name, answer]) => [name, JSON.stringify(answer)] as const)]
    }
    const telling = async (): Promise<readonly string[]> =>
      (await answers()).filter(([, answer]) => answer.includes(secret)).map(([name]) => name)

    expect(await telling()).toEqual([])
    expect(JSON.stringify(await listArticles(deps, { sort: 'touched', descending: true }))).toContain('"critical":0')
    for (const act of [() => flagStory(deps, flag.id), () => withdrawFlag(deps, { flagId: flag.id, person: bo }), () => dismissFlag(deps, { flagId: flag.id, person: bo, reason: 'nej' })])
      expect((await problemOf(act())).code).toBe('flag-unknown') // prettier-ignore
    await moveOwnAnnotation(deps, annas, 'finish', secret)
    // Bo is still at it, and must not see what Anna found
    expect(await telling()).toEqual([])
    const asked = { translationId, a: null, b: null, person: bo }
    expect((await problemOf(compareAnnotations(deps, asked))).code).toBe('annotation-begun')
    expect((await compareAnnotations(deps, { ...asked, person: anna })).compared).toBeNull()

    await bos.move('finish')
    expect(await telling()).toEqual(expect.arrayContaining(['export json', 'corpus']))
    expect(await telling()).not.toContain('desk')
    expect(JSON.stringify(await compareAnnotations(deps, asked))).toContain(secret)
    await annas.move('withdraw')
    expect(await telling()).toEqual([])
    expect((await verifyStore(deps)).broken).toEqual([])
  })

  test('keeps its marks in step with the text, though the queue counts none of them', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, translationId } = desk
    const annas = await annotator(deps, mt, { person: anna, translationId })
    await annas.mark('cannabiskarnival')
    const gone = await annas.mark('Tyskland')
    await withdrawMark(deps, { ...annas, flagId: gone.id })
    await desk.save(anna, `Nytt.\n${mt.replace('cannabiskarnival', 'cannabisfest')}`)
    await reopenMark(deps, { ...annas, flagId: gone.id })
    const { flags } = await readAnnotation(deps, annas)
    expect(flags.map(({ words, status, revision }) => [words, status, revision])).toEqual([
      ['cannabiskarnival', 'fixed', 0],
      ['Tyskland', 'open', 0],
    ])
    expect((await verifyStore(deps)).broken).toEqual([])
  })

  test('takes an error once, refuses one outside the text, and none when it is finished', async () => {
    const { deps, anna, translationId } = await testDesk(await open(), mt)
    const annas = await annotator(deps, mt, { person: anna, translationId })
    const id = newId()
    await Promise.all([1, 2].map(() => annas.mark('varnar', { id })))
    expect((await readAnnotation(deps, annas)).flags).toHaveLength(1)
    expect((await problemOf(annas.mark('varnar', { to: 999 }))).code).toBe('flag-misfit')
    const edit = { version: 1, category: 'style/awkward', severity: 'major', comment: '', suggestion: '' } as const
    expect(await editMark(deps, { ...annas, flagId: id }, edit)).toMatchObject({ severity: 'major', version: 2 })
    expect((await problemOf(editMark(deps, { ...annas, flagId: id }, { ...edit, comment: 'x' }))).code).toBe(
      'flag-misfit',
    )
    await annas.move('finish')
    expect((await problemOf(annas.mark('LKA'))).code).toBe('annotation-closed')
    expect((await problemOf(withdrawMark(deps, { ...annas, flagId: id }))).code).toBe('annotation-closed')
  })

  test('judges paragraphs from 0 to 100 where the house wants that; finished or withdrawn, the text is measured anew', async () => {
    const { deps, anna, translationId } = await testDesk(await open(), mt)
    const { db } = deps.store
    const annas = await annotator(deps, mt, { person: anna, translationId })
    expect((await problemOf(judge(deps, annas, { paragraph: 0, score: 66 }))).code).toBe('judgements-off')
    await writeSetting(db, 'quality', JSON.stringify({ judgements: true }))
    await judge(deps, annas, { paragraph: 0, score: 66 })
    await judge(deps, annas, { paragraph: 0, score: 70 })
    await judge(deps, annas, { paragraph: 1, score: 0 })
    await judge(deps, annas, { paragraph: 1, score: null })
    expect((await readAnnotation(deps, annas)).judgements).toEqual([[0, 70]])
    expect((await problemOf(judge(deps, annas, { paragraph: 2, score: 1 }))).code).toBe('field-invalid')
    for (const act of ['finish', 'reopen', 'withdraw'] as const) {
      await db.updateTable('translation').set({ measured: 1 }).execute()
      await annas.move(act)
      expect(await db.selectFrom('translation').select('measured').execute()).toEqual([{ measured: 0 }])
    }
  })
})
