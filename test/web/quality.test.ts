import { parse } from 'csv-parse/sync'
import { setState } from '../../src/app/articles/set-state.ts'
import { beginAnnotation } from '../../src/app/annotate/begin-annotation.ts'
import { articleQuality, qualityComparison, qualityReport } from '../../src/wire/quality-report.ts'
import { storeMeasure } from '../app/quality/measure-rows.ts'
import { forEachStore } from '../contracts/stores.ts'
import { findingPool } from '../app/gate/finding-pool.ts'
import { openSite, type Site } from './site.ts'

const mt = 'Storm i Lower Sachsen. Alla är varnade.\nPolisen i Lower Sachsen svarar.'
const better = 'Storm i Niedersachsen. Alla är varnade.\nPolisen i Niedersachsen svarar.'

/** An article that an editor is through with. */
async function reviewed(site: Site, title: string, system: string) {
  const brought = await site.bring({ title, text: mt, system })
  await site.save(site.anna, brought.translationId, better)
  await setState(site.deps, { person: site.anna, ...brought, state: 'corrected' })
  return brought
}

/** Months apart, so that there is something to see over time. */
async function twoMonths(site: Site) {
  for (const [n, system] of ['Alfa', 'Alfa', 'Alfa', 'Beta <b>', 'Beta <b>', 'Beta <b>'].entries())
    await storeMeasure(site.deps.store, {
      ...(await site.bring({ title: `Artikel ${n}`, text: mt, system })),
      system,
      at: new Date(2026, n % 2, 15).getTime(),
      errors: [['accuracy/mistranslation', 'major', 1 + n], ['Non-translation!', 'Major', 1]],
      texts: ['ett två tre', 'ett två fyra'],
    }) // prettier-ignore
}

