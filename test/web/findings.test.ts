import type { CheckPool } from '../../src/app/findings/check-pool.ts'
import type { Store } from '../../src/store/db/store.ts'
import { contextOf } from '../../src/text/context.ts'
import { desk } from '../../src/wire/desk.ts'
import { dismissalView, findingsResponse } from '../../src/wire/finding.ts'
import { wordPool } from '../app/checked.ts'
import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite } from './site.ts'

const text = 'LKA Lower Sachsen varnar.\nDet hände den 3 Juni.\nQuellen'

const opened = async (store: Store, checks = wordPool()) => {
  const site = await openSite(store, {}, checks)
  const { articleId } = await site.bring({ title: 'Rubrik', text })
  const page = `/articles/${articleId}`
  // the thread is started once; from then on it answers at once
  await site.json(`${page}/findings`).expect(200)
  return { site, page, articleId }
}
const post = (site: Awaited<ReturnType<typeof opened>>['site'], path: string, body: object) =>
  site.bare.post(path).set('Cookie', site.cookie).send(body)

/** The forms and links of one entry of the rail, by its words. */
const entryOf = (html: string, words: string): string =>
  html.match(/<li class="flag-entry finding-entry"[^]*?<\/li>/g)?.find(entry => entry.includes(`>${words}</span>`)) ??
  ''
const formOf = (entry: string, fix: string) => ({ finding: fieldOf(entry, 'finding'), fix })
const linkOf = (entry: string, part: string): string =>
  new RegExp(`href="([^"]*${part}[^"]*)"`).exec(entry)?.[1]?.replaceAll('&amp;', '&') ?? ''

forEachStore('findings for the desk', open => {
  test('are those of the text that is sent, or of the head, as the wire has them', async () => {
    const { site, page } = await opened(await open())
    const head = findingsResponse.parse((await site.json(`${page}/findings`)).body)
    expect(head.findings?.map(({ text, from }) => [text, from])).toEqual([
      ['Lower Sachsen', 4],
      ['Juni', 42],
      ['Quellen', 48],
    ])
    const sent = findingsResponse.parse(
      (await post(site, `${page}/findings`, { text: 'Juni är är', tab: 't' }).expect(200)).body,
    )
    expect([sent.outcome, sent.findings?.length, sent.hash.length]).toEqual(['ready', 2, 64])
    expect(desk.parse((await site.json(`${page}/desk`)).body).findings).toEqual(head.findings)
    const failed = await post(site, `${page}/findings`, { text: 'fail' }).expect(200)
    expect(failed.body).toMatchObject({ outcome: 'failed', findings: null })
  })

  test('of a tab that asks again before it is answered are those it asked for last', async () => {
    const { site, page } = await opened(await open())
    const asked = ['wait 2000', 'Juni', 'Juni Juni'].map(text =>
      post(site, `${page}/findings`, { text, tab: 't' }).expect(200),
    )
    const outcomes = (await Promise.all(asked)).map(({ body }) => findingsResponse.parse(body).outcome)
    expect(outcomes).toContain('superseded')
    expect(outcomes).toContain('ready')
  })

  test.each([[{}], [{ text: 5 }], [{ text: 'a', tab: 'no tab!' }]])('are refused for %j', async body => {
    const { site, page } = await opened(await open())
    expect((await post(site, `${page}/findings`, body)).status).toBe(400)
    expect((await post(site, `${page}/findings`, { text: 'a\0b' })).status).toBe(400)
  })

  test('are dismissed and brought back, and that is listed', async () => {
    const { site, page } = await opened(await open())
    const from = text.indexOf('Juni')
    const request = {
      check: 'month-capital',
      ...contextOf(text, { from, to: from + 4 }),
      scope: 'here',
      reason: 'Namn.',
    }
    const made = dismissalView.parse((await post(site, `${page}/dismissals`, request).expect(201)).body)
    expect(findingsResponse.parse((await site.json(`${page}/findings`)).body).findings).toHaveLength(2)
    expect((await site.json(`${page}/dismissals`)).body).toEqual([made])
    await post(site, `/dismissals/${made.id}/withdraw`, {}).expect(200)
    expect(findingsResponse.parse((await site.json(`${page}/findings`)).body).findings).toHaveLength(3)
    expect((await post(site, `${page}/dismissals`, { ...request, reason: '' })).status).toBe(400)
    expect((await post(site, `${page}/dismissals`, { ...request, scope: 'nowhere' })).status).toBe(400)
    expect((await post(site, `${page}/dismissals`, { ...request, nth: 2 ** 40 })).status).toBe(400)
    expect((await post(site, '/dismissals/zzzzzzzzzzzzzzzz/withdraw', {})).status).toBe(404)
  })
})

