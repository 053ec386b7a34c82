import { forEachStore } from '../contracts/stores.ts'
import { openSite } from './site.ts'

forEachStore('bodies', open => {
  const key = 'a-key-of-a-save'

  test('a malformed, an oversized and an unreadable body: 400, 413 and 415 with a sentence', async () => {
    const site = await openSite(await open(), { textBytes: 1000 })
    const { articleId } = await site.bring({ text: 'Text att ändra.' })
    const save = `/articles/${articleId}/revisions`
    const send = (type: string, body: string | Buffer, path = save) =>
      site.bare
        .post(path)
        .set('Cookie', site.cookie)
        .set('Sec-Fetch-Site', 'same-origin')
        .set('Content-Type', type)
        .send(body)
    const codes = [
      await send('application/json', '{"base":'),
      await send('application/json', '"a string"'),
      await send('application/json', '[]'),
      await send('application/json', JSON.stringify({ base: 0, change: [15], key, summary: 'x'.repeat(200_000) })),
      await send('application/x-www-form-urlencoded', `base=0&key=${key}&p0-4=${'x'.repeat(300_000)}`),
      await send('application/x-www-form-urlencoded', `base=0&${'a=1&'.repeat(1100)}key=${key}`),
      await send('text/plain', 'base=0'),
      await send('multipart/form-data; boundary=x', '--x--'),
      await send('application/json; charset=klingon', '{}'),
      await send('application/x-www-form-urlencoded', 'base=%E0%A4%A&key=%ZZ'),
      await send('multipart/form-data; boundary=x', '--x\r\nnonsense', '/imports'),
      await send('multipart/form-data', 'no boundary', '/imports'),
    ]
    expect(codes.map(({ status }) => status)).toEqual([400, 400, 400, 413, 413, 413, 415, 415, 415, 400, 400, 400])
    for (const answer of codes) {
      expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|SyntaxError/)
      expect(answer.text.length).toBeGreaterThan(20)
    }
  })

  test('a save that is none: negative lengths, halves of characters, NUL, an unknown base, another text’s length', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ text: 'Text 👩 att ändra.' })
    const save = (body: object) =>
      site.bare
        .post(`/articles/${articleId}/revisions`)
        .set('Cookie', site.cookie)
        .send({ base: 0, key, ...body })
    const refused = [
      { change: [-1, 20] }, { change: [1.5] }, { change: [NaN] }, { change: 'x' }, { change: [3] }, { change: [6, [1], 11] },
      { change: [[4, 'a\u0000b'], 14] }, { change: [[4, '\ud800'], 14] }, { change: [18], base: 7 }, { change: [18], base: -1 },
      { change: [18], key: 'short' }, { change: [18], key: 'a key with spaces' },
    ] // prettier-ignore
    for (const body of refused) {
      const { status, body: answer } = await save(body)
      expect([body, status < 500 && status >= 400]).toEqual([body, true])
      expect((answer as { error: { message: string } }).error.message.length).toBeGreaterThan(10)
    }
    const same = await save({ change: [18] })
    expect(same.body).toEqual({ status: 'unchanged', number: 0 })
    const saved = await save({ change: [[4, 'Texten'], 14] })
    expect([saved.status, saved.body]).toMatchObject([201, { status: 'saved', number: 1 }])
  })

  test('drafts: kept by PUT and by a beacon’s POST, offered on return, discarded', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ text: 'Utkast' })
    const address = `/articles/${articleId}/drafts/tab-1`
    const draft = { base: 0, change: [[6, 'Utkastet']] }
    await site.bare.put(address).set('Cookie', site.cookie).send(draft).expect(200)
    await site.bare
      .post(address)
      .set('Cookie', site.cookie)
      .set('Sec-Fetch-Site', 'same-origin')
      .send(draft)
      .expect(200)
    const desk = async () => (await site.json(`/articles/${articleId}/desk`)).body as { drafts: unknown[] }
    expect((await desk()).drafts).toMatchObject([{ tab: 'tab-1', base: 0 }])
    expect(
      (await site.bare.put(`/articles/${articleId}/drafts/a%20b`).set('Cookie', site.cookie).send(draft)).status,
    ).toBe(400)
    expect(
      (
        await site.bare
          .put(address)
          .set('Cookie', site.cookie)
          .send({ base: 0, change: [99] })
      ).status,
    ).toBe(409)
    await site.bare.delete(address).set('Cookie', site.cookie).expect(200)
    expect((await desk()).drafts).toEqual([])
  })

  test('preferences: language and theme are kept in cookies; anything else is refused', async () => {
    const site = await openSite(await open())
    const set = await site.form('/preferences', { language: 'en', theme: 'dark', back: '/keys' })
    expect([set.status, set.headers['location']]).toEqual([303, '/keys'])
    expect((await site.form('/preferences', { language: 'tlh' })).status).toBe(400)
    expect((await site.form('/preferences', { theme: 'pink' })).status).toBe(400)
    expect(
      (await site.form('/preferences', { theme: 'dark', back: 'https://evil.example/' })).headers['location'],
    ).toBe('/')
    expect((await site.get('/', 'rp_language=en; rp_theme=dark')).text).toContain('<html lang="en" data-theme="dark">')
    expect((await site.get('/', '').set('Accept-Language', 'en-GB,sv;q=0.5')).text).toContain('<html lang="en"')
    expect((await site.get('/', '').set('Accept-Language', 'de')).text).toContain('<html lang="sv"')
    expect((await site.get('/', 'rp_theme=<script>; rp_language=xx; rp_person=1; rp_notice=constructor')).status).toBe(
      200,
    )
  })

  test('NUL and halves of characters are refused in every field, on either database', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ text: 'Text att ändra.' })
    const flag = { revision: 0, from: 0, to: 4, category: 'accuracy/mistranslation', severity: 'minor' }
    const send = (path: string, body: object) => site.bare.post(path).set('Cookie', site.cookie).send(body)
    const set = await send(`/articles/${articleId}/flags`, flag)
    const { id } = set.body as { id: string }
    await send(`/articles/${articleId}/revisions`, { base: 0, key, change: [[4, 'Ny text'], 11] })
    const save = { base: 1, key: 'another-key', change: [18] }
    const reason = { from: 0, to: 1, category: flag.category, severity: flag.severity }
    for (const bad of ['a\u0000', 'a\ud800']) {
      const refused = [
        await send(`/articles/${articleId}/flags`, { ...flag, comment: bad }),
        await send(`/articles/${articleId}/flags`, { ...flag, suggestion: bad }),
        await send(`/flags/${id}`, { ...flag, version: 1, comment: bad }),
        await send(`/flags/${id}/dismiss`, { reason: bad }),
        await send(`/articles/${articleId}/revisions`, { ...save, summary: bad }),
        await send(`/articles/${articleId}/revisions`, { ...save, tab: bad }),
        await send(`/articles/${articleId}/revisions`, { ...save, reasons: [{ ...reason, check: bad }] }),
        await send(`/articles/${articleId}/restore`, { revision: 0, summary: bad }),
        await send(`/articles/${articleId}/undo`, { revision: 1, summary: bad }),
      ]
      expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400))
    }
  })
})