forEachStore('the quality page', open => {
  it('says what to do while there is nothing, and shows no figure', async () => {
    const site = await openSite(await open())
    const { text } = await site.get('/quality').expect(200)
    expect(text).toContain('There are no figures yet.')
    expect(text).not.toMatch(/<svg[^>]*role="img"|NaN|undefined|\b0\.0\b/)
    expect((await site.get('/quality?system=Alfa').expect(200)).text).toContain('Nothing matches')
    const { body } = await site.json('/quality').expect(200)
    expect(qualityReport.parse(body)).toMatchObject({ articles: 0, verdict: null })
  })

  it('shows charts with their words, the same numbers in tables, and no mark-up of a system’s name', async () => {
    const site = await openSite(await open())
    await twoMonths(site)
    const { text } = await site.get('/quality').expect(200)
    for (const id of ['over-time-quality', 'systems-quality', 'errors', 'distribution'])
      expect(text).toMatch(new RegExp(`role="img" aria-labelledby="${id}-title ${id}-desc"`))
    expect(text).toContain('<title id="over-time-hter-title">HTER month by month</title>')
    expect(text).toContain('January 2026')
    expect(text).toContain('Beta &lt;b&gt;')
    expect(text).not.toMatch(/NaN|undefined|Infinity|<b>/)
    // another program's name has no name of ours
    expect(text).toContain('Non-translation!')
    expect(text).toContain('nrefs:1|case:lc|tok:tercom')
  })

  it('is asked about a system, months, states; and refuses what is none', async () => {
    const site = await openSite(await open())
    await twoMonths(site)
    const articles = async (query: string) =>
      ((await site.json(`/quality${query}`).expect(200)).body as { articles: number }).articles
    expect(await articles('?system=Alfa')).toBe(3)
    expect(await articles('?from=2026-02&to=2026-02')).toBe(3)
    expect(await articles('?states=all&language=sv')).toBe(6)
    expect(await articles('?system=-')).toBe(0)
    for (const query of ['?from=2026-13', '?to=x', '?states=none']) {
      const { body } = await site.json(`/quality${query}`).expect(400)
      expect(body).toMatchObject({ error: { code: 'field-invalid' } })
      expect((await site.get(`/quality${query}`).expect(400)).text).not.toContain('NaN')
    }
  })

  it.each([['/quality'], ['/quality/compare'], ['/quality/effort']])(
    '%s says of months that are none, or the wrong way round, what is wrong, and keeps what was typed',
    async path => {
      const site = await openSite(await open())
      await twoMonths(site)
      const backwards = `${path}?from=2026-11&to=2026-05&states=approved`
      const { text } = await site.get(backwards).expect(400)
      expect(text).toMatch(/role="alert">The period ends before it begins\. [^<]*November 2026 is after May 2026\./)
      expect(text).toContain('name="from" value="2026-11"')
      expect(text).toContain('name="to" value="2026-05"')
      expect(text).toContain('<option value="approved" selected>')
      expect((await site.json(backwards).expect(400)).body).toMatchObject({ error: { code: 'period-backwards' } })
      const none = await site.get(`${path}?to=maj+<2026>`).expect(400)
      expect(none.text).toContain('maj &lt;2026&gt; is not a month.')
      expect(none.text).toContain('name="to" value="maj &lt;2026&gt;"')
    },
  )

  it('of few articles shows no course over time and no distribution, and says why; nor the one system by itself', async () => {
    const site = await openSite(await open())
    await reviewed(site, 'Storm', 'Alfa')
    const { text } = await site.get('/quality').expect(200)
    expect(text).toMatch(/is shown once there are at least 5 articles\. Now there is 1:/)
    expect(text).not.toMatch(/over-time|distribution/)
    expect(text).toContain('All of it was translated by one MT system, Alfa.')
    await twoMonths(site)
    expect((await site.get('/quality')).text).toMatch(/over-time-title[^]*distribution-title/)
  })

  it('has its method in the language of the page, folded', async () => {
    const site = await openSite(await open())
    await twoMonths(site)
    const cookie = site.cookie.replace('rp_language=en', 'rp_language=sv')
    const method = /<details>[^]*<\/details>/.exec((await site.get('/quality', cookie)).text)?.[0] ?? ''
    expect(method).toContain('<dt>Kvalitetspoäng</dt><dd>100 · (1 − felpoäng ÷ ord)')
    expect(method).toContain('lang="en">Raw quality score')
    expect(method).not.toContain('<dt lang="en">')
  })

  it('gives every figure as CSV and as JSON', async () => {
    const site = await openSite(await open())
    await twoMonths(site)
    const csv = await site.get('/quality/export?format=csv&system=Alfa').expect(200)
    expect(csv.headers['content-disposition']).toBe('attachment; filename="quality.csv"')
    const lines = parse<Record<string, string>>(csv.text, { columns: true, bom: true })
    const { body } = await site.json('/quality?system=Alfa')
    const report = qualityReport.parse(body)
    const quality = lines.find(line => line['part'] === 'all' && line['figure'] === 'quality')
    expect([quality?.['value'], quality?.['low']].map(Number)).toEqual([
      report.figures.quality.score,
      report.figures.quality.low,
    ])
    const json = await site.get('/quality/export?format=json&system=Alfa').expect(200)
    expect(qualityReport.parse(JSON.parse(json.text))).toMatchObject({ figures: report.figures, months: report.months })
    await site.get('/quality/export?format=pdf').expect(400)
  })

  it('names the weights as the settings do, with all that anybody needs to weigh the errors again', async () => {
    const site = await openSite(await open())
    await reviewed(site, 'Storm', 'Alfa')
    const { body } = await site.json('/quality/settings')
    const { stamp } = body as { stamp: string }
    await site
      .form('/quality/settings', { weights: 'j2450', threshold: '95', gate: '1', effort: 'off', stamp })
      .expect(303)
    expect((await site.get('/quality')).text).toContain(
      'Weights: SAE J2450-like: neutral 0, minor 1, major 3, critical 3.',
    )
    const swedish = (await site.get('/quality', site.cookie.replace('=en', '=sv'))).text
    expect(swedish).toContain('Vikter: Efter SAE J2450: ')
    expect(swedish).toContain('Undantag: Fel i källtexten: 0; ')
    const report = qualityReport.parse((await site.json('/quality')).body)
    expect(report.method.weights.exceptions).toContainEqual({
      category: 'accuracy/omission',
      severity: 'minor',
      weight: 2,
    })
    expect((await site.get('/quality/export?format=csv')).text).toContain('"weight of accuracy/omission, minor",2')
  })

  it('compares two systems, and says where they share nothing', async () => {
    const site = await openSite(await open())
    expect((await site.get('/quality/compare').expect(200)).text).toContain('There is nothing to compare yet')
    await reviewed(site, 'Storm', 'Gamma')
    expect((await site.get('/quality/compare')).text).toContain('There is but one MT system, Gamma.')
    await twoMonths(site)
    const { text } = await site.get('/quality/compare?a=Alfa&b=Beta+%3Cb%3E').expect(200)
    expect(text).toContain('They have translated no article in common.')
    const { body } = await site.json('/quality/compare?a=Alfa&b=Beta+%3Cb%3E').expect(200)
    expect(qualityComparison.parse(body)).toMatchObject({ shared: 0, a: { articles: 3 }, b: { articles: 3 } })
    expect((await site.get('/quality/compare?a=Alfa&b=Alfa').expect(200)).text).toContain(
      'Choose two different systems.',
    )
    // the two that there is most of are chosen beforehand; how much there is of each is told
    const usual = (await site.get('/quality/compare?from=2026-02&to=2026-02').expect(200)).text
    expect(
      usual
        .match(/<option[^>]* selected>[^<]*/g)
        ?.slice(0, 2)
        .join(),
    ).not.toContain('Gamma')
    expect(usual).toContain('>Gamma (nothing among these)</option>')
    const outside = await site.get('/quality/compare?a=Alfa&b=Gamma&from=2026-02&to=2026-02')
    expect(outside.text).toContain('Among what was chosen there is nothing by Gamma to compare.')
    expect(outside.text).not.toMatch(/<svg[^>]*role="img"|in common/)
    const neither = await site.get('/quality/compare?a=Alfa&b=Gamma&to=2025-02')
    expect(neither.text).toContain('Among what was chosen there is nothing by either of them to compare.')
  })
})

