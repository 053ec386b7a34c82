import { compareSystems } from '../../../src/app/quality/compare-systems.ts'
import { qualityCsv } from '../../../src/app/quality/export-quality.ts'
import { sumUpQuality } from '../../../src/app/quality/sum-up.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import type { About } from '../../../src/wire/quality-report.ts'
import { qualityComparison, qualityReport } from '../../../src/wire/quality-report.ts'
import { parse } from 'csv-parse/sync'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'
import { storeMeasure, type Wanted } from './measure-rows.ts'

const all: About = { system: null, from: null, to: null, states: 'reviewed', language: null }
const major = (n: number) => [['accuracy/mistranslation', 'major', n]] as const
const month = (m: number): number => new Date(2026, m - 1, 15).getTime()

/** Articles, one a measure, with what is wanted of each. */
async function measured(room: Newsroom, wanted: readonly Omit<Wanted, 'translationId' | 'articleId'>[]) {
  const made = []
  for (const [n, one] of wanted.entries()) {
    const brought = await room.bring({
      title: `Artikel ${n}`,
      text: `Första stycket ${n}.\nAndra stycket ${n}.`,
      system: one.system ?? 'Alfa',
    })
    await storeMeasure(room.deps.store, { ...brought, ...one })
    made.push(brought)
  }
  return made
}

