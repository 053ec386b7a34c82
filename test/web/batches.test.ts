import { previewed } from '../app/batches.ts'
import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite, type Site } from './site.ts'
import type { Store } from '../../src/store/db/store.ts'
import { newId } from '../../src/store/id.ts'

const wording = { before: 'Lower Sachsen', after: 'Niedersachsen' }

async function opened(store: Store): Promise<Site & { readonly id: string; readonly page: string }> {
  const site = await openSite(store)
  await site.bring({ title: 'Ett <b>', text: 'LKA Lower Sachsen varnar. I Lower Sachsens polis.' })
  await site.bring({ title: 'Två', text: 'Lower Sachsen-baserade bilar.' })
  const id = await previewed(site, wording)
  return { ...site, id, page: `/batches/${id}` }
}

const post = (site: Site, path: string, body: object) =>
  site.bare.post(path).set('Cookie', site.cookie).set('Accept', 'application/json').send(body)

/** The fields that the page of a batch sends, with the boxes that are checked. */
function formOf(html: string): Record<string, string | string[]> {
  const checked = [...html.matchAll(/name="hit" value="(\d+)"[^>]*checked/g)].map(match => match[1] ?? '')
  const fixes = [...html.matchAll(/<textarea name="(fix-\d+)"[^>]*>\s*([^<]*)<\/textarea>/g)]
  return {
    upTo: fieldOf(html, 'upTo'),
    after: fieldOf(html, 'after'),
    hit: checked,
    ...Object.fromEntries(fixes.map(match => [match[1] ?? '', match[2] ?? ''])),
  }
}

forEachStore('fixing everywhere, by forms', open => {
  test('begins with a form that has been filled in, and changes nothing by being looked at', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Titeln', text: 'Lower Sachsen.' })
    const query = new URLSearchParams({ ...wording, kind: 'words', article: articleId }).toString()
    const { text: html } = await site.get(`/batches/new?${query}`)
    expect(html).toMatch(/name="before"[^>]*>\s*Lower Sachsen</)
    expect(html).toMatch(/name="after"[^>]*>\s*Niedersachsen</)
    expect(html).toContain('Only in the article Titeln')
    expect((await site.json('/batches')).body).toEqual({ batches: [], next: null })
    expect((await site.get('/batches')).text).toContain('Nobody has fixed anything everywhere yet')
    for (const odd of ['before=%00%F0', 'article=x', `article=${newId()}`, 'kind=nothing&about=%3C'])
      expect((await site.get(`/batches/new?${odd}`)).status).toBe(200)
  })

  test('of a pair or a term is filled in by what that says', async () => {
    const site = await openSite(await open())
    const term = { preferred: 'Niedersachsen', variants: ['Lower Sachsen', 'Lower Saxony'] }
    const { id } = (await post(site, '/terms', term)).body as { id: string }
    const { text: html } = await site.get(`/batches/new?kind=term&about=${id}`)
    expect(html).toMatch(/name="before"[^>]*>\s*Lower Sachsen \| Lower Saxony</)
    const rule = { before: 'polisen polisen', after: 'polisen', category: 'style/awkward', severity: 'minor' }
    const pair = (await post(site, '/corrections', rule)).body as { id: string; decidedAt: number }
    await post(site, `/corrections/${pair.id}/decide`, { instead: 'poliserna', seen: pair.decidedAt })
    const form = await site.get(`/batches/new?kind=pair&about=${pair.id}`)
    expect(form.text).toMatch(/name="after"[^>]*>\s*poliserna</)
  })

  test('of a term takes all of its variants, however many they are', async () => {
    const site = await openSite(await open())
    const variants = Array.from(
      { length: 90 },
      (_, i) => `Felskrivet Sachsen ${'abcdefghij'[i % 10]}${'klmnopqrs'[i % 9]}`,
    )
    const term = { kind: 'term', after: 'Niedersachsen', before: variants.join(' | ') }
    expect((await post(site, '/batches', term)).status).toBe(201)
    for (const odd of [
      { ...term, kind: 'words' },
      { ...term, before: `a | ${'b'.repeat(501)}` },
    ])
      expect((await post(site, '/batches', odd)).status).toBe(400)
  })

  test('refuses what is too wide, and the form comes back as it was typed', async () => {
    const site = await openSite(await open())
    const sent = { before: 'och', after: 'samt <b>', where: 'unapproved', summary: 'Mitt namn', archived: '1' }
    const { status, text: html } = await site.form('/batches', sent)
    expect(status).toBe(400)
    expect(html).toContain('role="alert"')
    expect(html).toMatch(/name="after"[^>]*>\s*samt &lt;b&gt;</)
    expect(html).toMatch(/id="where-unapproved"[^>]*checked/)
    expect(html).toMatch(/name="summary"[^>]*value="Mitt namn"/)
    const { body } = await post(site, '/batches', { before: ' ', after: 'x' }).expect(400)
    expect(body).toMatchObject({ error: { code: 'rule-empty' } })
    for (const bad of [
      {},
      { ...wording, kind: 'again' },
      { ...wording, scope: { since: 'x' } },
      { ...wording, about: '<' },
    ])
      expect((await post(site, '/batches', bad)).status).toBe(400)
  })

  test('shows each place with what stands around it, what goes and what comes; escaped', async () => {
    const site = await opened(await open())
    const { text: html } = await site.get(site.page)
    expect(html).toContain('Ett &lt;b&gt;')
    expect(html).toMatch(/LKA <del>Lower Sachsen<\/del><ins>Niedersachsen<\/ins> varnar\./)
    expect(html).toMatch(/<del>Lower Sachsens<\/del><ins>Niedersachsens<\/ins> polis/)
    expect(html).toContain('Change 3 places')
    expect(html).toContain('in 2 articles')
  })

  test('is chosen from, applied and undone without a script', async () => {
    const site = await opened(await open())
    const { page } = site
    const form = formOf((await site.get(page)).text)
    expect(form['hit']).toEqual(['1', '2', '3'])
    const kept = await site.form(`${page}/hits`, { ...form, hit: ['1', '3'], 'fix-3': 'delstatens', act: 'save' })
    expect([kept.status, kept.headers['location']]).toEqual([303, `${page}#hits`])
    const after = formOf((await site.get(page)).text)
    expect([after['hit'], after['fix-3']]).toEqual([['1', '3'], 'delstatens'])
    const applied = await site.form(`${page}/apply`, after)
    expect([applied.status, applied.headers['location']]).toEqual([303, page])
    await site.form(`${page}/apply`, after).expect(303)
    const { text: html } = await site.get(page)
    expect(html).toContain('Anna Ek applied it')
    expect(html).toMatch(/history\?translation=\w+&#38;from=0&#38;to=1|history\?translation=\w+&amp;from=0&amp;to=1/)
    const [article] = (await site.json('/')).body.items as { id: string }[]
    expect((await site.get(`/articles/${article?.id}/history`)).text).toContain('Lower Sachsen → Niedersachsen')
    await site.form(`${page}/undo`, {}).expect(303)
    await site.form(`${page}/undo`, {}).expect(303)
    expect((await site.json(page)).body).toMatchObject({ batch: { state: 'undone', figures: { undone: { hits: 2 } } } })
    expect((await site.get('/batches')).text).toContain('Undone')
  })

  test('takes all or none, of one text or of all', async () => {
    const site = await opened(await open())
    const html = (await site.get(site.page)).text
    const [translation] = /none-\w{16}/.exec(html) ?? []
    const sent = await site.form(`${site.page}/hits`, { ...formOf(html), act: translation })
    expect(sent.headers['location']).toBe(`${site.page}#t-${translation?.slice(5)}`)
    const left = async () => formOf((await site.get(site.page)).text)['hit']
    expect(await left()).toEqual(['2', '3'])
    await site.form(`${site.page}/hits`, { ...formOf(html), act: 'none' }).expect(303)
    expect(await left()).toEqual([])
    expect((await site.form(`${site.page}/apply`, formOf((await site.get(site.page)).text))).status).toBe(400)
  })

  test('asks for the name, and goes on with all that was sent', async () => {
    const site = await opened(await open())
    const form = formOf((await site.get(site.page)).text)
    const asked = await site.form(`${site.page}/apply`, form, 'rp_language=en')
    expect(asked.status).toBe(403)
    expect(asked.text).toContain('name="fix-1"')
    await site.form(`${site.page}/apply`, { ...form, name: 'Cia' }, 'rp_language=en').expect(303)
    expect((await site.json(site.page)).body).toMatchObject({ batch: { applied: { person: 'Cia' } } })
  })
})

