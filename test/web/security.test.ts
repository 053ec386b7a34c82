import { isOwnHost } from '../../src/web/middleware/host.ts'
import { mayWrite } from '../../src/web/middleware/same-site.ts'
import { safeReturn } from '../../src/web/address.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite } from './site.ts'

test.each([
  ['127.0.0.1:3000', true], ['localhost:3000', true], ['[::1]:3000', true], ['127.9.8.7:3000', true], ['LOCALHOST:3000', true],
  ['localhost', false], ['localhost:3001', false], ['evil.example:3000', false], ['127.0.0.1.evil.example:3000', false],
  ['localhost.evil.example:3000', false], ['[::2]:3000', false], ['', false], [undefined, false], ['127.0.0.1:3000@evil', false],
])('the Host %s is ours on port 3000: %s', (host, ours) => expect(isOwnHost(host, 3000)).toBe(ours)) // prettier-ignore

test('without a port, a Host is of port 80', () =>
  expect([isOwnHost('localhost', 80), isOwnHost('[::1]', 80)]).toEqual([true, true]))

test.each([
  ['POST', { 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }, false],
  ['POST', { 'sec-fetch-site': 'same-site' }, false],
  ['DELETE', { 'sec-fetch-site': 'cross-site' }, false],
  ['POST', { host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
  ['POST', { host: 'localhost:3000', origin: 'http://localhost:3001' }, false],
  ['POST', { host: 'localhost:3000', origin: 'null' }, false],
  ['POST', { 'content-type': 'application/json' }, true],
  ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, false],
  ['POST', { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }, true],
  ['POST', { 'content-type': 'text/plain;application/json' }, false],
  ['PUT', {}, true],
])('%s with %j may write: %s', (method, headers, may) => expect(mayWrite(method, headers)).toBe(may))

test.each([['/articles?x=1', '/articles?x=1'], ['//evil.example', '/'], ['https://evil.example/', '/'], ['/\\evil.example', '/'], ['', '/'], ['/\t/evil.example', '/'], ['/..//evil.example', '/'], ['/%2e//evil.example', '/'], ['/a/../%2E%2e//evil.example', '/'], ['/a//b', '/a//b']])('back to %j goes to %s', (to, path) => expect(safeReturn(to)).toBe(path)) // prettier-ignore

forEachStore('the web’s guard', open => {
  test('a foreign Host is refused before anything is read', async () => {
    const site = await openSite(await open())
    expect((await site.get('/').set('Host', 'evil.example')).status).toBe(421)
    expect((await site.json('/').set('Host', 'evil.example')).body).toMatchObject({ error: { code: 'host-refused' } })
  })

  test('a write from another site is refused, and nothing changes', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Kvar' })
    const answer = await site.form(`/articles/${articleId}/purge`, { confirm: '1' }).set('Sec-Fetch-Site', 'cross-site')
    expect(answer.status).toBe(403)
    expect((await site.get(`/articles/${articleId}`)).status).toBe(200)
  })

  test('the policy has a nonce, and no unsafe-inline; the page’s scripts carry it', async () => {
    const site = await openSite(await open())
    const { headers, text } = await site.get('/')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).not.toContain('unsafe')
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThan(20)
    for (const [script] of text.matchAll(/<script[^>]*>/g))
      expect(script).toContain(`nonce="${nonce.replaceAll('+', '+')}"`)
    expect(text).not.toMatch(/ style=| on\w+=/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('cookies are HttpOnly and SameSite=Strict', async () => {
    const site = await openSite(await open())
    const answer = await site.form('/person', { name: 'Cecilia' }, '')
    const cookies = answer.headers['set-cookie'] as unknown as string[]
    expect(cookies.map(cookie => cookie.split('=')[0]).sort()).toEqual(['rp_browser', 'rp_notice', 'rp_person'])
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
  })

  test('scripts in titles, texts, names, comments and summaries are shown and do not run', async () => {
    const site = await openSite(await open())
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'>'
    const { articleId, translationId } = await site.bring({
      title: evil,
      text: `Det är ${evil} så.`,
      system: evil,
      sourceText: evil,
    })
    const person = await site.form('/person', { name: evil })
    const cookie = `${(person.headers['set-cookie'] as unknown as string[]).find(c => c.startsWith('rp_person'))?.split(';')[0] ?? ''}; rp_language=en`
    await site.save(site.anna, translationId, `Det var ${evil} så.`, { summary: evil })
    const flag = {
      in: 'mt',
      words: 'Det',
      category: 'style/awkward',
      severity: 'minor',
      comment: evil,
      suggestion: evil,
    }
    const set = await site.form(`/articles/${articleId}/flags`, { ...flag, a: '0-3' }, cookie).expect(303)
    const flagPage = `/flags/${/flag-(\w+)/.exec(set.headers['location'] ?? '')?.[1] ?? ''}`
    const pages = [
      '',
      '/history',
      '/history?from=0&to=1',
      '/history?from=0&view=inline&all=1',
      '/revisions/1',
      '/authorship',
      '/details',
      '/purge',
      '/flags/new',
    ]
    for (const address of [
      '/',
      '/?search=script',
      '/person',
      flagPage,
      ...pages.map(page => `/articles/${articleId}${page}`),
    ]) {
      const { status, text } = await site.get(address, cookie)
      expect([address, status]).toEqual([address, 200])
      expect(text).not.toMatch(/<script>|<img|onerror=alert\(1\)>"/)
    }
  })

  test('a text that would turn the page around is shown with its controls written out', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'a\u202eb', text: 'Ett\u200bord och \u202enågot.' })
    for (const page of ['', '/revisions/0', '/authorship', '/history']) {
      const { text } = await site.get(`/articles/${articleId}${page}`)
      expect(text).toContain('‹U+202E›')
      expect(text.replace(/<textarea[^]*?<\/textarea>/g, '')).not.toMatch(/[\u202e\u200b]/)
    }
  })
})