forEachStore('the quality of an article', open => {
  it('is reckoned sentence by sentence, once the desk is through with it', async () => {
    const site = await openSite(await open())
    const { articleId } = await reviewed(site, 'Storm', 'Alfa')
    const { body } = await site.json(`/articles/${articleId}/quality`).expect(200)
    const found = articleQuality.parse(body)
    expect(found).toMatchObject({
      segments: 3,
      state: 'corrected',
      figures: { hter: { units: 3 } },
      verdict: 'too-short',
    })
    expect(found.figures.hter.score).toBeCloseTo(100 * (4 / 10), 9)
    expect(found.figures.hter.low).not.toBeNull()
    expect(found.paragraphs.map(({ line, at, excerpt, edits }) => [line, at, excerpt, edits])).toEqual([
      [0, 0, 'Storm i Lower Sachsen. Alla är varnade.', 2],
      [1, 40, 'Polisen i Lower Sachsen svarar.', 2],
    ])
    const { text } = await site.get(`/articles/${articleId}/quality`).expect(200)
    expect(text).toContain(`/articles/${articleId}?translation=`)
    expect(text).not.toMatch(/NaN|undefined/)
  })

  it('that was approved as it came tells what the checks found then, for it counts as without error', async () => {
    const found = [{ check: 'month-capital', words: 'Juni', severity: 'minor', confidence: 0.97 }] as const
    const site = await openSite(await open(), {}, findingPool(found))
    const { articleId } = await site.bring({ text: 'Storm i Juni.' })
    await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0' }).expect(303)
    const { approval } = articleQuality.parse((await site.json(`/articles/${articleId}/quality`)).body)
    expect(approval).toEqual({ asItCame: true, open: 1, certain: 1 })
    expect((await site.get(`/articles/${articleId}/quality`)).text).toContain('1 finding was open (certain ones: 1).')
    const report = (await site.get('/quality')).text
    expect(report).toContain('1 text; as they came: 1, of these with findings open: 1 (certain ones: 1)')
    expect(report).toContain('href="/quality?states=sure"')
  })

  it('that nobody has looked at has no score, and says why', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Storm', text: mt })
    const { body } = await site.json(`/articles/${articleId}/quality`).expect(200)
    const none = { score: null, low: null, high: null, units: 0 }
    expect(articleQuality.parse(body)).toMatchObject({
      verdict: null,
      figures: { quality: none, hter: none, chrf: none },
    })
    expect((await site.get(`/articles/${articleId}/quality`).expect(200)).text).toContain('So there is no score.')
  })

  it('is not shown to whoever is annotating it', async () => {
    const site = await openSite(await open())
    const { articleId } = await reviewed(site, 'Storm', 'Alfa')
    await beginAnnotation(site.deps, { articleId, person: site.anna })
    const { body } = await site.json(`/articles/${articleId}/quality`).expect(403)
    expect(body).toMatchObject({ error: { code: 'annotation-begun' } })
  })
})