forEachStore('fixing everywhere, by programs', open => {
  test('is made, chosen from, applied and undone', async () => {
    const site = await openSite(await open())
    await site.bring({ text: 'Lower Sachsen och Lower Sachsens.' })
    const made = await post(site, '/batches', { ...wording, summary: 'Delstaten', scope: { unapproved: true } }).expect(
      201,
    )
    const page = `/batches/${(made.body as { id: string }).id}`
    const story = (await site.json(page)).body as { upTo: number; groups: unknown[] }
    expect(story).toMatchObject({ batch: { name: 'Delstaten', state: 'ready' }, upTo: 2, next: null })
    const chosen = await post(site, `${page}/hits`, { hits: [{ number: 2, chosen: false }] }).expect(200)
    expect(chosen.body).toMatchObject({
      figures: { chosen: { hits: 1, articles: 1 } },
      told: { apply: 'Change 1 place' },
    })
    await post(site, `${page}/apply`, {}).expect(400)
    await post(site, `${page}/apply`, { upTo: story.upTo }).expect(200)
    expect((await post(site, `${page}/undo`, {}).expect(200)).body).toMatchObject({ state: 'undone' })
    await post(site, `${page}/drop`, {}).expect(409)
  })

  test.each(['/batches/nothing', `/batches/${'0'.repeat(16)}`])('%s is unknown', async path => {
    const site = await openSite(await open())
    expect((await site.get(path)).status).toBe(404)
    for (const verb of ['hits', 'apply', 'undo', 'stop', 'resume', 'drop'])
      expect((await post(site, `${path}/${verb}`, { upTo: 1 })).status).toBe(404)
  })

  test('is refused where it cannot be read', async () => {
    const { page, ...site } = await opened(await open())
    for (const query of ['?after=x', '?texts=-1', '?after=1e9']) expect((await site.get(page + query)).status).toBe(400)
    expect((await site.get('/batches?after=x')).status).toBe(400)
    for (const bad of [{ hits: [{ number: -1 }] }, { hits: 'x' }, { all: { chosen: 'no' } }])
      expect((await post({ ...site }, `${page}/hits`, bad)).status).toBe(400)
  })
})
