import { inflateRawSync } from 'node:zlib'
import { forEachStore } from '../contracts/stores.ts'
import { openSite, type Site } from './site.ts'

const text = 'Första stycket.\nAndra stycket.\nTredje stycket.\nFjärde stycket.\nFemte stycket.\nSjätte stycket.'

async function corrected(site: Site) {
  const { articleId, translationId } = await site.bring({ title: 'Åäö "citat"', text })
  await site.save(site.anna, translationId, text.replace('Andra', 'Nästa'), { summary: 'Ett ord' })
  await site.save(site.bo, translationId, text.replace('Andra', 'Nästa').replace('Sjätte', 'Sista'))
  return articleId
}

forEachStore('reading pages', open => {
  test('the queue sorts, filters, searches; a bad parameter is refused', async () => {
    const site = await openSite(await open())
    for (const title of ['Östersund', 'Ale', 'Åmål', 'Ängelholm', 'Zinkgruvan']) await site.bring({ title })
    const titles = async (query: string) =>
      ((await site.json(`/?${query}`)).body as { items: { title: string }[] }).items.map(item => item.title)
    expect(await titles('sort=title')).toEqual(['Ale', 'Zinkgruvan', 'Åmål', 'Ängelholm', 'Östersund'])
    expect(await titles('sort=title&order=down')).toEqual(['Östersund', 'Ängelholm', 'Åmål', 'Zinkgruvan', 'Ale'])
    expect(await titles('search=åm')).toEqual(['Åmål'])
    expect(await titles('state=approved')).toEqual([])
    expect((await site.get('/?state=approved')).text).toContain('No article matches')
    for (const query of ['sort=x', 'state=x', 'flags=x', 'after=x'])
      expect([query, (await site.get(`/?${query}`)).status]).toEqual([query, 400])
    expect((await site.get('/?search=%00&language=%00')).status).toBe(200)
  })

  test('pages of 50, forth and back', async () => {
    const site = await openSite(await open())
    for (let i = 0; i < 60; i++) await site.bring({ title: `Artikel ${i}` })
    const first = await site.get('/?sort=title')
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await site.get(next)
    expect([first, second].map(page => page.text.match(/data-article=/g)?.length)).toEqual([50, 10])
    const previous = /rel="prev" href="([^"]+)"/.exec(second.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await site.get(previous)).text).toContain('Artikel 0')
  })

  test('several chosen at once: state, archive, export', async () => {
    const site = await openSite(await open())
    const articles = [await site.bring({ title: 'Samma' }), await site.bring({ title: 'Samma' })]
    const ids = articles.map(article => article.articleId)
    const form = `article=${ids.join('&article=')}`
    const read = articles.map(({ translationId }) => `&base=${translationId}:0`).join('')
    expect(
      (await site.form('/articles/many', `${form}${read}&action=state&state=approved&back=/?sort=title`)).headers[
        'location'
      ],
    ).toBe('/?sort=title')
    expect((await site.json('/')).body).toMatchObject({ items: [{ state: 'approved' }, { state: 'approved' }] })
    const zip = await site
      .form('/articles/many', `${form}&action=export&format=txt`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)))
      })
    const bytes = zip.body as Buffer
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
    const names = [...bytes.toString('latin1').matchAll(/Samma[^.]*\.txt/g)].map(([name]) => name)
    expect(new Set(names)).toEqual(new Set(['Samma.txt', 'Samma (2).txt']))
    const length = bytes.readUInt32LE(18)
    const from = 30 + bytes.readUInt16LE(26)
    expect(
      inflateRawSync(bytes.subarray(from, from + length))
        .toString()
        .trim(),
    ).toBe('Samma')
    expect(
      (await site.form('/articles/many', `article=${ids[0] ?? ''}&action=export&format=md`)).headers[
        'content-disposition'
      ],
    ).toContain('Samma.md')
    await site.form('/articles/many', `${form}&action=archive`).expect(303)
    expect((await site.json('/')).body).toMatchObject({ items: [] })
    for (const bad of [
      'action=archive',
      `${form}&action=x`,
      `${form}&action=state&state=x`,
      `${form}&action=export&format=x`,
    ])
      expect([bad, (await site.form('/articles/many', bad)).status]).toEqual([bad, 400])
  })

  test('history, comparison, one revision, authorship', async () => {
    const site = await openSite(await open())
    const id = await corrected(site)
    const history = await site.get(`/articles/${id}/history`)
    for (const words of ['Revision 2', 'Anna Ek', 'Ett ord', '1 word added', 'added the article'])
      expect(history.text).toContain(words)
    const changes = await site.get(`/articles/${id}/history?from=0&to=2`)
    expect(changes.text).toContain('<del data-hunk="0">Andra</del>')
    expect(changes.text).toContain('<ins data-hunk="1">Sista</ins>')
    expect(changes.text).toContain('1 unchanged paragraph')
    expect(changes.text).not.toMatch(/Fjärde stycket/)
    expect((await site.get(`/articles/${id}/history?from=0&to=2&all=1`)).text).toContain('Fjärde stycket')
    const inline = await site.get(`/articles/${id}/history?from=2&to=0&view=inline`)
    expect(inline.text).toContain('<del data-hunk="0">Nästa</del><ins data-hunk="0">Andra</ins> stycket.')
    expect((await site.get(`/articles/${id}/history?from=1&to=1`)).text).toContain('The texts are the same')
    for (const query of ['from=9&to=0', 'from=0&to=99'])
      expect((await site.get(`/articles/${id}/history?${query}`)).status).toBe(404)
    for (const query of ['from=x', 'from=-1', 'after=x', 'from=0&page=x'])
      expect((await site.get(`/articles/${id}/history?${query}`)).status).toBe(400)
    expect((await site.get(`/articles/${id}/revisions/1`)).text).toContain('Revision 1 of 2')
    expect((await site.json(`/articles/${id}/revisions/1`)).body).toMatchObject({
      number: 1,
      author: 'Anna Ek',
      text: text.replace('Andra', 'Nästa'),
    })
    expect((await site.get(`/articles/${id}/revisions?number=1`)).headers['location']).toBe(
      `/articles/${id}/revisions/1`,
    )
    expect((await site.get(`/articles/${id}/revisions/3`)).status).toBe(404)
    expect((await site.get(`/articles/${id}/revisions/x`)).status).toBe(400)
    const authorship = await site.get(`/articles/${id}/authorship`)
    for (const words of ['83% of the words', 'Bo Ås, revision 2', '>A1<', '>B2<'])
      expect(authorship.text).toContain(words)
    expect((await site.get(`/articles/${id}?translation=${'z'.repeat(16)}`)).status).toBe(404)
    expect((await site.get(`/articles/${id}?translation=x`)).status).toBe(404)
  })

  test('what was chosen to compare is kept on the older pages of the history', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ title: 'Lång', text: 'ord' })
    for (let n = 1; n <= 120; n++) await site.save(site.anna, translationId, `ord ${n}`)
    const first = await site.get(`/articles/${articleId}/history`)
    const [, after = ''] = /<button class="link" name="after" value="([^"]+)"/.exec(first.text) ?? []
    expect(first.text).not.toContain('class="kept"')
    const second = await site.get(`/articles/${articleId}/history?from=5&to=118&after=${after}`)
    const chosen = [...second.text.matchAll(/name="(from|to)" value="(\d+)" checked/g)].map(([, name, n]) => [name, n])
    expect(chosen).toEqual([
      ['to', '118'],
      ['from', '5'],
    ])
    expect(second.text.match(/class="kept"/g)).toHaveLength(1)
    expect((await site.get(`/articles/${articleId}/history?from=x&after=${after}`)).status).toBe(400)
    expect((await site.get(`/articles/${articleId}/history?from=5&to=118`)).text).toContain('Revision 118')
  })

  test('every export, under a name in the article’s own words', async () => {
    const site = await openSite(await open())
    const id = await corrected(site)
    for (const format of ['txt', 'md', 'html', 'json', 'diff']) {
      const { status, headers } = await site.get(`/articles/${id}/export?format=${format}`)
      expect([format, status]).toEqual([format, 200])
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''%C3%85/)
    }
    expect((await site.get(`/articles/${id}/export?format=exe`)).status).toBe(400)
    expect((await site.get(`/articles/${id}/export`)).status).toBe(400)
  })

  test('the keys page lists every action in both languages', async () => {
    const site = await openSite(await open())
    expect((await site.get('/keys', 'rp_language=sv')).text).toContain('<kbd>n</kbd>')
    expect((await site.get('/keys', 'rp_language=sv')).text).toMatch(/<kbd>Skift<\/kbd>\+<kbd>Retur<\/kbd>/)
    expect((await site.get('/keys', 'rp_language=en')).text).toContain('Shortcuts')
  })
})
