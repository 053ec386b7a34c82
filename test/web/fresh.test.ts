import { Buffer } from 'node:buffer'
import { forEachStore } from '../contracts/stores.ts'
import { openSite } from './site.ts'

const text = 'Första stycket.\nAndra stycket.'

forEachStore('what is kept of a drawn page', open => {
  test('is never shown once anything on it has changed', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ title: 'Rubrik', text })
    const page = `/articles/${articleId}`
    let last = ['', '']
    /** Looks twice, so that what is kept is looked at too; each must be another page than the one before. */
    const look = async (has: string, hasNot = 'no such words') => {
      const bodies = [await site.get(page), await site.get(page)].map(({ text }) =>
        text.replace(/(nonce|value)="[^"]*"/g, ''),
      )
      expect(bodies[0]).toBe(bodies[1])
      expect(bodies[0]).toContain(has)
      expect(bodies[0]).not.toContain(hasNot)
      const json = JSON.stringify([(await site.json(`${page}/desk`)).body, (await site.json(page)).body])
      expect([bodies[0] === last[0], json === last[1]]).toEqual([false, false])
      last = [bodies[0] ?? '', json]
    }
    await look('Not changed yet')
    const flag = { revision: 0, from: 0, to: 6, category: 'accuracy/mistranslation', severity: 'minor', comment: 'Nej' }
    const set = await site.bare.post(`${page}/flags`).set('Cookie', site.cookie).send(flag).expect(201)
    const { id } = set.body as { id: string }
    await look('Nej')
    await site
      .form(`/flags/${id}`, { ...flag, severity: 'major', comment: 'Jo', suggestion: '', version: 1 })
      .expect(303)
    await look('Jo', 'Nej')
    await site.form(`/flags/${id}/dismiss`, { reason: 'Dialekt' }).expect(303)
    await look('Dismissed')
    await site.form(`/flags/${id}/reopen`, {}).expect(303)
    await look('Jo')
    await site.form(`/flags/${id}/withdraw`, {}).expect(303)
    await look('Rubrik', 'Jo')
    await site.save(site.bo, translationId, text.replace('Andra', 'Nästa'))
    await look('Nästa')
    for (const [name, value] of [['title', 'Ny titel'], ['system', 'Nytt system'], ['sourceText', 'Quelle.'], ['sourceLanguage', 'de']] as const) {
      await site.form(`${page}/details`, { [name]: value }).expect(303)
      await look(name === 'sourceLanguage' ? 'lang="de"' : value)
    } // prettier-ignore
    await site.form(`${page}/state`, { state: 'approved', base: '1' }).expect(303)
    await look('Approved')
    await site.form(`${page}/archive`, {}).expect(303)
    await look('Archived')
    await site.form(`${page}/purge`, { confirm: '1' }).expect(303)
    expect((await site.get(page)).status).toBe(410)
    expect((await site.json(`${page}/desk`)).status).toBe(410)
  })

  test('is each reader’s own in language, name, and what is to be written', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ title: 'Rubrik', text })
    const page = `/articles/${articleId}`
    const anna = (await site.get(page)).text
    const bo = (await site.get(page, `rp_person=${site.bo.id}; rp_language=sv; rp_theme=dark`)).text
    const nobody = (await site.get(page, 'rp_language=en')).text
    expect(anna).toContain('Anna Ek')
    expect(bo).toContain('Bo Ås')
    expect(bo).toContain('data-theme="dark"')
    expect(bo).toContain('lang="sv" data-theme')
    expect(bo).not.toContain('Anna Ek')
    expect([anna, nobody].map(html => html.includes('name="name"'))).toEqual([false, true])
    expect((await site.get(`${page}?write=1`)).text).toContain('<details class="edit" open>')
    expect((await site.get(page)).text).not.toContain('<details class="edit" open>')
    const named = (await site.get(`${page}?translation=${translationId}`)).text
    expect(named).toContain(`/articles/${articleId}/history?translation=${translationId}`)
    expect(anna).not.toContain('?translation=')
    const keys = [anna, bo, nobody].map(html => /name="key" value="([^"]+)"/.exec(html)?.[1])
    expect(new Set(keys).size).toBe(3)
    const { headers, text: sent } = await site.get(page)
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(sent))
    expect((await site.bare.head(page)).status).toBe(200)
  })

  test('is a row of the queue only as long as its article is so', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ title: 'Rubrik', text })
    await site.bring({ title: 'En till' })
    const row = async (has: string, language = 'en') => {
      const html = (await site.get('/', `rp_person=${site.anna.id}; rp_language=${language}`)).text
      const [found = ''] = new RegExp(`<tr data-article="${articleId}">[^]*?</tr>`).exec(html) ?? []
      expect(found).toContain(has)
      return found
    }
    await row('Rubrik')
    await row('Ny</span>', 'sv')
    await row('New</span>')
    await site.form(`/articles/${articleId}/details`, { title: 'Ny titel' }).expect(303)
    expect(await row('Ny titel')).not.toContain('Rubrik')
    await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0' }).expect(303)
    await row('Approved</span>')
  })
})
