import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeNextFile } from '../../src/app/imports/run-import.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite, type Site } from './site.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../formats/fixtures/${name}`, import.meta.url))

interface Sent {
  readonly id: string
  readonly state: string
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly format: string
    readonly state: string
    readonly about: { readonly documents: readonly { readonly title: string; readonly segments: number }[] }
    readonly articles: readonly { readonly articleId: string; readonly title: string }[]
  }[]
}

const send = (site: Site, files: Readonly<Record<string, string | Buffer>>, accept = 'application/json') => {
  const own = { Cookie: site.cookie, Accept: accept, 'Sec-Fetch-Site': 'same-origin' }
  const request = site.bare.post('/imports').set(own)
  for (const [name, content] of Object.entries(files)) void request.attach('files', Buffer.from(content), name)
  return request
}
const preview = async (site: Site, files: Readonly<Record<string, string | Buffer>>): Promise<Sent> =>
  (await send(site, files)).body as Sent
const post = (site: Site, path: string, body: object) =>
  site.bare.post(path).set('Cookie', site.cookie).set('Accept', 'application/json').send(body)
const run = async (site: Site): Promise<void> => {
  while (await takeNextFile(site.deps));
}

const table = 'artikel;källa;översättning;rättad\na;Die Polizei;Polisen Lower Sachsen;Polisen i Niedersachsen\n'

forEachStore('files that come in', open => {
  test('are previewed, and become articles when somebody says so', async () => {
    const site = await openSite(await open())
    const sent = await preview(site, { 'codes.xlf': fixture('xliff1/codes.xlf'), 'bild.png': '\x89PNG\0\0' })
    expect(sent.state).toBe('ready')
    expect(sent.files.map(({ name, state }) => [name, state])).toEqual([
      ['codes.xlf', 'read'],
      ['bild.png', 'refused'],
    ])
    expect((await site.json('/')).body).toMatchObject({ items: [] })
    const { text: page } = await site.get(`/imports/${sent.id}`)
    expect(page).toContain('codes.xlf')
    expect(page).toContain('Nothing has been imported yet')
    expect(page).toMatch(/bild\.png[^]*The file cannot be read/)
    const started = await site.form(`/imports/${sent.id}/start`, {
      file: sent.files[0]?.id,
      system: 'DeepL',
      sourceLanguage: 'de',
    })
    expect([started.status, started.headers['location']]).toEqual([303, `/imports/${sent.id}`])
    expect((await site.get(`/imports/${sent.id}`)).text).toContain('articles are imported')
    await run(site)
    const done = (await site.json(`/imports/${sent.id}`)).body as Sent
    expect(done.state).toBe('done')
    const [article] = done.files[0]?.articles ?? []
    expect((await site.get(`/imports/${sent.id}`)).text).toContain(`/articles/${article?.articleId ?? 'none'}`)
    expect((await site.get('/imports')).text).toContain('codes.xlf')
    const { text: desk } = await site.get(`/articles/${article?.articleId ?? ''}`)
    expect(desk).toMatch(/format=xliff1"[^>]*>XLIFF 1\.2<span[^>]*>the file codes\.xlf, with the corrections in it/)
  })

  test('say how far their segments had come: in the preview, beside each paragraph, and among the details', async () => {
    const site = await openSite(await open())
    const unit = (id: number, target: string): string => `<trans-unit id="${id}"><source>Satz ${id}</source>${target}</trans-unit>` // prettier-ignore
    const units = [unit(1, '<target state="final">Det brinner.</target>'), unit(2, '<target state="new">Slut.</target>')] // prettier-ignore
    const file = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="de" target-language="sv" datatype="x"><body>${units.join('')}</body></file></xliff>`
    const { id } = await preview(site, { 'nyhet.xlf': file })
    expect((await site.get(`/imports/${id}`)).text).toContain('in the file: 1 of 2 approved, 1 not finished')
    await post(site, `/imports/${id}/start`, {})
    await run(site)
    const done = (await site.json(`/imports/${id}`)).body as Sent
    const address = `/articles/${done.files[0]?.articles[0]?.articleId ?? ''}`
    expect((await site.get(address)).text).toContain('<span class="file-state">in the file: approved (final)</span>')
    expect((await site.get(`${address}/details`)).text).toContain('1 of 2 approved, 1 not finished')
    expect((await site.json(`${address}/details`)).body).toMatchObject({ state: 'new', file: { name: 'nyhet.xlf', segments: 2, stages: { approved: 1, open: 1 } } }) // prettier-ignore
  })

  test('that are tables are read again as a person says', async () => {
    const site = await openSite(await open())
    const sent = await preview(site, { 'tabell.csv': table })
    const [file] = sent.files
    const columns = `/imports/${sent.id}/files/${file?.id ?? ''}/columns`
    expect((await site.get(`/imports/${sent.id}`)).text).toMatch(/<option value="corrected" selected>/)
    const none = await site.form(columns, { role: ['skip', 'skip', 'skip', 'skip'], heading: '1' })
    expect(none.status).toBe(303)
    expect(none.headers['location']).toBe(`/imports/${sent.id}#f-1`)
    const refused = (await site.get(`/imports/${sent.id}`)).text
    expect(refused).toContain('no column is the machine translation')
    // and may be chosen otherwise
    expect(refused.match(/<select name="role"/g)).toHaveLength(4)
    await site.form(columns, { role: ['skip', 'source', 'mt', 'skip'], heading: '1' })
    const again = (await site.json(`/imports/${sent.id}`)).body as Sent
    expect(again.files[0]?.about.documents).toMatchObject([{ segments: 1, corrections: 0 }])
    expect((await post(site, columns, { role: ['nonsense'] })).status).toBe(400)
  })

  test('can be dropped, and are gone then; what was begun is not begun twice', async () => {
    const site = await openSite(await open())
    const dropped = await preview(site, { 'tabell.csv': table })
    expect((await site.form(`/imports/${dropped.id}/drop`, {})).headers['location']).toBe('/imports')
    expect((await site.get(`/imports/${dropped.id}`)).status).toBe(404)
    const sent = await preview(site, { 'tabell.csv': table })
    expect((await post(site, `/imports/${sent.id}/start`, {})).status).toBe(200)
    expect((await post(site, `/imports/${sent.id}/start`, {})).status).toBe(409)
    await run(site)
    const twice = await site.form(`/imports/${sent.id}/start`, {})
    expect(twice.status).toBe(409)
    const none = await preview(site, { 'bild.png': '\x89PNG\0\0' })
    expect((await post(site, `/imports/${none.id}/start`, {})).status).toBe(400)
  })

  test('that are no files, or of an import that is none, are refused in words', async () => {
    const site = await openSite(await open())
    const empty = await send(site, {}, 'text/html').field('x', 'y')
    expect([empty.status, empty.text.includes('Choose at least one file')]).toEqual([400, true])
    for (const path of ['/imports/x', '/imports/0000000000000000']) expect((await site.get(path)).status).toBe(404)
    expect((await site.get('/imports?after=nonsense')).status).toBe(400)
    expect((await site.get('/imports')).text).toContain('There are no imports yet')
  })

  test('too large for the settings are refused before they are stored', async () => {
    const site = await openSite(await open(), {
      files: { ...(await import('../../src/formats/limits.ts')).usualLimits, bytes: 1000 },
    })
    const answer = await send(site, { 'stor.txt': 'ord '.repeat(1000) })
    expect(answer.status).toBe(413)
    expect((await site.json('/imports')).body).toMatchObject({ items: [] })
  })

  test('cut off halfway leave nothing', async () => {
    const site = await openSite(await open())
    const { createServer, request } = await import('node:http')
    const { createApp } = await import('../../src/web/server.ts')
    const server = createServer(createApp(site.deps, { textBytes: 1_000_000, assetsDir: '/nonexistent' })).listen(0)
    const { port } = server.address() as { port: number }
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '100000',
      cookie: site.cookie,
    }
    const sending = request({ port, path: '/imports', method: 'POST', headers })
    sending.on('error', () => undefined)
    sending.write('--x\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhalva filen')
    await sleep(50)
    sending.destroy()
    await sleep(50)
    server.close()
    expect((await site.json('/imports')).body).toMatchObject({ items: [] })
  })
})
