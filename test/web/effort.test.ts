/** Effort over the web: taken in as other writes are, shown, given out, deleted. */
import { qualitySetting } from '../../src/app/gate/quality-settings.ts'
import { newId } from '../../src/store/id.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite, type Site } from './site.ts'

const sums = { activeMs: 45_000, openMs: 88_000, keystrokes: 40, elapsedMs: 88_000 }

const tell = (site: Site, id: string, body: object = { sitting: newId(), ...sums }) =>
  site.bare.put(`/articles/${id}/effort`).set('Cookie', site.cookie).send(body)

const count = (site: Site, effort: string): Promise<void> =>
  writeSetting(site.deps.store.db, qualitySetting, JSON.stringify({ effort }))

forEachStore('effort on the web', open => {
  test('is kept, and shown with the article and on the page of its own, as a page and as JSON', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Prov', text: 'Ett prov.', system: 'MT<1>' })
    expect((await site.get('/quality/effort')).text).toContain('No effort has been measured')
    expect((await tell(site, articleId)).body).toEqual({ kept: true })
    const page = (await site.get('/quality/effort')).text
    for (const told of ['MT&lt;1&gt;', '45 s', '1 min', 'January 2026', 'counted by article, without the name'])
      expect(page).toContain(told)
    expect((await site.json('/quality/effort')).body).toMatchObject({
      effort: 'articles',
      all: { sittings: 1 },
      persons: null,
    })
    expect((await site.json(`/articles/${articleId}/quality`)).body).toMatchObject({
      effort: { activeMs: 45_000, keystrokes: 40 },
    })
    expect((await site.get(`/articles/${articleId}/quality`)).text).toMatch(/Active time<\/dt><dd>45 s/)
    await site.form(`/articles/${articleId}/state`, { state: 'corrected' }).expect(303)
    expect((await site.get('/quality')).text).toMatch(/Active time<\/dt><dd>45 s/)
    // the pace of 45 s says nothing, and the page says why
    const paced = (await site.get(`/articles/${articleId}/quality`)).text
    expect(paced).toMatch(/at least 5 minutes; before that it says nothing/)
    expect(paced).toMatch(/Words per hour<\/dt><dd>none/)
    expect((await site.get('/quality/effort')).text).toMatch(/at least 5 minutes/)
    expect((await site.get('/quality/effort/export')).text).toMatch(/^.part,.*\r\nall,,,,1,45,88,40,1,2,0,\r\n/)
    expect((await site.get('/quality/effort/export?format=json')).body).toMatchObject({ all: { sittings: 1 } })
    expect((await site.get('/quality/effort?from=2026-13')).status).toBe(400)
    expect((await site.get('/quality/effort/export?format=xls')).status).toBe(400)
  })

  test('that is malformed, impossible or from another site is refused', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Prov' })
    const codes = []
    for (const more of [
      { sitting: 'x' },
      { keystrokes: -1 },
      { activeMs: 0.5 },
      { elapsedMs: 1e12 },
      { activeMs: 300_000, openMs: 1 },
    ]) {
      const { status, body } = await tell(site, articleId, { sitting: newId(), ...sums, ...more })
      codes.push(`${status} ${body.error.code} ${body.error.values.field ?? body.error.values.what}`)
    }
    expect(codes).toEqual([
      '400 field-invalid sitting', '400 field-invalid keystrokes', '400 field-invalid activeMs', '400 field-invalid elapsedMs',
      '400 effort-impossible activeMs',
    ]) // prettier-ignore
    expect((await tell(site, articleId).set('Sec-Fetch-Site', 'cross-site')).status).toBe(403)
    expect((await site.json('/quality/effort')).body.all.sittings).toBe(0)
  })

  test('the desk says that it is counted, and how; where it is off, not even its script is there', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Prov' })
    const desk = async () => (await site.get(`/articles/${articleId}`)).text
    expect(await desk()).toMatch(/\/quality\/effort#counted">Working time is counted<\/a>/)
    expect(await desk()).toContain('/assets/effort.js')
    expect((await site.get('/keys')).text).toContain('/quality/effort#counted')
    await count(site, 'persons')
    expect(await desk()).toContain('Working time is counted, with names')
    await count(site, 'off')
    expect(await desk()).not.toMatch(/effort/)
    expect((await site.get('/keys')).text).not.toContain('effort')
    expect((await tell(site, articleId)).body).toEqual({ kept: false })
    expect((await site.get('/quality/effort')).text).toContain('Now nothing is counted')
  })

  test('persons are told only where the house counts by person, on a page that was asked for', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Prov' })
    expect((await site.get('/quality/effort?persons=1')).text).toContain('Nothing is counted by person here')
    await count(site, 'persons')
    await tell(site, articleId)
    const bo = site.cookie.replace(site.anna.id, site.bo.id)
    await site.bare
      .put(`/articles/${articleId}/effort`)
      .set('Cookie', bo)
      .send({ sitting: newId(), ...sums })
    await site.form(`/articles/${articleId}/state`, { state: 'corrected' }).expect(303)
    // Anna looks, whose own name stands at the head of every page
    for (const path of [
      '/quality',
      `/articles/${articleId}/quality`,
      '/quality/effort',
      '/quality/compare',
      '/quality/export',
    ])
      for (const format of ['', '?format=json', '?format=csv'])
        expect([path, (await site.get(path + format)).text.includes('Bo Ås')]).toEqual([path, false])
    expect((await site.get('/quality/effort/export')).text).not.toContain('Bo Ås')
    const page = (await site.get('/quality/effort')).text
    expect(page).toContain('persons=1')
    expect(page).not.toContain('<bdi>Anna Ek</bdi></th>')
    expect((await site.get('/quality/effort?persons=1')).text).toContain('<bdi>Anna Ek</bdi></th>')
    expect((await site.get('/quality/effort/export?persons=1')).text).toContain('person,,,Anna Ek,1,45,88,40,')
  })

  test('is deleted only by who has a name and says so', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Prov' })
    // nothing is offered to be deleted where nothing is kept
    expect((await site.get('/quality/effort')).text).not.toContain('/quality/effort/forget')
    await tell(site, articleId)
    expect((await site.get('/quality/effort')).text).toContain('/quality/effort/forget')
    expect((await site.form('/quality/effort/forget', {})).status).toBe(400)
    expect((await site.form('/quality/effort/forget', { confirm: '1' }, 'rp_language=en')).status).toBe(403)
    expect((await site.json('/quality/effort')).body.all.sittings).toBe(1)
    const done = await site.form('/quality/effort/forget', { confirm: '1' })
    expect([done.status, done.headers['location']]).toEqual([303, '/quality/effort'])
    expect((await site.json('/quality/effort')).body.all.sittings).toBe(0)
    expect((await site.get('/quality/effort')).text).toMatch(/Nothing is kept\. Last deleted by Anna Ek/)
  })
})