forEachStore('findings without a script', open => {
  test('are listed, gravest first, and marked in the text', async () => {
    const { site, page } = await opened(await open())
    const { text: html } = await site.get(page)
    const words = [...html.matchAll(/finding-entry"[^]*?class="words"[^>]*>([^<]*)</g)].map(match => match[1])
    expect(words).toEqual(['Lower Sachsen', 'Juni', 'Quellen'])
    expect(html).toContain(
      '<mark class="finding major" data-finding="finding-1" title="major: Wrong: Lower Sachsen">Lower Sachsen</mark>',
    )
  })

  test('are taken by a button, with their reason, once', async () => {
    const { site, page } = await opened(await open())
    const entry = entryOf((await site.get(page)).text, 'Lower Sachsen')
    const form = formOf(entry, 'Niedersachsen')
    await site.form(`${page}/findings/accept`, form).expect(303)
    await site.form(`${page}/findings/accept`, form).expect(303)
    const now = desk.parse((await site.json(`${page}/desk`)).body)
    expect([now.head.number, now.head.text.split('\n')[0]]).toEqual([1, 'LKA Niedersachsen varnar.'])
    const exported = JSON.parse((await site.get(`${page}/export?format=json`)).text) as {
      revisions: { reasons: unknown; summary: string }[]
    }
    expect(exported.revisions).toMatchObject([
      {
        summary: 'Lower Sachsen → Niedersachsen',
        reasons: [{ from: 4, to: 17, check: 'hybrid-name', severity: 'major' }],
      },
    ])
    expect((await site.json(`${page}/revisions/1`)).body).toMatchObject({ reasons: [{ check: 'hybrid-name' }] })
    expect((await site.get(`${page}/revisions/1`)).text).toMatch(
      /<q lang="und">Niedersachsen<\/q>: [^<]+, <a href="\/checks\/hybrid-name">/,
    )
    const deleted = formOf(entryOf((await site.get(page)).text, 'Quellen'), '')
    await site.form(`${page}/findings/accept`, deleted).expect(303)
    expect(desk.parse((await site.json(`${page}/desk`)).body).head.text).toBe(
      'LKA Niedersachsen varnar.\nDet hände den 3 Juni.\n',
    )
    const acts = await site.deps.store.db
      .selectFrom('check_act')
      .select(['check_id', 'words', 'fix', 'revision'])
      .orderBy('id')
      .execute()
    expect(acts).toEqual([
      { check_id: 'hybrid-name', words: 'Lower Sachsen', fix: 'Niedersachsen', revision: 1 },
      { check_id: 'page-furniture', words: 'Quellen', fix: '', revision: 2 },
    ])
  })

  test('are not taken by a form without what to write: that would delete the words', async () => {
    const { site, page } = await opened(await open())
    const { finding } = formOf(entryOf((await site.get(page)).text, 'Lower Sachsen'), '')
    expect((await site.form(`${page}/findings/accept`, { finding })).status).toBe(400)
    expect((await post(site, `${page}/findings/accept`, { finding })).status).toBe(400)
    expect(desk.parse((await site.json(`${page}/desk`)).body).head.number).toBe(0)
  })

  test('are dismissed on a page that asks why, and can be made a flag', async () => {
    const { site, page } = await opened(await open())
    const entry = entryOf((await site.get(page)).text, 'Juni')
    const flag = (await site.get(linkOf(entry, 'flags/new')).expect(200)).text
    expect(/name="words"[^>]*value="([^"]*)"/.exec(flag)?.[1]).toBe('Juni')
    expect(/name="suggestion"[^>]*value="([^"]*)"/.exec(flag)?.[1]).toBe('juni')
    const whole = (await site.get(linkOf(entry, 'findings/dismiss')).expect(200)).text
    const asked = whole.slice(whole.indexOf('<main'))
    expect(asked).toContain('Wrong: Juni')
    const names = ['id', 'check', 'words', 'before', 'after', 'nth', 'category', 'severity', 'back']
    const unescaped = (name: string) => fieldOf(asked, name).replaceAll('&#34;', '"').replaceAll('&amp;', '&')
    const form = {
      ...Object.fromEntries(names.map(name => [name, unescaped(name)])),
      scope: 'here',
      reason: 'Ett namn.',
    }
    expect((await site.form(`${page}/dismissals`, { ...form, reason: ' ' })).status).toBe(400)
    const done = await site.form(`${page}/dismissals`, form).expect(303)
    await site.form(`${page}/dismissals`, form).expect(303)
    expect((await site.json(`${page}/dismissals`)).body).toHaveLength(1)
    expect(done.headers['location']).toBe(`${page}#findings-title`)
    expect(entryOf((await site.get(page)).text, 'Juni')).toBe('')
  })

  test('that are not ready are waited for a moment only, and the page says so', async () => {
    const ready = Promise.withResolvers<void>()
    let gate = Promise.resolve()
    const pool = wordPool()
    const gated: CheckPool = { ...pool, check: (...asked) => gate.then(() => pool.check(...asked)) }
    const { site } = await opened(await open(), gated)
    gate = ready.promise
    const { articleId } = await site.bring({ text: 'Juni' })
    expect((await site.get(`/articles/${articleId}`)).text).toContain('The checks are not ready yet.')
    expect(desk.parse((await site.json(`/articles/${articleId}/desk`)).body).findings).toBeNull()
    ready.resolve()
    await site.json(`/articles/${articleId}/findings`)
    expect((await site.get(`/articles/${articleId}`)).text).toContain('Wrong: Juni')
    const bad = await site.bring({ text: 'fail' })
    expect((await site.get(`/articles/${bad.articleId}`)).text).toContain('could not be checked')
  })

  test.each([
    '',
    '?finding=0-0-month',
    '?finding=0-0-1-X%20',
    '?finding=0-5-1-month',
    '?finding=9-0-1-month',
    '?finding=0-0-999-month',
  ])('are not asked about at an address like %j', async query => {
    const { site, page } = await opened(await open())
    const { status } = await site.get(`${page}/findings/dismiss${query}`)
    expect([400, 404, 409]).toContain(status)
  })
})

