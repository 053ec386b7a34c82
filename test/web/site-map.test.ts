import { siteMap } from '../../src/web/index.ts'
import { methods } from '../../src/web/page.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite } from './site.ts'

const unknown = 'zzzzzzzzzzzzzzzz'
const addressOf = (path: string, id: string): string =>
  path.replace(':id', id).replace(':number', '0').replace(':tab', 'tab-1').replace(':flag', unknown)

forEachStore('site map', open => {
  test('an address answers 405 with Allow to every method it does not take, as a page and as JSON', async () => {
    const site = await openSite(await open())
    for (const place of siteMap) {
      const address = addressOf(place.path, unknown)
      for (const method of [...methods, 'patch'] as const) {
        if (method !== 'patch' && place[method]) continue
        const json = await site.bare[method](address)
          .set('Accept', 'application/json')
          .set('Sec-Fetch-Site', 'same-origin')
        expect([address, method, json.status]).toEqual([address, method, 405])
        expect(json.body).toMatchObject({ error: { code: 'method-not-allowed' } })
        const takes = methods.filter(m => place[m]).map(m => m.toUpperCase())
        expect(json.headers['allow']?.split(', ')).toEqual(expect.arrayContaining(takes))
        const page = await site.bare[method](address).set('Accept', 'text/html').set('Sec-Fetch-Site', 'same-origin')
        expect([page.status, page.headers['content-type']]).toEqual([405, 'text/html; charset=utf-8'])
      }
    }
  })

  test('an unknown, a malformed and a purged id: 404, 404 and 410, as a page and as JSON, and never a stack', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Bort' })
    await site.form(`/articles/${articleId}/purge`, { confirm: '1' }).expect(303)
    const bodies: Record<string, string> = {
      revisions: 'base=0&key=12345678&p0-1=a', restore: 'revision=0', undo: 'revision=1', state: 'state=approved&base=0',
      flags: 'in=mt&words=Text&category=style/awkward&severity=minor', purge: 'confirm=1', details: 'title=x', dismiss: 'reason=x',
      place: 'from=0&to=1', dismissals: 'check=month-capital&words=Juni&scope=article&reason=x',
    } // prettier-ignore
    for (const place of siteMap.filter(p => p.path.includes(':id'))) {
      for (const id of [unknown, 'A%00', articleId]) {
        const ofFlag = /^\/(flags|annotations|dismissals|corrections|terms|batches|imports)\//.test(place.path)
        const status = id === articleId && !ofFlag ? 410 : 404
        const address =
          addressOf(place.path, id) +
          (place.path.endsWith('/revisions') ? '?number=0' : '') +
          (place.path.endsWith('export') ? '?format=txt' : '')
        const last = address.split('?')[0]?.split('/').at(-1) ?? ''
        const answers = []
        if (place.get && !address.includes('?number')) answers.push(await site.get(address), await site.json(address))
        if (place.post && !place.path.includes('draft')) {
          const body = ofFlag && last === id ? 'version=1&category=style/awkward&severity=minor' : (bodies[last] ?? '')
          answers.push(await site.form(address, body), await site.form(address, body).set('Accept', 'application/json'))
        }
        for (const answer of answers) {
          expect([address, answer.status]).toEqual([address, status])
          expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d/)
        }
      }
    }
  })

  test('a page that is not there', async () => {
    const site = await openSite(await open())
    for (const path of ['/nothing', '/articles/x/y/z', '/assets/none.js']) {
      expect((await site.get(path)).status).toBe(404)
      expect((await site.json(path)).body).toMatchObject({ error: { code: 'page-unknown' } })
    }
    expect((await site.get('/%E0%A4%A')).status).toBe(400)
    expect((await site.get('/articles/%E0%A4%A')).status).toBe(400)
    expect((await site.json('/articles/%ZZ')).body).toMatchObject({ error: { code: 'address-malformed' } })
  })

  test('HEAD, OPTIONS, health and the icon', async () => {
    const site = await openSite(await open())
    expect((await site.bare.head('/')).status).toBe(200)
    const options = await site.bare.options('/articles')
    expect([options.status, options.headers['allow']]).toEqual([204, 'POST, OPTIONS'])
    expect((await site.json('/health')).body).toEqual({ status: 'ok' })
    expect((await site.get('/icon.svg')).headers['content-type']).toContain('image/svg+xml')
  })
})
