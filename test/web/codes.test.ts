/** Texts of imported files without a script: segments side by side, codes in the rows, and a page to put them elsewhere. */
import { asOfFile, marksIn } from '../app/marked.ts'
import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite, type Site } from './site.ts'

const written = `Mötet hölls i [b|Malmö] i går.
De [a|kom] till [br] Malmö.

Slut.`
const sourceText = `The meeting was in Malmö yesterday.
They came to Malmö.
Not translated.
The end.`

const bring = async (site: Site, fixed = true) => {
  const { text, marks } = marksIn(written)
  const { articleId, translationId } = await site.bring({ title: 'Koder', text, sourceText, sourceLanguage: 'en' })
  await asOfFile(site.deps.store, site.anna.id, translationId, marks, fixed)
  return { path: `/articles/${articleId}`, text, translationId }
}
/** What stands in a page, without its tags. */
const words = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

interface Row {
  readonly source: string
  readonly field: string
}
const rowsOf = (html: string): Row[] =>
  html
    .split('data-row=')
    .slice(1)
    .map(row => ({
      source: words(/<div class="cell source"[^>]*>(.*?)<\/div>/s.exec(row)?.[1] ?? '')
        .replace('Source', '')
        .trim(),
      field: /<textarea name="([^"]*)"/.exec(row)?.[1] ?? '',
    }))

forEachStore('codes without a script', open => {
  test('every segment stands beside its source, also one that is not translated', async () => {
    const site = await openSite(await open())
    const { path } = await bring(site)
    const { text: html } = await site.get(path).expect(200)
    expect(rowsOf(html)).toEqual([
      { source: 'The meeting was in Malmö yesterday.', field: 'p0-26' },
      { source: 'They came to Malmö.', field: 'p27-46' },
      { source: 'Not translated.', field: 'p47-47' },
      { source: 'The end.', field: 'p48-53' },
    ])
    expect(words(html)).toContain('Mötet hölls i ⟨bMalmöb⟩ i går.')
    expect(words(html)).toContain('3 codes')
  })

  test('a line that is broken in a field is a break inside the segment, an emptied field an empty segment', async () => {
    const site = await openSite(await open())
    const { path } = await bring(site)
    const { text: html } = await site.get(path)
    const sent = {
      base: '0',
      key: fieldOf(html, 'key'),
      'p27-46': 'De kom.\r\nTill Malmö.',
      'p48-53': '',
      'p47-47': 'Ny.',
    }
    await site.form(`${path}/revisions`, sent).expect(303)
    const desk = await site.json(`${path}/desk`)
    expect(desk.body.head.text).toBe('Mötet hölls i Malmö i går.\nDe kom.\u2028Till Malmö.\nNy.\n')
    const { text: again } = await site.get(path)
    expect(again).toContain('De kom.\nTill Malmö.</textarea>')
  })

  test('a change that splits a segment is refused with a sentence', async () => {
    const site = await openSite(await open())
    const { path, text } = await bring(site)
    const change = [5, [0, '', ''], text.length - 5]
    const answer = await site.bare
      .post(`${path}/revisions`)
      .set('Cookie', site.cookie)
      .set('Accept', 'application/json')
      .send({ base: 0, change, key: 'key-12345678' })
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'segments-fixed'])
  })

  test('all codes are listed by paragraph, and one that has lost its words is given others', async () => {
    const site = await openSite(await open())
    const { path, translationId, text } = await bring(site)
    await site.save(site.anna, translationId, text.replace('kom till', 'reste till'))
    await site.save(site.anna, translationId, text.replace('kom till', 'till'))
    const { text: html } = await site.get(`${path}/codes`).expect(200)
    expect(words(html)).toContain('Paragraph 2 De ⟨a⟩till ⟨br⟩ Malmö.')
    expect(words(html)).toContain('its words are gone, stood around “kom”')
    expect(words((await site.get(path)).text)).toContain('1 code without words')

    const missing = await site.form(`${path}/codes`, { mark: 'c2', words: 'Lund', occurrence: '1' })
    expect([missing.status, words(missing.text)]).toEqual([
      400,
      expect.stringContaining('The words “Lund” do not stand'),
    ])
    await site.form(`${path}/codes`, { mark: 'c2', words: 'till', occurrence: '1', only: 'lost' }).expect(303)
    const { body } = await site.json(`${path}/codes`)
    expect(body.marks.find((mark: { id: string }) => mark.id === 'c2')).toMatchObject({ gone: false, words: 'kom' })
    expect(words((await site.get(`${path}/codes?only=lost`)).text)).toContain('Only codes without words 0')
  })

  test('left without words, it stays where they stood and is not offered again', async () => {
    const site = await openSite(await open())
    const { path, translationId, text } = await bring(site)
    await site.save(site.anna, translationId, text.replace('kom till', 'till'))
    await site.form(`${path}/codes`, { mark: 'c2', words: '' }).expect(303)
    expect(words((await site.get(`${path}/codes`)).text)).toContain('between “De” and “till')
  })

  test('a code is not put into another paragraph, nor one that is not there', async () => {
    const site = await openSite(await open())
    const { path } = await bring(site)
    const send = (body: object) =>
      site.bare.post(`${path}/codes`).set('Cookie', site.cookie).set('Accept', 'application/json').send(body)
    expect((await send({ mark: 'c2', revision: 0, from: 0, to: 5 })).body.error.code).toBe('mark-misfit')
    expect((await send({ mark: 'none', revision: 0, from: 0, to: 5 })).body.error.code).toBe('mark-unknown')
    expect((await send({ mark: 'c2', revision: 0, from: 'x', to: 5 })).body.error.code).toBe('field-invalid')
    await site.form(`${path}/codes`, { mark: 'none', words: 'Malmö' }).expect(404)
  })

  test('a text without codes has a page that says so', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Text', text: 'En text.' })
    expect(words((await site.get(`/articles/${articleId}/codes`)).text)).toContain('The text has no codes.')
    expect((await site.get(`/articles/${articleId}`)).text).not.toContain('/codes')
  })
})