forEachStore('the pages of the checks', open => {
  test('list each check by its family, with how it has done here', async () => {
    const { site, page } = await opened(await open())
    await site.form(`${page}/findings/accept`, formOf(entryOf((await site.get(page)).text, 'Quellen'), '')).expect(303)
    const { text: html } = await site.get('/checks')
    expect(html).toContain('Residue of the pipeline')
    expect(html).toMatch(/\/checks\/page-furniture">[^]*?100%/)
    expect((await site.json('/checks')).body).toContainEqual(
      expect.objectContaining({ id: 'page-furniture', accepted: 1, dismissed: 0 }),
    )
  })

  test('tell what, why, and by examples; are set with a reason; and withdraw dismissals', async () => {
    const { site, page } = await opened(await open())
    const request = { check: 'page-furniture', words: 'Quellen', scope: 'article', reason: 'Det <b>ska</b> stå så.' }
    const { id } = (await post(site, `${page}/dismissals`, request).expect(201)).body as { id: string }
    const { text: html } = await site.get('/checks/page-furniture')
    expect(html).toContain('&lt;b&gt;ska&lt;/b&gt;')
    expect(html).toMatch(/<del>[^<]+<\/del>/)
    await site.form(`/dismissals/${id}/withdraw`, {}).expect(303)
    expect((await site.get('/checks/page-furniture')).text).toContain('taken back')
    expect((await site.form('/checks/page-furniture', { severity: 'neutral', reason: '' })).status).toBe(400)
    await site.form('/checks/page-furniture', { severity: 'neutral', reason: 'Stör.' }).expect(303)
    expect((await site.json('/checks/page-furniture')).body).toMatchObject({
      check: { enabled: false, severity: 'neutral' },
      setting: { person: 'Anna Ek', reason: 'Stör.' },
    })
    expect(findingsResponse.parse((await site.json(`${page}/findings`)).body).findings).toHaveLength(2)
    const json = { enabled: true, severity: 'critical', reason: 'Viktig.' }
    expect((await post(site, '/checks/page-furniture', json).expect(200)).body).toMatchObject({
      enabled: true,
      severity: 'critical',
    })
    expect((await site.get(page)).text).toContain('critical: Wrong: Quellen')
    for (const enabled of ['false', undefined, 0])
      expect((await post(site, '/checks/page-furniture', { ...json, enabled })).status).toBe(400)
    for (const path of ['/checks/nothing', '/checks/A%00']) expect((await site.get(path)).status).toBe(404)
  })
})
