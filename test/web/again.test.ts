import { forEachStore } from '../contracts/stores.ts'
import { council, councilByAnother, crash } from '../app/again-texts.ts'
import { takeNextFile } from '../../src/app/imports/run-import.ts'
import { openSite, type Site } from './site.ts'

const newer = council.replace('trång', 'knapp').replace('landet', 'delstaten')
const location = (answer: { headers: Record<string, string> }): string => answer.headers['location'] ?? ''

/** The fields of the question about recognised texts, as the page has them. */
function fieldsOf(html: string): Record<string, string> {
  const unescape = (text: string) =>
    text
      .replace(/&#34;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  const inputs = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const texts = [...html.matchAll(/<textarea hidden name="(\w+)">\n?([^<]*)</g)]
  const chosen = [
    ...html.matchAll(/<input type="radio" (?:form="\w+" )?id="[\w-]+" name="([\w-]+)" value="([^"]*)" checked/g),
  ]
  return Object.fromEntries(
    [...inputs, ...texts, ...chosen].map(([, name = '', value = '']) => [name, unescape(value)]),
  )
}

forEachStore('an article that comes again', open => {
  const bring = async (site: Site, text = council, more = {}) =>
    site.bring({ text, title: 'Kita', system: 'DeepL', address: 'https://ndr.de/kita', ...more })

  test('is asked about before anything is stored, and nothing typed is lost', async () => {
    const site = await openSite(await open())
    const { articleId } = await bring(site)
    const typed = {
      text: newer,
      title: '<b>"Ny" rubrik</b>',
      system: 'DeepL',
      sourceText: 'Källan & mer',
      sourceLanguage: 'de',
    }
    const asked = await site.form('/articles', typed)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Looks like')
    expect(asked.text).toMatch(/9\d% of the words are the same/)
    expect(((await site.json('/')).body as { items: unknown[] }).items).toHaveLength(1)
    const fields = fieldsOf(asked.text)
    expect(fields).toMatchObject({
      asked: '1',
      text: newer,
      title: typed.title,
      sourceText: typed.sourceText,
      sourceLanguage: 'de',
      as: `newer:${articleId}`,
    })
    const added = await site.form('/articles', fields)
    expect([added.status, location(added)]).toEqual([
      303,
      expect.stringMatching(`/articles/${articleId}/translations\\?to=`),
    ])
    const details = (await site.json(`/articles/${articleId}/details`)).body as Record<string, unknown>
    expect(details).toMatchObject({
      title: 'Kita',
      sourceText: typed.sourceText,
      translations: [{ system: 'DeepL' }, { system: 'DeepL' }],
    })
  })

  test('is a translation by another system, or a new article, if a person says so', async () => {
    const site = await openSite(await open())
    const { articleId } = await bring(site)
    const asked = await site.form('/articles', { text: councilByAnother, system: 'Opus-MT' })
    const fields = fieldsOf(asked.text)
    expect(fields['as']).toBe(`other:${articleId}`)
    await site.form('/articles', { ...fields, otherSystem: 'Opus-MT' })
    const { translations } = (await site.json(`/articles/${articleId}/details`)).body as {
      translations: { system: string }[]
    }
    expect(translations.map(({ system }) => system)).toEqual(['DeepL', 'Opus-MT'])
    const again = fieldsOf((await site.form('/articles', { text: newer, title: 'En annan' })).text)
    const made = await site.form('/articles', { ...again, as: 'new' })
    expect(location(made)).toMatch(/^\/articles\/\w{16}$/)
    expect(location(made)).not.toContain(articleId)
  })

  test('the very same text is told, and can only be a new article', async () => {
    const site = await openSite(await open())
    const { articleId } = await bring(site)
    const asked = await site.form('/articles', { text: council })
    expect(asked.text).toContain('has this very translation already')
    expect(fieldsOf(asked.text)['as']).toBe('new')
    // said all the same: refused, and the text is in the form
    const refused = await site.form('/articles', { ...fieldsOf(asked.text), as: `newer:${articleId}` })
    expect([refused.status, refused.text.includes('that very machine translation')]).toEqual([409, true])
    expect(refused.text).toContain('Kritik från City Parents')
  })

  test('of several files those that are recognised are asked about in their preview', async () => {
    const site = await openSite(await open())
    const { articleId } = await bring(site)
    const own = { Cookie: site.cookie, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' }
    const request = site.bare.post('/imports').set(own)
    for (const [name, text] of [
      ['ett.txt', newer],
      ['två.txt', crash],
    ] as const)
      // prettier-ignore
      void request.attach('files', Buffer.from(text), name)
    const page = location(await request)
    const { text: preview } = await site.get(page)
    expect(preview).toContain('Looks like')
    const fields = fieldsOf(preview)
    const choice = Object.keys(fields).find(name => name.startsWith('as-')) ?? ''
    expect(fields[choice]).toBe(`newer:${articleId}`)
    const { files } = (await site.json(page)).body as { files: { id: string }[] }
    const chosen = { file: files.map(({ id }) => id), [choice]: `newer:${articleId}` }
    await site.form(`${page}/start`, chosen)
    while (await takeNextFile(site.deps));
    expect(((await site.json('/')).body as { items: unknown[] }).items).toHaveLength(2)
    const details = (await site.json(`/articles/${articleId}/details`)).body
    expect(details).toMatchObject({ translations: [{ system: 'DeepL' }, { system: 'DeepL' }] })
    expect((await site.get(`/articles/${articleId}/export?format=txt`)).text).toBe(newer)
  })

  test('programs are told what it is alike, may add it to an article, or be asked first', async () => {
    const site = await openSite(await open())
    const { articleId } = await bring(site)
    const post = (body: object) => site.bare.post('/articles').set('Cookie', site.cookie).send(body)
    const alike = [{ articleId, title: 'Kita', by: ['wording'], similarity: expect.any(Number) as number, same: false }]
    const first = await post({ text: newer, unlessAlike: true })
    expect([first.status, first.body]).toMatchObject([200, { articles: [{ alike }] }])
    expect(first.body).not.toHaveProperty('articles.0.articleId')
    const added = await post({ text: newer, asTranslationOf: articleId, system: 'DeepL 2' })
    expect([added.status, added.body]).toMatchObject([201, { articles: [{ articleId, title: 'Kita' }] }])
    const stored = await post({ text: `${newer} Mer.` })
    expect([stored.status, stored.body]).toMatchObject([
      201,
      { articles: [{ duplicates: [], alike: [{ articleId }] }] },
    ])
    for (const id of ['x'.repeat(16), 'nonsense'])
      expect((await post({ text: newer, asTranslationOf: id })).status).toBe(404)
  })
})

forEachStore('the translations of an article', open => {
  const [mt, corrected] = [
    'LKA Lower Sachsen varnar för fler bedragare. De ringer från polisen polisen i Hannover.',
    'LKA Niedersachsen varnar för flera bedragare. De ringer från polisen i Hannover.',
  ]
  const second = 'I dag: LKA Lower Sachsen varnar för många bedragare. De ringer från polisen polisen i Hannover.'
  async function two() {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text: mt, title: 'LKA', system: 'A' })
    const flag = {
      revision: 0,
      from: 4,
      to: 17,
      category: 'terminology/wrong-term',
      severity: 'major',
      comment: 'Namnet!',
    }
    await site.bare.post(`/articles/${articleId}/flags`).set('Cookie', site.cookie).send(flag)
    await site.save(site.bo, translationId, corrected)
    const address = `/articles/${articleId}/translations`
    const added = await site.form(address, { text: second, system: 'B' })
    return { site, articleId, translationId, address, added }
  }

  test('are listed, and one is added: pasted, as a file, by a program; refused with what was typed', async () => {
    const { site, articleId, address, added } = await two()
    expect([added.status, location(added)]).toEqual([303, expect.stringContaining(`${address}?to=`)])
    const same = await site.form(address, { text: second, system: 'C' })
    expect([same.status, same.text.includes('that very machine translation')]).toEqual([409, true])
    expect(same.text).toContain('value="C"')
    expect((await site.form(address, { text: ' ' })).status).toBe(400)
    const file = site.bare
      .post(address)
      .set('Cookie', site.cookie)
      .set('Accept', 'text/html')
      .set('Sec-Fetch-Site', 'same-origin')
    const sent = await file.attach('files', Buffer.from(`${second} Slut.`), 'tre.txt')
    expect([sent.status, location(sent)]).toEqual([303, expect.stringMatching(/^\/imports\/\w{16}$/)])
    while (await takeNextFile(site.deps));
    const program = await site.bare
      .post(address)
      .set('Cookie', site.cookie)
      .send({ text: `${second} Nytt.`, system: 'D' })
    expect([program.status, program.body]).toMatchObject([201, { articleId, title: 'LKA', ignored: [] }])
    const { body } = await site.json(address)
    expect((body as { translations: { system: string }[] }).translations.map(each => each.system)).toEqual([
      'A',
      'B',
      '',
      'D',
    ])
    expect((await site.get(`/articles/${articleId}`)).text).toContain(address)
  })

  test('tell what became of each flag and correction, by fate', async () => {
    const { site, address } = await two()
    const page = await site.get(address)
    expect(page.status).toBe(200)
    expect(page.text).toContain('The same words are still there.')
    expect(page.text).toMatch(/<del>Lower Sachsen<\/del>/)
    expect(page.text).toContain('Gone: now reads otherwise.')
    expect(page.text).toContain('Namnet!')
    const gone = await site.get(`${address}?show=gone`)
    expect([gone.text.includes('many'), gone.text.includes('The same words are still there.')]).toEqual([false, false])
    const { body } = await site.json(address)
    expect(body).toMatchObject({
      counts: { still: 3, back: 0, gone: 1, unsure: 0 },
      items: [
        { kind: 'correction', words: 'Lower Sachsen', corrected: 'Niedersachsen', fate: 'still', offered: true },
        { kind: 'flag', fate: 'still', offered: false },
        { words: 'fler', fate: 'gone', reads: 'många', asCorrected: false, exact: true },
        { fate: 'still', offered: true },
      ],
      changed: [{ before: '', after: 'I dag: ' }],
    })
    expect((await site.get(`${address}?show=changed`)).text).toContain('<ins>I dag: </ins>')
  })

  test('a flag whose words are still there is set on the newer one by a press, and not twice', async () => {
    const { site, articleId, address, added } = await two()
    const to = location(added).split('to=')[1] ?? ''
    const form = fieldsOf(/<form class="told-flag"[^]*?<\/form>/.exec((await site.get(address)).text)?.[0] ?? '')
    const set = await site.form(`/articles/${articleId}/flags?translation=${to}`, form)
    expect(set.status).toBe(303)
    const flags = (await site.json(`/articles/${articleId}/flags?translation=${to}`)).body as object[]
    expect(flags).toMatchObject([
      { words: 'Lower Sachsen', comment: 'Namnet!', severity: 'major', revision: 0, from: 11 },
    ])
    expect((await site.get(address)).text).toContain('Already flagged in the newer')
  })

  test('what still applies is offered as one batch', async () => {
    const { site, address } = await two()
    expect((await site.get(address)).text).toContain('Offer the 2 corrections that still apply')
    const offered = await site.form(`${address}/offer`, {})
    expect([offered.status, location(offered)]).toEqual([303, expect.stringMatching(/^\/batches\/\w{16}$/)])
    const program = await site.bare.post(`${address}/offer`).set('Cookie', site.cookie).send({})
    expect([program.status, program.body]).toMatchObject([201, { hits: 2 }])
    // two errors of two kinds: the batch tells the one, the place the other
    const page = (await site.get(location(offered))).text
    expect(page.match(/<p class="hint"><span class="severity/g)).toHaveLength(1)
  })

  test('are refused where there are none such', async () => {
    const { site, address } = await two()
    expect((await site.get(`${address}?from=xyz`)).status).toBe(404)
    expect((await site.get(`${address}?from=${'x'.repeat(16)}`)).status).toBe(404)
    expect((await site.get(`/articles/${'x'.repeat(16)}/translations`)).status).toBe(404)
    expect((await site.form(`/articles/${'x'.repeat(16)}/translations`, { text: 'A' })).status).toBe(404)
    const { articleId } = await site.bring({ text: 'Ensam.' })
    const alone = await site.get(`/articles/${articleId}/translations`)
    expect([alone.status, alone.text.includes('one translation only')]).toEqual([200, true])
    expect((await site.form(`/articles/${articleId}/translations/offer`, {})).status).toBe(409)
    expect((await site.form(`${address}/offer`, {}, 'rp_language=en')).status).toBe(403)
  })
})