forEachStore('quality summed up', open => {
  it('of nothing: no figure is 0, and nothing is drawn', async () => {
    const { deps } = await newsroom(await open())
    const report = await sumUpQuality(deps, all)
    expect(qualityReport.parse(report)).toEqual(report)
    expect(report).toMatchObject({
      articles: 0,
      words: 0,
      verdict: null,
      months: [],
      systems: [],
      errors: [],
      worst: [],
    })
    for (const figure of Object.values(report.figures))
      expect(figure).toEqual({ score: null, low: null, high: null, units: 0 })
  })

  it('of what editors corrected: the figures of the corrections', async () => {
    const { deps, bring, save, anna } = await newsroom(await open())
    const { articleId, translationId } = await bring({
      title: 'Storm',
      text: 'Storm i Lower Sachsen. Alla är varnade.',
      system: 'Alfa',
    })
    await save(anna, translationId, 'Storm i Niedersachsen. Alla är varnade.')
    expect(await sumUpQuality(deps, all)).toMatchObject({ articles: 0 })
    await setState(deps, { person: anna, articleId, translationId, state: 'corrected' })
    const report = await sumUpQuality(deps, all)
    // two edits of six words; a word is between spaces
    expect(report).toMatchObject({
      articles: 1,
      words: 7,
      segments: 2,
      figures: { hter: { score: 100 * (2 / 6), units: 1 } },
    })
    // one article is no sample: its own page draws its sentences
    expect(report.figures.hter).toMatchObject({ low: null, high: null })
    expect(report.verdict).toBe('too-short')
    expect(report.corrections).toMatchObject([{ before: 'Lower Sachsen', after: 'Niedersachsen', corrections: 1 }])
    expect(report.worst).toMatchObject([
      { title: 'Storm', line: 0, at: 0, excerpt: 'Storm i Lower Sachsen. Alla är varnade.', edits: 2 },
    ])
    expect(report.errors.reduce((sum, { count }) => sum + count, 0)).toBe(1)
    expect(report.distribution.filter(({ articles }) => articles > 0)).toEqual([{ from: 30, to: 35, articles: 1 }])
  })

  it('weighs errors by the house’s weights, on the words of the MT', async () => {
    const room = await newsroom(await open())
    await measured(room, [
      { errors: [['accuracy/mistranslation', 'major', 2], ['linguistic-conventions/punctuation', 'minor', 1]], words: 200, segments: 10 },
      { errors: [['accuracy/omission', 'critical', 1]], words: 300, segments: 10 },
    ]) // prettier-ignore
    const { figures, errors } = await sumUpQuality(room.deps, all)
    // 5 + 5 + 1 + 25 points on 500 words; WMT: 5 + 5 + 0.1 + 5 on 20 segments
    expect(figures.quality.score).toBeCloseTo(100 * (1 - 36 / 500), 9)
    expect(figures.penalty.score).toBeCloseTo(72, 9)
    expect(figures.wmt.score).toBeCloseTo(15.1 / 20, 9)
    expect(errors.map(({ category, count, penalty }) => [category, count, penalty])).toEqual([
      ['accuracy/omission', 1, 25],
      ['accuracy/mistranslation', 2, 10],
      ['linguistic-conventions/punctuation', 1, 1],
    ])
  })

  it('an interval is around its figure, always the same, and decides what passes', async () => {
    const room = await newsroom(await open())
    await measured(
      room,
      Array.from({ length: 31 }, (_, n) => ({ errors: major(n % 2), words: 500 })),
    )
    const [one, two] = [await sumUpQuality(room.deps, all), await sumUpQuality(room.deps, all)]
    const { score, low, high } = one.figures.quality
    expect(two.figures).toEqual(one.figures)
    expect(low !== null && score !== null && high !== null && low < score && score < high && low > 95).toBe(true)
    expect(one.verdict).toBe('pass')
    for (const [n, one] of (
      await room.deps.store.db.selectFrom('measure').select(['translation_id', 'article_id']).execute()
    ).entries())
      await storeMeasure(room.deps.store, {
        translationId: one.translation_id,
        articleId: one.article_id,
        errors: major(9 + (n % 3)),
      })
    expect((await sumUpQuality(room.deps, all)).verdict).toBe('fail')
  })

  it('leaves out whose figures say nothing: what is not reviewed has no HTER, and what nobody annotated no score; one annotator who found nothing has said so', async () => {
    const room = await newsroom(await open())
    await measured(room, [
      { state: 'new' },
      { state: 'new', errors: major(1), texts: ['ett två', 'ett två'] },
      { state: 'in-review', annotators: 1 },
    ])
    expect((await sumUpQuality(room.deps, all)).translations).toBe(0)
    const { translations, figures } = await sumUpQuality(room.deps, { ...all, states: 'all' })
    expect([translations, figures.quality.units, figures.hter]).toEqual([
      2,
      2,
      { score: null, low: null, high: null, units: 0 },
    ])
  })

  it('by month of arrival, by system, and by what is chosen of them', async () => {
    const room = await newsroom(await open())
    await measured(room, [
      { at: month(1), errors: major(1) },
      { at: month(1), errors: major(3) },
      { at: month(3), errors: major(2), system: 'Beta' },
      { at: month(4), errors: major(2), system: '', state: 'corrected' },
    ])
    const report = await sumUpQuality(room.deps, all)
    expect(report.months.map(({ month: name, articles, figures }) => [name, articles, figures.penalty.score])).toEqual([
      ['2026-01', 2, 100],
      ['2026-03', 1, 100],
      ['2026-04', 1, 100],
    ])
    expect(report.systems.map(({ system, articles }) => [system, articles])).toEqual([['', 1], ['Alfa', 2], ['Beta', 1]]) // prettier-ignore
    const count = async (about: Partial<About>) => (await sumUpQuality(room.deps, { ...all, ...about })).articles
    expect(await count({ from: '2026-02' })).toBe(2)
    expect(await count({ from: '2026-03', to: '2026-03' })).toBe(1)
    expect(await count({ system: '' })).toBe(1)
    expect(await count({ system: 'Beta', to: '2026-01' })).toBe(0)
    expect(await count({ states: 'approved' })).toBe(3)
    expect(await count({ language: 'de' })).toBe(0)
    expect(await problemOf(sumUpQuality(room.deps, { ...all, from: '2026-13' }))).toMatchObject({
      code: 'field-invalid',
    })
  })

  it('the paragraphs that weigh most, with their words and where they stand', async () => {
    const room = await newsroom(await open())
    const worst = (penalty: number, line: number) => ({ line, edits: 1, referenceWords: 9, errors: major(penalty) })
    const made = await measured(room, [
      { errors: major(4), worst: [worst(3, 1), worst(1, 0)] },
      { errors: major(2), worst: [worst(2, 1)] },
    ])
    const { worst: told } = await sumUpQuality(room.deps, all)
    expect(told.map(({ title, line, at, excerpt, penalty }) => [title, line, at, excerpt, penalty])).toEqual([
      ['Artikel 0', 1, 18, 'Andra stycket 0.', 15],
      ['Artikel 1', 1, 18, 'Andra stycket 1.', 10],
      ['Artikel 0', 0, 0, 'Första stycket 0.', 5],
    ])
    expect(told[0]?.translationId).toBe(made[0]?.translationId)
  })

  it('as a table: every figure of the report, and no formula of a spreadsheet', async () => {
    const room = await newsroom(await open())
    await measured(room, [{ system: '=cmd', errors: major(1) }, { errors: major(2) }])
    const report = await sumUpQuality(room.deps, all)
    const lines = parse<Record<string, string>>(qualityCsv(report), { columns: true, bom: true })
    const of = (part: string, name: string, figure: string) =>
      lines.find(line => line['part'] === part && line['of'] === name && line['figure'] === figure)
    expect(of('all', '', 'quality')).toMatchObject({
      value: String(report.figures.quality.score),
      low: String(report.figures.quality.low),
      units: '2',
    })
    expect(of('system', 'Alfa', 'penalty')?.['value']).toBe('100')
    expect(of('system', "'=cmd", 'penalty')?.['value']).toBe('50')
    expect(of('errors', 'accuracy/mistranslation', 'major')?.['value']).toBe('3')
    expect(of('report', '', 'weights')?.['value']).toBe('mqm-core')
  })
})

