import { forEachStore } from '../contracts/stores.ts'
import { openSite, type Site } from './site.ts'

const swedish =
  'Kommunen säger att skolan fick nya fönster i höst och att alla är nöjda med hur det gick, trots förseningen.'

forEachStore('new article', open => {
  const upload = (site: Site, ...files: [string, Buffer][]) => {
    const request = site.bare
      .post('/articles')
      .set('Cookie', site.cookie)
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Accept', 'text/html')
    for (const [name, bytes] of files) void request.attach('files', bytes, name)
    return request
  }

  test('a pasted text becomes an article, and is opened', async () => {
    const site = await openSite(await open())
    const made = await site.form('/articles', { text: swedish, title: 'Skolan', system: 'Opus-MT' })
    expect([made.status, made.headers['location']]).toEqual([
      303,
      expect.stringMatching(/^\/articles\/\w{16}$/) as string,
    ])
    expect((await site.get(made.headers['location'] ?? '')).text).toContain('Skolan')
  })

  test('the same text is asked about; another language, foreign paragraphs are told, not refused', async () => {
    const site = await openSite(await open())
    await site.form('/articles', { text: swedish, title: 'Först' })
    const twin = await site.form('/articles', { text: swedish })
    expect([twin.status, twin.text.includes('Först')]).toEqual([200, true])
    const english =
      'The municipality says that the school was given new windows in the autumn and that everyone is pleased with it.'
    expect((await site.form('/articles', { text: english })).text).toContain('seems to be English')
    const other = await openSite(await open())
    const mixed = await other.form('/articles', { text: `${swedish}\n${swedish} Igen.\n${english}` })
    expect(mixed.text).toContain('Paragraph 3, English')
  })

  test('what is refused says why, and what was typed is still in the form', async () => {
    const site = await openSite(await open(), { textBytes: 2000 })
    const cases: [string, string, number][] = [
      ['   ', 'empty', 400],
      ['a\u0000b', 'NUL', 400],
      ['x'.repeat(2500), 'too large', 413],
    ]
    for (const [text, reason, status] of cases) {
      const answer = await site.form('/articles', { text, title: 'Rubriken', sourceText: 'Källan' })
      expect([answer.status, answer.text.includes(reason)]).toEqual([status, true])
      expect(answer.text).toContain('value="Rubriken"')
      expect(answer.text).toContain('Källan')
    }
    const nameless = await site.form('/articles', { text: swedish }, 'rp_language=en')
    expect([nameless.status, nameless.text.includes(swedish)]).toEqual([403, true])
    expect((await site.form('/articles', { text: swedish, name: 'Ny Person' }, 'rp_language=en')).status).toBe(303)
  })

  test('several files: each an article; those that cannot be read are told beside', async () => {
    const site = await openSite(await open(), { textBytes: 100_000 })
    const [crash, fire] = [
      'Två personer skadades på skolan när en bil körde in i en lykta i går, säger polisen på fredagen.',
      'En eld bröt ut i natt nära skolan, men ingen människa kom till skada och allt är nu lugnt igen där.',
    ]
    const utf16 = Buffer.from(`\ufeff${swedish} Ett.`, 'utf16le')
    const windows = Buffer.from(`${crash} Två.`, 'latin1')
    const answer = await upload(
      site,
      ['ett.txt', utf16],
      ['två.txt', windows],
      ['tre.md', Buffer.from(`# Rubrik\n\n${fire}`)],
      ['fyra.html', Buffer.from(`<title>T</title><script>alert(1)</script><p>Nu får skolan en ny matsal.`)],
      ['bild.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
      ['tom.txt', Buffer.alloc(0)],
    )
    expect(answer.status).toBe(200)
    expect(answer.text.match(/class="refusal"/g)).toHaveLength(2)
    expect(answer.text).toContain('bild.png')
    const queue = (await site.json('/')).body as { items: unknown[] }
    expect(queue.items).toHaveLength(4)
    expect((await site.json('/?search=skolan')).body).toMatchObject({ items: { length: 4 } })
    const program = await upload(site, ['ett.txt', Buffer.from(`${swedish} Fem.`)]).set('Accept', 'application/json')
    expect([program.status, program.body]).toMatchObject([
      201,
      { articles: [{ title: expect.stringContaining('Kommunen') as string }] },
    ])
    expect((await upload(site, ['stor.txt', Buffer.alloc(200_000, 'a')])).status).toBe(413)
    expect((await upload(site, ['<img src=x>.png', Buffer.from([0, 1])])).status).toBe(400)
  })
})
