import { judge } from '../../../src/app/annotate/judge.ts'
import { compareAnnotations } from '../../../src/app/annotate/compare-annotations.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { exportedArticle } from '../../../src/app/exports/exported-article.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { articleQuality } from '../../../src/app/quality/article-quality.ts'
import { usualAbout } from '../../../src/app/quality/report-filter.ts'
import { sumUpQuality } from '../../../src/app/quality/sum-up.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import { writeSetting } from '../../../src/store/settings.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { annotator } from './annotated.ts'
import { imported, upload } from '../files.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'

/** Eva and Per have judged the first segment, Eva the second too. */
const [first, second] = [
  { doc_id: 'nyhet', line_id: 0, system: 'A', src: 'Es brennt.', tgt: 'Det brinn.' },
  { doc_id: 'nyhet', line_id: 1, system: 'A', src: 'Die Polizei kommt.', tgt: 'Polisen kommer.' },
]
const campaign = JSON.stringify([
  { ...first, annotator: 'Eva', score: 90.5, error_spans: [{ start_i: 4, end_i: 8, severity: 'minor' }] },
  { ...first, annotator: 'Per', score: 70, error_spans: [] },
  { ...second, annotator: 'Eva', score: 100, error_spans: [] },
])

const reader = createReadThread()
afterAll(() => reader.close())

forEachStore('judgements of 0 to 100', open => {
  const begun = async () => {
    const fresh = await newsroom(await open())
    return { ...fresh, deps: { ...fresh.deps, reader } }
  }
  const taken = async (room: Newsroom, name: string, text: string) => {
    await imported(room, [upload(name, text)])
    const { id } = await room.deps.store.db
      .selectFrom('article')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return id
  }
  const figure = async (room: Newsroom, articleId: string) =>
    (await articleQuality(room.deps, { articleId, person: room.anna })).figures.esa.score
  const given = async (room: Newsroom, articleId: string, format: string) =>
    Buffer.from((await exportArticle(room.deps, { articleId, format })).body).toString()

  it('of paragraphs that both have judged are compared: who is stricter, whether they rise together, and by α', async () => {
    const room = await begun()
    const lines = [20, 40, 60, 80, 90].flatMap((score, i) => {
      const item = { doc_id: 'nyhet', line_id: i, system: 'A', src: `Satz ${i}.`, tgt: `Mening ${i}.`, error_spans: [] }
      return [{ ...item, annotator: 'Eva', score }, { ...item, annotator: 'Per', score: score + 10 }] // prettier-ignore
    })
    await taken(room, 'kampanj.json', JSON.stringify([...lines, { ...first, line_id: 9, annotator: 'Eva', score: 3, error_spans: [] }])) // prettier-ignore
    const { id: translationId } = await room.deps.store.db.selectFrom('translation').select('id').executeTakeFirstOrThrow() // prettier-ignore
    const found = await compareAnnotations(room.deps, { translationId, person: null, a: 'Eva', b: 'Per' })
    const rows = found.compared?.figures.rows.filter(({ id }) => id.startsWith('judgement')) ?? []
    expect(rows).toMatchObject([
      { id: 'judgementBias', value: -10, low: -10, high: -10, n: 5, isFew: true },
      { id: 'judgementPearson', n: 5 },
      { id: 'judgementKendall', value: 1, low: null, n: 5 },
      { id: 'judgementAlpha', n: 5 },
    ])
    expect(rows[1]?.value).toBeCloseTo(1, 9)
    // nine times the squares within units, 100 each, by those among all ten values
    const values = [20, 40, 60, 80, 90].flatMap(score => [score, score + 10])
    const squares = values.flatMap(x => values.map(y => (x - y) ** 2)).reduce((sum, square) => sum + square, 0)
    expect(rows[3]?.value).toBeCloseTo(1 - (9 * 2 * 5 * 100) / squares, 9)
  })

  it('of an ESA file are the article’s figure, and are written again as they were', async () => {
    const room = await begun()
    const articleId = await taken(room, 'kampanj.json', campaign)
    // the mean of the paragraphs' means
    expect(await figure(room, articleId)).toBeCloseTo((80.25 + 100) / 2)
    const items = JSON.parse(await given(room, articleId, 'esa')) as { line_id: number; annotator: string; score: number }[] // prettier-ignore
    expect(items.map(({ line_id, annotator, score }) => [line_id, annotator, score])).toEqual([
      [0, 'Eva', 90.5],
      [0, 'Per', 70],
      [1, 'Eva', 100],
    ])
  })

  it('of nobody who is named give no quality: none is known to have looked for errors', async () => {
    const room = await begun()
    await taken(room, 'kampanj.json', JSON.stringify([{ ...first, annotator: null, score: 80, error_spans: [] }]))
    const { figures, translations } = await sumUpQuality(room.deps, { ...usualAbout, states: 'all' })
    expect([translations, figures.esa.score, figures.quality.score, figures.wmt.score]).toEqual([1, 80, null, null])
  })

  it.each([
    ['esa', 'json'],
    ['mqmtsv', 'tsv'],
    ['json', 'json'],
  ])('come back from a file in %s, with who gave them', async (format, extension) => {
    const room = await begun()
    const before = await taken(room, 'kampanj.json', campaign)
    const after = await taken(room, `igen.${extension}`, await given(room, before, format))
    expect(after).not.toBe(before)
    const [old, fresh] = [await exportedArticle(room.deps, { articleId: before }), await exportedArticle(room.deps, { articleId: after })] // prettier-ignore
    expect(fresh.judgements).toEqual(old.judgements)
    expect(fresh.annotators).toEqual(old.annotators)
    expect(await figure(room, after)).toBe(await figure(room, before))
  })

  it('given here beside those of a file are one figure with them, as soon as they are disclosed', async () => {
    const room = await begun()
    const articleId = await taken(room, 'kampanj.json', campaign)
    const { id: translationId } = await room.deps.store.db.selectFrom('translation').select('id').executeTakeFirstOrThrow() // prettier-ignore
    await writeSetting(room.deps.store.db, 'quality', JSON.stringify({ judgements: true }))
    const bos = await annotator(room.deps, '', { person: room.bo, translationId })
    await judge(room.deps, bos, { paragraph: 1, score: 50 })
    expect(await figure(room, articleId)).toBeCloseTo((80.25 + 100) / 2)
    expect(await given(room, articleId, 'esa')).not.toContain('"score":50')
    await bos.move('finish')
    expect(await figure(room, articleId)).toBeCloseTo((80.25 + 75) / 2)
    expect(await given(room, articleId, 'esa')).toContain('"annotator":"Bo Ås","score":50,"error_spans":[]')
    await purgeArticle(room.deps, { person: room.bo, articleId })
    expect(await room.deps.store.db.selectFrom('judgement').selectAll().execute()).toEqual([])
  })
})
