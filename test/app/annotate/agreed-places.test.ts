import { agreedPlaces } from '../../../src/app/annotate/agreed-places.ts'
import { asExported } from '../../../src/app/exports/as-exported.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { exportMany } from '../../../src/app/exports/export-many.ts'
import { articleQuality } from '../../../src/app/quality/article-quality.ts'
import { scoreMqm } from '../../../src/app/score/score-mqm.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { esa } from '../../../src/formats/esa.ts'
import { usualLimits } from '../../../src/formats/limits.ts'
import { mqmtsv } from '../../../src/formats/mqmtsv.ts'
import { wmt } from '../../../src/mqm/weights.ts'
import { readAs } from '../../contracts/formats.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn } from '../desk.ts'
import { compared, mt } from './compared.ts'

/** A layer of flags on one word each, by the places of the words. */
const layer = (name: string, ...places: readonly number[]) =>
  places.map(at => ({ id: `${name}${at}`, from: at, to: at + 5, category: 'other/other', severity: 'minor' }) as const) // prettier-ignore
const about = (a: string, b = '') => ({ a_flag_id: a, b_flag_id: b })

it('a place is what several have marked of one error; it is decided when something was about each, or its partner', () => {
  const three = [layer('a', 0, 10), layer('b', 0, 20), layer('c', 0)]
  expect(agreedPlaces(three, [])).toEqual({ decided: 0, all: 3 })
  expect(agreedPlaces(three, [about('a0', 'b0'), about('a10')])).toEqual({ decided: 2, all: 3 })
  expect(agreedPlaces(three, [about('a0', 'b0'), about('a10'), about('', 'b20')])).toEqual({ decided: 3, all: 3 })
  expect(agreedPlaces([[], []], [])).toEqual({ decided: 0, all: 0 })
})

forEachStore('an adjudication', open => {
  /** The errors that the article’s report counts, and of whom. */
  const counted = async ({ deps, translationId }: Awaited<ReturnType<typeof compared>>) => {
    const { errors, annotators, agreed, figures } = await articleQuality(deps, { translationId, person: null })
    const n = errors.reduce((sum, { severities }) => sum + Object.values(severities).reduce((a, b) => a + b, 0), 0)
    return { n, annotators, agreed, scored: figures.quality.score !== null }
  }
  type Site = Awaited<ReturnType<typeof compared>>
  const decideRest = async ({ look, decide }: Site, choice: 'a' | 'none') => {
    for (const { a, b, decision } of (await look()).pairs)
      if (!decision) await decide({ a: a?.id ?? '', b: b?.id ?? '', choice: choice === 'none' || a ? choice : 'b' })
  }

  test('that is half done changes no figure: the annotators’ mean counts until every place is decided', async () => {
    const site = await compared(await open())
    expect(await counted(site)).toEqual({ n: 3, annotators: 2, agreed: null, scored: true })
    await site.decide({ a: site.mine.id, b: site.his.id, choice: 'a' })
    expect(await counted(site)).toEqual({ n: 3, annotators: 2, agreed: { decided: 1, all: 4 }, scored: true })
    expect(await site.look()).toMatchObject({ places: { decided: 1, all: 4 }, counts: 'mean' })
    await decideRest(site, 'a')
    expect(await counted(site)).toEqual({ n: 4, annotators: 2, agreed: { decided: 4, all: 4 }, scored: true })
    expect(await site.look()).toMatchObject({ places: { decided: 4, all: 4 }, counts: 'agreed' })
  })

  test('that says that nothing is wrong is a judgement too; opened again, a new mark is to be decided', async () => {
    const site = await compared(await open())
    await decideRest(site, 'none')
    expect(await counted(site)).toEqual({ n: 0, annotators: 2, agreed: { decided: 4, all: 4 }, scored: true })
    await site.annas.move('reopen')
    await site.annas.mark('besökte')
    await site.annas.move('finish')
    expect(await counted(site)).toEqual({ n: 3.5, annotators: 2, agreed: { decided: 4, all: 5 }, scored: true })
  })

  test('does not keep what the desk flags from counting beside it, nor the annotators while the desk is at work', async () => {
    const site = await compared(await open())
    const { deps, anna, translationId } = site
    await setFlag(deps, { person: anna, translationId }, { ...flagOn(mt, 'besökte'), revision: 0 })
    expect(await counted(site)).toMatchObject({ n: 3, annotators: 2 })
    await decideRest(site, 'a')
    expect(await counted(site)).toMatchObject({ n: 5, annotators: 2 })
    await setState(deps, { person: anna, translationId, state: 'corrected' })
    expect(await counted(site)).toMatchObject({ n: 5, annotators: 0, agreed: null })
    expect(await site.look()).toMatchObject({ counts: 'desk' })
  })

  test('goes out as the raters’ rows, or, whole, as the one rater agreed, and never in one mean; both are read back', async () => {
    const site = await compared(await open())
    const { deps, articleId } = site
    const given = async (format: string, annotations?: 'agreed') => {
      const { body, warnings } = await exportArticle(deps, { articleId, format, annotations })
      return { body: String(body), warnings }
    }
    const flagsBy = async (body: string, format: typeof mqmtsv | typeof esa) => {
      const [document] = (await readAs(format, Buffer.from(body))).documents
      if (!document) throw new Error('nothing was read')
      const again = (await readAs(format, Buffer.from(format.writeAll([asExported(document, 0)])))).documents
      expect(again).toEqual([document])
      return Object.fromEntries([...Map.groupBy(document.flags, ({ author }) => author)].map(([name, of]) => [name, of.length])) // prettier-ignore
    }
    await site.decide({ a: site.mine.id, b: site.his.id, choice: 'b' })
    const half = await given('mqmtsv', 'agreed')
    expect(half.warnings).toEqual([{ code: 'not-agreed', n: 1 }])
    expect(half.body).toBe((await given('mqmtsv')).body)
    await decideRest(site, 'a')
    const point = (body: string) => scoreMqm(Buffer.from(body), usualLimits, wmt, null)
    const [apart, agreed] = [(await given('mqmtsv')).body, (await given('mqmtsv', 'agreed')).body]
    expect(await flagsBy(apart, mqmtsv)).toEqual({ 'Anna Ek': 3, 'Bo Ås': 3 })
    expect(await flagsBy(agreed, mqmtsv)).toEqual({ agreed: 4 })
    // 5 + 1 + 1 and 1 + 1 + 1 points on two segments; agreed on are four minor errors
    expect(point(apart)).toMatchObject({ systems: [{ score: 2.5 }], raters: ['Anna Ek', 'Bo Ås'] })
    expect(point(agreed)).toMatchObject({ systems: [{ score: 2 }], raters: ['agreed'] })
    expect(await flagsBy((await given('esa')).body, esa)).toEqual({ 'Anna Ek': 3, 'Bo Ås': 3 })
    expect(await flagsBy((await given('esa', 'agreed')).body, esa)).toEqual({ agreed: 4 })
    expect(String((await exportMany(deps, [articleId], 'mqmtsv', { annotations: 'agreed' })).body)).toBe(agreed)
  })
})
