import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite, type Site } from './site.ts'

const post = (site: Site, path: string, body: object) =>
  site.bare.post(path).set('Cookie', site.cookie).set('Sec-Fetch-Site', 'same-origin').send(body)

const settings = '/quality/settings'
const form = {
  weights: 'own', ownName: 'Våra', 'own-neutral': '0', 'own-minor': '1,5', 'own-major': '5', 'own-critical': '10',
  exceptionCategory: ['style', ''], exceptionSeverity: ['minor', ''], exceptionWeight: ['0,5', ''],
  threshold: '92,5', gate: '1', effort: 'persons',
} // prettier-ignore

forEachStore('the page of the quality settings', open => {
  test('saves what is filled in, with a comma or a point, and tells who changed what', async () => {
    const site = await openSite(await open())
    const stamp = fieldOf((await site.get(settings)).text, 'stamp')
    expect((await site.form(settings, { ...form, stamp })).headers['location']).toBe(settings)
    expect((await site.json(settings)).body).toMatchObject({
      settings: {
        weights: 'own',
        own: { name: 'Våra', severities: { minor: 1.5 }, exceptions: [{ category: 'style', severity: 'minor', weight: 0.5 }] },
        threshold: 92.5, gate: true, judgements: false, effort: 'persons',
      },
      acts: [{ person: 'Anna Ek' }],
    }) // prettier-ignore
    const { text } = await site.get(settings)
    expect(text).toMatch(/Threshold:<\/span> <del>95<\/del><ins>92\.5<\/ins>/)
    expect(text).toContain('Våra: neutral 0; minor 1.5; major 5; critical 10; Style, minor 0.5')
  })

  test('gives back what was typed where it is refused, or another was faster, and then saves over it knowingly', async () => {
    const site = await openSite(await open())
    const stamp = fieldOf((await site.get(settings)).text, 'stamp')
    for (const [bad, told] of [
      [{ threshold: '101' }, 'from 0 to 100'],
      [{ 'own-minor': '7' }, 'cannot weigh less than a milder one'],
      [{ exceptionWeight: ['tung', ''] }, 'An exception has an error'],
    ] as const) {
      const refused = await site.form(settings, { ...form, ...bad, stamp })
      expect([refused.status, refused.text.includes(told), refused.text.includes('value="Våra"')]).toEqual([
        400,
        true,
        true,
      ])
      for (const typed of Object.values(bad).flat().filter(Boolean)) expect(refused.text).toContain(`value="${typed}"`)
    }
    await post(site, settings, { threshold: 80, stamp }).expect(200)
    const late = await site.form(settings, { ...form, stamp })
    expect([late.status, late.text.includes('Anna Ek has changed the settings meanwhile')]).toEqual([409, true])
    expect(late.text).toMatch(/Threshold:<\/span> 80/)
    expect(fieldOf(late.text, 'stamp')).not.toBe(stamp)
    await site.form(settings, { ...form, stamp: fieldOf(late.text, 'stamp') }).expect(303)
    expect((await site.json(settings)).body).toMatchObject({ settings: { threshold: 92.5 } })
  })

  test('says in Swedish, by the words of the form, what is filled in wrong, and never by a name of the program', async () => {
    const site = await openSite(await open())
    const stamp = fieldOf((await site.get(settings)).text, 'stamp')
    for (const [bad, told] of [
      [{ threshold: '' }, 'Gränsen ska vara ett tal'],
      [{ threshold: 'NaN' }, 'Gränsen ska vara ett tal'],
      [{ threshold: '-1' }, 'Gränsen ska vara ett tal'],
      [{ threshold: '1e2' }, 'Gränsen ska vara ett tal'],
      [{ 'own-critical': '1000,1' }, 'De egna vikterna ska vara tal'],
      [{ 'own-critical': '9'.repeat(400) }, 'De egna vikterna ska vara tal'],
      [{ exceptionCategory: ['style', 'style'], exceptionSeverity: ['minor', 'minor'], exceptionWeight: ['1', '2'] }, 'får bara stå en gång'],
      [{ exceptionCategory: ['style', ''], exceptionWeight: ['-1', ''] }, 'Ett undantag ska ha'],
      [{ ownName: 'x'.repeat(101) }, 'högst 100 tecken'],
      [{ weights: 'egna' }, 'alternativen under Vad felen väger'],
      [{ effort: '' }, 'alternativen under Arbetsinsats'],
      [{ stamp: '' }, 'Ladda om sidan'],
    ] as const) {
      const refused = await site.form(settings, { ...form, stamp, ...bad }, `rp_person=${site.anna.id}; rp_language=sv`)
      const [alert = ''] = /<p class="refusal"[^>]*>[^<]*/.exec(refused.text) ?? []
      expect([refused.status, alert]).toEqual([400, expect.stringContaining(told)])
    }
  }) // prettier-ignore

  test('takes from a program no setting that is misspelt, no number that is none, nothing twice', async () => {
    const site = await openSite(await open())
    const { stamp } = (await site.json(settings)).body as { stamp: string }
    const own = { severities: { neutral: 0, minor: 1, major: 5, critical: 10 } }
    const twice = [{ category: 'style', weight: 1 }, { category: 'style', weight: 2 }]
    for (const [bad, field] of [
      [{ treshold: 90 }, 'treshold'],
      [{ threshold: '90' }, 'threshold'],
      [{ threshold: -0.001 }, 'threshold'],
      [{ threshold: null }, 'threshold'],
      [{ own: { severities: { ...own.severities, critical: 1e308 } } }, 'own.severities.critical'],
      [{ own: { severities: { ...own.severities, minor: 7 } } }, 'own.severities'],
      [{ own: { ...own, name: 'a\0' } }, 'own.name'],
      [{ own: { ...own, exceptions: twice } }, 'own.exceptions'],
      [{ own: { ...own, exceptions: [{ category: 'stil', weight: 1 }] } }, 'own.exceptions.0.category'],
    ] as const) {
      const refused = await post(site, settings, { ...bad, stamp })
      expect([refused.status, refused.body]).toMatchObject([400, { error: { code: 'field-invalid', values: { field } } }])
    }
    expect((await site.json(settings)).body).toMatchObject({ stamp, acts: [] })
  }) // prettier-ignore

  test('takes from a program what it sends and leaves the rest, but for no stamp or an old one', async () => {
    const site = await openSite(await open())
    const { stamp } = (await site.json(settings)).body as { stamp: string }
    expect((await post(site, settings, { gate: false, stamp })).body).toMatchObject({
      settings: { gate: false, threshold: 95 },
    })
    const codes = [{ gate: true }, { gate: true, stamp }, { weights: 'own', stamp }, { effort: 'x', stamp }]
      .map(body => post(site, settings, body).then(({ status }) => status)) // prettier-ignore
    expect(await Promise.all(codes)).toEqual([400, 409, 400, 400])
  })
})
