import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite } from './site.ts'

forEachStore('forms', open => {
  const text = 'Första stycket.\nAndra stycket.\n\nTredje stycket.'

  test('the review page’s form saves what was changed, and tells what it made', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text })
    const page = await site.get(`/articles/${articleId}?write=1`)
    expect(page.text).toContain('name="p0-15"')
    const key = fieldOf(page.text, 'key')
    const fields = {
      base: '0',
      key,
      page: '1',
      summary: ' Bättre\nord ',
      'p0-15': 'Första\r\nstycket.',
      'p16-30': 'Andra stycket.',
    }
    const saved = await site.form(`/articles/${articleId}/revisions`, fields)
    expect([saved.status, saved.headers['location']]).toEqual([303, `/articles/${articleId}`])
    const again = await site.form(`/articles/${articleId}/revisions`, fields)
    expect(again.status).toBe(303)
    const desk = (await site.json(`/articles/${articleId}/desk`)).body as { head: { number: number; text: string } }
    expect(desk.head).toMatchObject({ number: 1, text: text.replace('Första s', 'Första\ns') })
    const notice = (saved.headers['set-cookie'] as unknown as string[]).find(c => c.startsWith('rp_notice')) ?? ''
    const shown = await site.get(`/articles/${articleId}`, `${site.cookie}; ${notice.split(';')[0] ?? ''}`)
    expect(shown.text).toContain('Saved as revision 1.')
    const timeline = await site.json(`/articles/${articleId}/history?translation=${translationId}`)
    expect(JSON.stringify(timeline.body)).toContain('"summary":"Bättre ord"')
  })

  test('without a name, the form comes back as a question for it, with all that was typed; then it is saved', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ text })
    const fields = { base: '0', key: 'key-of-a-form', 'p0-15': 'Ny "text" <här>.' }
    const asked = await site.form(`/articles/${articleId}/revisions`, fields, 'rp_language=sv')
    expect(asked.status).toBe(403)
    expect(asked.text).toContain('Ny &#34;text&#34; &lt;här&gt;.')
    expect(asked.text).toContain('name="p0-15"')
    const bad = await site.form(`/articles/${articleId}/revisions`, { ...fields, name: '\u0007' }, 'rp_language=sv')
    expect(bad.status).toBe(400)
    const saved = await site.form(
      `/articles/${articleId}/revisions`,
      { ...fields, name: 'Cecilia Öberg' },
      'rp_language=sv',
    )
    expect(saved.status).toBe(303)
    expect((await site.get(`/articles/${articleId}`)).text).toContain('Cecilia Öberg')
    const program = await site.bare
      .post(`/articles/${articleId}/revisions`)
      .send({ base: 0, change: [], key: '12345678' })
    expect([program.status, program.body]).toMatchObject([403, { error: { code: 'name-missing' } }])
  })

  test('edits of the same words: both are shown, and what is chosen is saved on what is there', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text })
    await site.save(site.bo, translationId, text.replace('Andra', 'Nästa').replace('Tredje', 'Sista'))
    const fields = { base: '0', key: 'key-of-anna-1', 'p0-15': 'Allra första stycket.', 'p16-30': 'Följande stycket.' }
    const conflict = await site.form(`/articles/${articleId}/revisions`, fields)
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Nästa')
    expect(conflict.text).toContain('Följande')
    const partial = (/name="partial">([^<]*)</.exec(conflict.text)?.[1] ?? '').replaceAll('&#34;', '"')
    const chosen = {
      resolve: '1', base: fieldOf(conflict.text, 'base'), key: fieldOf(conflict.text, 'key'), places: '1', partial,
      at0: fieldOf(conflict.text, 'at0'), choice0: 'own', own0: 'Det andra',
    } // prettier-ignore
    expect((await site.form(`/articles/${articleId}/revisions`, { ...chosen, choice0: 'neither' })).status).toBe(400)
    expect((await site.form(`/articles/${articleId}/revisions`, { ...chosen, partial: '[' })).status).toBe(400)
    expect((await site.form(`/articles/${articleId}/revisions`, chosen)).status).toBe(303)
    const desk = (await site.json(`/articles/${articleId}/desk`)).body as { head: { text: string } }
    expect(desk.head.text).toBe('Allra första stycket.\nDet andra stycket.\n\nSista stycket.')
  })

  test('restore and undo; an undo that later revisions touch is asked about', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text })
    await site.save(site.anna, translationId, text.replace('Första', 'Ettan'))
    await site.save(site.bo, translationId, text.replace('Första', 'Tvåan'))
    expect((await site.form(`/articles/${articleId}/undo`, { revision: '1', key: 'undo-key-1' })).status).toBe(409)
    expect((await site.form(`/articles/${articleId}/undo`, { revision: '2' })).status).toBe(303)
    expect((await site.form(`/articles/${articleId}/restore`, { revision: '0' })).status).toBe(303)
    const desk = (await site.json(`/articles/${articleId}/desk`)).body as { head: { text: string; number: number } }
    expect(desk.head).toMatchObject({ text, number: 4 })
    for (const revision of ['99', '-1', 'x', '']) {
      const { status } = await site.form(`/articles/${articleId}/restore`, { revision })
      expect([revision, status]).toEqual([revision, revision === '99' ? 404 : 400])
    }
  })

  test('a long article is shown page by page, and what is not on the page is not touched', async () => {
    const site = await openSite(await open())
    const long = Array.from({ length: 400 }, (_, i) => `Stycke nummer ${i}.`).join('\n')
    const { articleId } = await site.bring({ text: long })
    const second = await site.get(`/articles/${articleId}?page=2`)
    expect(second.text.match(/<textarea name="p/g)).toHaveLength(150)
    const at = long.indexOf('Stycke nummer 200.')
    const fields = { base: '0', key: 'key-page-2', page: '2', [`p${at}-${at + 18}`]: 'Stycket tvåhundra.' }
    const saved = await site.form(`/articles/${articleId}/revisions`, fields)
    expect(saved.headers['location']).toBe(`/articles/${articleId}?page=2`)
    const desk = (await site.json(`/articles/${articleId}/desk`)).body as { head: { text: string } }
    expect(desk.head.text).toBe(long.replace('Stycke nummer 200.', 'Stycket tvåhundra.'))
    expect((await site.get(`/articles/${articleId}?page=x`)).status).toBe(400)
  })

  test('a flag by form: set, edited, dismissed, reopened, withdrawn; each told in its story', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ text })
    expect((await site.get(`/articles/${articleId}/flags/new?a=16-30&b=16-30`)).text).toContain('Andra stycket.')
    const about = { in: 'mt', a: '0-46', b: '0-46', revision: '0', category: 'style/awkward', severity: 'major' }
    const missed = await site.form(`/articles/${articleId}/flags`, { ...about, words: 'finns inte', comment: 'kvar' })
    expect([missed.status, missed.text.includes('kvar')]).toEqual([400, true])
    const set = await site.form(`/articles/${articleId}/flags`, { ...about, words: 'stycket', occurrence: '2' })
    const id = /#flag-(\w{16})$/.exec(set.headers['location'] ?? '')?.[1] ?? ''
    const list = (await site.json(`/articles/${articleId}/flags`)).body as {
      from: number
      words: string
      version: number
    }[]
    expect(list).toMatchObject([{ from: 22, words: 'stycket', severity: 'major' }])
    const point = await site.form(`/articles/${articleId}/flags`, {
      ...about,
      words: 'Andra',
      point: '1',
      category: 'accuracy/omission',
    })
    expect(point.status).toBe(303)
    const version = async (): Promise<string> => fieldOf((await site.get(`/flags/${id}`)).text, 'version')
    const edit = {
      version: await version(),
      category: 'style/awkward',
      severity: 'critical',
      comment: 'Värre',
      suggestion: '',
    }
    expect((await site.form(`/flags/${id}`, edit)).status).toBe(303)
    expect((await site.form(`/flags/${id}`, edit)).status).toBe(303)
    expect((await site.form(`/flags/${id}`, { ...edit, severity: 'minor' })).status).toBe(409)
    expect((await site.form(`/flags/${id}/dismiss`, { reason: '' })).status).toBe(400)
    expect((await site.form(`/flags/${id}/dismiss`, { reason: 'Inget fel' })).status).toBe(303)
    expect((await site.form(`/flags/${id}/reopen`, {})).status).toBe(303)
    expect((await site.form(`/flags/${id}/withdraw`, {})).status).toBe(303)
    const story = (await site.get(`/flags/${id}`)).text
    for (const step of ['set the flag', 'changed the flag', 'dismissed', 'reopened', 'withdrew', 'Inget fel'])
      expect(story).toContain(step)
  })

  test('details, state, archive, purge', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Gammal', text })
    const { articleId: other } = await site.bring({ title: 'Nästa', text: 'Annan text.' })
    const empty = await site.form(`/articles/${articleId}/details`, { title: '', sourceText: 'Källa kvar' })
    expect([empty.status, empty.text.includes('Källa kvar')]).toEqual([400, true])
    await site
      .form(`/articles/${articleId}/details`, { title: 'Ny', sourceLanguage: 'de', sourceText: 'Quelle' })
      .expect(303)
    expect((await site.json(`/articles/${articleId}/details`)).body).toMatchObject({
      title: 'Ny',
      sourceText: 'Quelle',
    })
    const next = await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0', next: '1' })
    expect(next.headers['location']).toBe(`/articles/${other}`)
    expect((await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0' })).status).toBe(409)
    expect((await site.form(`/articles/${articleId}/state`, { state: 'approved' })).status).toBe(400)
    expect((await site.form(`/articles/${articleId}/state`, { state: 'nonsense' })).status).toBe(400)
    await site.form(`/articles/${articleId}/archive`, {}).expect(303)
    expect((await site.get('/')).text).not.toContain(articleId)
    expect((await site.get('/?archived=1')).text).toContain(articleId)
    await site.form(`/articles/${articleId}/unarchive`, {}).expect(303)
    expect((await site.form(`/articles/${articleId}/purge`, {})).status).toBe(400)
    await site.form(`/articles/${articleId}/purge`, { confirm: '1' }).expect(303)
    const gone = await site.get(`/articles/${articleId}/details`)
    expect([gone.status, gone.text.includes('Anna Ek')]).toEqual([410, true])
  })
})
