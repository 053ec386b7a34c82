import { addTranslation } from '../../../src/app/articles/add-translation.ts'
import { adjudicate } from '../../../src/app/annotate/adjudicate.ts'
import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { editFlag } from '../../../src/app/flags/edit-flag.ts'
import { reopenFlag } from '../../../src/app/flags/reopen-flag.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { spreadTerms } from '../../../src/app/terms/spread-terms.ts'
import { undoBatch } from '../../../src/app/batches/undo-batch.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { addTerm } from '../../../src/app/terms/write-term.ts'
import { articleById } from '../../../src/store/articles.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { headOf } from '../../../src/store/heads.ts'
import { newId } from '../../../src/store/id.ts'
import { termEntry } from '../../../src/wire/term.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { annotator } from '../annotate/annotated.ts'
import { everything, previewed } from '../batches.ts'
import { flagOn } from '../desk.ts'
import { approve as approveHead, newsroom, type Newsroom } from '../newsroom.ts'

interface Article {
  readonly articleId: string
  readonly translationId: string
}

const approve = (room: Newsroom, { translationId }: Article) =>
  approveHead(room.deps, { person: room.bo, translationId, reason: 'Klart.' })

/** The state of head and article, and how it came to be. */
async function stateOf({ deps }: Newsroom, { articleId, translationId }: Article) {
  const { db } = deps.store
  const [head, article, events] = await Promise.all([
    headOf(db, { translationId }),
    articleById(db, articleId),
    eventsOf(db, articleId, translationId),
  ])
  const last = events.filter(({ kind }) => kind === 'state').at(-1)
  const { from, to, automatic } = JSON.parse(last?.detail ?? '{}') as Readonly<Record<string, unknown>>
  return [head?.state, article?.state, last?.person, from, to, automatic]
}

const back = (by: string) => ['in-review', 'in-review', by, 'approved', 'in-review', true]

forEachStore('an approved article', open => {
  test('goes back to review when it is saved, restored or undone', async () => {
    const room = await newsroom(await open())
    const article = await room.bring({ text: 'Ett fel.' })
    const { translationId } = article
    await room.save(room.anna, translationId, 'Ett rätt.')
    const key = () => `key-${newId()}`
    for (const change of [
      () => room.save(room.anna, translationId, 'Ett annat rätt.'),
      () => restoreRevision(room.deps, { person: room.anna, translationId, revision: 1, key: key() }),
      () => undoRevision(room.deps, { person: room.anna, translationId, revision: 1, key: key() }),
      () => room.save(room.anna, translationId, 'Två ett annat rätt.', { base: 0, change: [[0, 'Två '], 8] }),
    ]) {
      await approve(room, article)
      await change()
      expect(await stateOf(room, article)).toEqual(back('Anna Ek'))
    }
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  test('goes back to review when a batch changes it, and when the batch is undone; another stays approved', async () => {
    const room = await newsroom(await open())
    const [article, other] = [await room.bring({ text: 'I Lower Sachsen.' }), await room.bring({ text: 'I Bayern.' })]
    const batchId = await previewed(room, { before: 'Lower Sachsen', after: 'Niedersachsen' })
    await approve(room, other)
    for (const change of [
      () => applyBatch(room.deps, { person: room.anna, batchId, upTo: everything }),
      () => undoBatch(room.deps, { person: room.anna, batchId, summary: '' }),
    ]) {
      await approve(room, article)
      await change()
      expect(await stateOf(room, article)).toEqual(back('Anna Ek'))
    }
    expect((await stateOf(room, other))[0]).toBe('approved')
  })

  test('stays approved when nothing is changed, and when a flag is set: its words are those that were approved', async () => {
    const room = await newsroom(await open())
    const article = await room.bring({ text: 'Ett rätt.' })
    const { translationId } = article
    await approve(room, article)
    await room.save(room.anna, translationId, 'Ett rätt.')
    const flag = { revision: 0, from: 0, to: 3, category: 'style/awkward', severity: 'critical' } as const
    await setFlag(room.deps, { translationId, person: room.anna }, { ...flag, comment: '', suggestion: '' })
    expect(await stateOf(room, article)).toEqual(['approved', 'approved', 'Bo Ås', 'new', 'approved', undefined])
  })

  test('stays approved through all that changes none of its words', async () => {
    const room = await newsroom(await open())
    const { deps, anna, bo } = room
    const text = 'I Lower Sachsen varnar polisen.'
    const article = await room.bring({ text, system: 'gammal' })
    const { translationId } = article
    const [annas, bos] = await Promise.all([anna, bo].map(person => annotator(deps, text, { person, translationId })))
    const mark = await annas?.mark('Lower')
    for (const one of [annas, bos]) await one?.move('finish')
    const flag = await setFlag(deps, { translationId, person: anna }, { ...flagOn(text, 'varnar'), revision: 0 })
    await approve(room, article)
    const deed = { person: anna, flagId: flag.id }
    const pair = { a: mark?.id ?? '', b: '', choice: 'a', comment: '' } as const
    for (const work of [
      () => editFlag(deps, deed, { ...flag, severity: 'critical' }),
      () => dismissFlag(deps, { ...deed, reason: 'Rätt.' }),
      () => reopenFlag(deps, deed),
      () => adjudicate(deps, { translationId, person: anna }, [pair]),
      () => addTerm(deps, { person: anna }, termEntry.parse({ preferred: 'Niedersachsen', variants: ['Lower Sachsen'] })),
      () => spreadTerms(deps),
      () => addTranslation(deps, { articleId: article.articleId, person: anna, text: 'En nyare översättning.', system: 'ny' }),
    ]) {
      await work()
      expect((await headOf(deps.store.db, { translationId }))?.state).toBe('approved')
    }
    // the queue shows what is to be worked on now
    expect((await articleById(deps.store.db, article.articleId))?.state).toBe('new')
  }) // prettier-ignore

  test('is in review when it is saved at the same time, whichever was faster', async () => {
    const room = await newsroom(await open())
    for (let n = 0; n < 8; n++) {
      const article = await room.bring({ text: `Ett fel ${n}.` })
      const asked = { person: room.bo, translationId: article.translationId, state: 'approved', base: 0 } as const
      const approval = () => setState(room.deps, asked).catch((error: unknown) => error)
      const works = [approval, () => room.save(room.anna, article.translationId, `Ett rätt ${n}.`)]
      await Promise.all((n % 2 ? works : works.toReversed()).map(work => work()))
      expect((await stateOf(room, article)).slice(0, 2)).toEqual(['in-review', 'in-review'])
    }
  })
})