forEachStore('two systems compared', open => {
  const compare = (room: Newsroom, a = 'Alfa', b = 'Beta') => compareSystems(room.deps, { about: all, a, b })

  /** Articles that both have translated. */
  async function shared(room: Newsroom, errors: readonly (readonly [number, number])[]) {
    for (const [n, [a, b]] of errors.entries()) {
      const [one, two] = await measured(room, [{ errors: major(a) }, { errors: major(b), system: 'Beta' }])
      if (!one || !two) throw new Error(`no article ${n}`)
      await storeMeasure(room.deps.store, { ...two, articleId: one.articleId, errors: major(b), system: 'Beta' })
    }
  }

  it('over the articles that both have: a difference that is none of chance', async () => {
    const room = await newsroom(await open())
    await shared(
      room,
      Array.from({ length: 12 }, (_, n) => [1 + (n % 3), 3 + (n % 3)] as const),
    )
    const found = await compare(room)
    expect(qualityComparison.parse(found)).toEqual(found)
    const quality = found.tests.find(({ figure }) => figure === 'quality')
    expect([found.shared, quality?.articles, quality?.paired]).toEqual([12, 12, true])
    // two major errors more, of 5 points each on 100 words
    expect(quality?.difference).toBeCloseTo(10, 9)
    expect(quality?.low).toBeCloseTo(10, 9)
    expect(quality?.bootstrapP).toBeLessThan(0.01)
    expect(quality?.randomisationP).toBeLessThan(0.01)
  })

  it('that are alike: nothing is told apart', async () => {
    const room = await newsroom(await open())
    await shared(
      room,
      Array.from({ length: 10 }, (_, n) => [n % 2, (n + 1) % 2] as const),
    )
    const quality = (await compare(room)).tests.find(({ figure }) => figure === 'quality')
    expect(quality?.difference).toBeCloseTo(0, 9)
    expect(quality?.bootstrapP).toBeGreaterThan(0.5)
    expect(quality?.randomisationP).toBeGreaterThan(0.5)
  })

  it('that share no article: the difference of two sets drawn apart, without a p', async () => {
    const room = await newsroom(await open())
    await measured(
      room,
      [0, 1, 2].flatMap(n => [{ errors: major(n) }, { errors: major(n + 4), system: 'Beta' }]),
    )
    const found = await compare(room)
    const quality = found.tests.find(({ figure }) => figure === 'quality')
    expect([found.shared, quality?.paired, quality?.bootstrapP, quality?.randomisationP]).toEqual([
      0,
      false,
      null,
      null,
    ])
    expect(quality?.difference).toBeCloseTo(20, 9)
    expect(quality?.low !== null && quality?.high !== null && quality!.low < 20 && quality!.high > 20).toBe(true)
  })

  it('one of which has nothing, or which share a single article: no figure is made up', async () => {
    const room = await newsroom(await open())
    await shared(room, [[1, 2]])
    const quality = (found: Awaited<ReturnType<typeof compare>>) =>
      found.tests.find(({ figure }) => figure === 'quality')
    expect(quality(await compare(room))).toMatchObject({ articles: 1, paired: true, low: null, bootstrapP: null })
    expect(quality(await compare(room, 'Alfa', 'Gamma'))).toMatchObject({ b: null, difference: null, low: null })
  })
})
