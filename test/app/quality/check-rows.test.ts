import { checkRows } from '../../../src/app/quality/check-rows.ts'
import { readMeasures } from '../../../src/app/quality/measured.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { wmt } from '../../../src/mqm/weights.ts'
import { insertCheckActs, type CheckActKind } from '../../../src/store/check-acts.ts'
import { newId } from '../../../src/store/id.ts'
import type { MeasureFilter } from '../../../src/store/measures.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'
import { storeMeasure } from './measure-rows.ts'

/** What was done to findings of `exonym` in an article: `aad` is accepted twice, dismissed once. */
const act = ({ deps, anna }: Newsroom, articleId: string, kinds: string): Promise<void> =>
  insertCheckActs(
    deps.store.db,
    [...kinds].map(kind => ({
      id: newId(),
      check_id: 'exonym',
      kind: ({ a: 'accept', d: 'dismiss', w: 'withdraw' } as Record<string, CheckActKind>)[kind] ?? 'set',
      article_id: articleId,
      translation_id: null,
      revision: null,
      person_id: anna.id,
      at: 1,
      words: '',
      fix: '',
      detail: '{}',
      about: '',
    })),
  )

const leave = async ({ deps }: Newsroom, article_id: string, findings: number): Promise<void> => {
  await deps.store.db.insertInto('check_count').values({ article_id, check_id: 'exonym', findings }).execute()
}

/** Of the report of these measures. */
const rows = async ({ deps }: Newsroom, filter: MeasureFilter = {}) =>
  checkRows(deps.store, await readMeasures(deps.store, filter, wmt))

forEachStore('what checks found, in the articles of a report', open => {
  it('is counted anew when something was done, or an article has come into the report or gone from it', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const [one, two] = [await room.bring({ title: 'Ett' }), await room.bring({ title: 'Två' })]
    await storeMeasure(deps.store, one)
    await act(room, one.articleId, 'aad')
    await act(room, two.articleId, 'ddd')
    await leave(room, one.articleId, 4)
    await leave(room, two.articleId, 8)
    const [first] = await rows(room)
    expect(first).toEqual({ check: 'exonym', open: 4, accepted: 2, dismissed: 1, precision: 2 / 3 })
    await act(room, one.articleId, 'wa')
    expect(await rows(room)).toMatchObject([{ open: 4, accepted: 3, dismissed: 0, precision: 1 }])
    await storeMeasure(deps.store, two)
    expect(await rows(room)).toMatchObject([{ open: 12, accepted: 3, dismissed: 3, precision: 1 / 2 }])
    await purgeArticle(deps, { person: anna, articleId: one.articleId })
    expect(await rows(room)).toMatchObject([{ open: 8, accepted: 0, dismissed: 3, precision: 0 }])
  })

  it('is counted once of an article that has two translations in the report, and not of one that says nothing', async () => {
    const room = await newsroom(await open())
    const [one, two] = [await room.bring({ title: 'Ett' }), await room.bring({ title: 'Två' })]
    const [other] = [await room.bring({ title: 'Annan' })]
    await storeMeasure(room.deps.store, one)
    // a second translation of the same article
    await storeMeasure(room.deps.store, {
      translationId: other.translationId,
      articleId: one.articleId,
      system: 'Beta',
    })
    await storeMeasure(room.deps.store, { ...two, state: 'in-review' })
    await act(room, one.articleId, 'a')
    await act(room, two.articleId, 'a')
    await leave(room, one.articleId, 1)
    await leave(room, two.articleId, 1)
    expect(await rows(room)).toMatchObject([{ open: 1, accepted: 1 }])
    expect(await rows(room, { systems: ['Beta'] })).toMatchObject([{ open: 1, accepted: 1 }])
    expect(await rows(room, { systems: ['Gamma'] })).toEqual([])
  })
})
