import { beginAnnotation } from '../../src/app/annotate/begin-annotation.ts'
import { moveOwnAnnotation } from '../../src/app/annotate/move-annotation.ts'
import { setMark } from '../../src/app/annotate/set-mark.ts'
import { setFlag } from '../../src/app/flags/set-flag.ts'
import { siteMap } from '../../src/web/index.ts'
import { withoutArticles } from '../../src/web/apart.ts'
import { imported, upload, xliff } from '../app/files.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite, type Site } from './site.ts'

const mt = 'LKA Lower Sachsen varnar för cannabiskarnival.\nDelegationen besökte Tyskland.'

/** Bo has flagged and corrected at the desk; then Anna, whose cookie the site has, begins to annotate. */
async function begun(site: Site) {
  const { articleId, translationId } = await site.bring({ title: 'Karneval', text: mt })
  const flag = await setFlag(
    site.deps,
    { translationId, person: site.bo },
    { revision: 0, from: 0, to: 3, category: 'style/awkward', severity: 'major', comment: 'bos-hemlighet', suggestion: '' }, // prettier-ignore
  )
  await site.save(site.bo, translationId, mt.replace('Lower Sachsen', 'Niedersachsen'))
  const answer = await site.form(`/articles/${articleId}/annotations`, {}).expect(303)
  return { articleId, translationId, flagId: flag.id, own: answer.headers['location'] ?? '' }
}

const told = /bos-hemlighet|Niedersachsen/
const harmless = ['/articles/:id/annotations', '/articles/:id/drafts/:tab', '/articles/:id/effort']

forEachStore('whoever annotates an article blind', open => {
  test('is refused every address of it, as a page and as JSON, and told how to go on', async () => {
    const site = await openSite(await open())
    const { articleId, flagId, own } = await begun(site)
    const places = siteMap.filter(({ path, get }) => get && /^\/(articles|flags)\/:id/.test(path) && !harmless.includes(path)) // prettier-ignore
    expect(places.length).toBeGreaterThan(15)
    for (const { path } of places) {
      const address = path.replace('/articles/:id', `/articles/${articleId}`).replace('/flags/:id', `/flags/${flagId}`).replace(':number', '1') // prettier-ignore
      const page = await site.get(address)
      expect([path, page.status, page.text.includes(`href="${own}"`), told.test(page.text)]).toEqual([path, 403, true, false]) // prettier-ignore
      const { status, body } = await site.json(address)
      expect([path, status, (body as { error: { values: object } }).error.values]).toEqual([path, 403, { annotation: own.split('/').at(-1) }]) // prettier-ignore
    }
    await site.form(`/flags/${flagId}/withdraw`, { version: '1' }).expect(403)
    await site.form(`/articles/${articleId}/state`, { state: 'approved' }).expect(403)
  })

  test('sees nothing of it in lists over all articles and in what is searched; files over many wait', async () => {
    const site = await openSite(await open())
    const { articleId } = await begun(site)
    const listed = async () => ((await site.json('/corrections')).body as { items: { id: string }[] }).items
    // what was corrected there alone
    expect(await listed()).toEqual([])
    const { id: pair } = await site.deps.store.db.selectFrom('pair').select('id').executeTakeFirstOrThrow()
    expect((await site.get(`/corrections/${pair}`)).status).toBe(403)
    expect((await site.json('/quality?states=all')).body).toMatchObject({ articles: 0, corrections: [], errors: [] })
    // whatever of the queue: no counts, the headline of the machine translation, and no place in a list by flags
    const { items } = (await site.json('/')).body as { items: object[] }
    expect(items).toMatchObject([{ id: articleId, title: 'LKA Lower Sachsen varnar för cannabiskarnival.', flags: null, findings: null, corrected: null }]) // prettier-ignore
    expect((await site.get('/')).text).toContain('You annotate')
    for (const telling of ['flags=major', 'sort=flags', 'sort=corrected', 'search=Niedersachsen'])
      expect((await site.json(`/?${telling}`)).body).toMatchObject({ items: [] })
    expect((await site.json('/?search=lower')).body).toMatchObject({ items: [{ id: articleId }] })
    const hit = (await site.get('/?search=Niedersachsen')).text
    expect(['<mark>', 'bos-hemlighet', 'LKA <'].filter(part => hit.includes(part))).toEqual([])
    // elsewhere too
    const other = await site.bring({ title: 'Annan', text: mt })
    await site.save(site.bo, other.translationId, mt.replace('Lower Sachsen', 'Niedersachsen'))
    expect(await listed()).toMatchObject([{ id: pair }])
    expect((await site.json('/quality?states=all')).body).toMatchObject({ articles: 1, corrections: [{ pair }] })
    const lists = ['/corrections/' + pair, '/quality', '/checks/exonym', '/batches', '/terms'] // prettier-ignore
    for (const address of lists)
      for (const { text } of [await site.get(address), await site.json(address)]) {
        expect([address, text.includes('bos-hemlighet'), text.includes(articleId)]).toEqual([address, false, false]) // prettier-ignore
      }
    for (const file of ['/corrections/export?of=corrections&format=json', '/quality/export'])
      expect([file, (await site.get(file)).status]).toEqual([file, 403])
    expect((await site.get(`/corrections?article=${articleId}`)).status).toBe(403)
    await site.form('/articles/many', { action: 'export', format: 'json', article: articleId }).expect(403)
  })

  test('is given no file in which it would come back beside another article; the other alone is given', async () => {
    const site = await openSite(await open())
    const [one, two] = ['Mening ett.', 'Mening två.'].map((line, n) => xliff([line]).replace('nyhet.html', `${n}.html`))
    const { files } = await imported(site, [
      upload('två.xlf', `${one?.split('</xliff>')[0]}<file${two?.split('<file')[1]}`),
    ])
    const [own = '', other = ''] = files.flatMap(({ articles }) => articles.map(({ articleId }) => articleId))
    const { status } = await site.form(`/articles/${own}/annotations`, {})
    expect([status, other]).toEqual([303, expect.stringMatching(/^[0-9a-z]{16}$/)])
    for (const [format, answer] of [
      ['xliff1', 403],
      ['txt', 200],
    ] as const) {
      expect((await site.get(`/articles/${other}/export?format=${format}`)).status).toBe(answer)
      await site.form('/articles/many', { action: 'export', format, article: other }).expect(answer)
    }
    await site.form('/articles/many', { action: 'export', format: 'own', article: other }).expect(403)
    await site.form('/articles/many', { action: 'export', format: 'corpus', article: other }).expect(200)
  })

  test('is not blind who has looked at what another found alone, in the article’s figures or in a file; the summary of all that names it tells too', async () => {
    for (const address of ['quality', 'export?format=json', '/quality?states=all']) {
      const site = await openSite(await open())
      const { articleId, translationId } = await site.bring({ title: 'Karneval', text: mt })
      const { id: annotationId } = await beginAnnotation(site.deps, { translationId, person: site.bo })
      await setMark(site.deps, { annotationId, person: site.bo }, { from: 0, to: 3, category: 'style/awkward', severity: 'major', comment: '', suggestion: '' }) // prettier-ignore
      await moveOwnAnnotation(site.deps, { annotationId, person: site.bo }, 'finish')
      await site.get(address.startsWith('/') ? address : `/articles/${articleId}/${address}`).expect(200)
      await site.form(`/articles/${articleId}/annotations`, {}).expect(303)
      expect((await site.json(`/articles/${articleId}/annotations`)).body).toMatchObject({ annotations: [{ saw: [] }, { own: true, saw: ['Bo Ås'] }] }) // prettier-ignore
    }
  })

  test('sees all of it again once the annotation is finished or withdrawn; nobody else is kept from it meanwhile', async () => {
    const site = await openSite(await open())
    const { articleId, own } = await begun(site)
    const desk = `/articles/${articleId}`
    expect((await site.get(desk, `rp_person=${site.bo.id}; rp_browser=another-browser-here`)).text).toMatch(told)
    for (const act of ['finish', 'withdraw']) {
      await site.form(`${own}/state`, { act }).expect(303)
      expect((await site.get(desk)).text).toMatch(told)
      await site.form(`${own}/state`, { act: 'reopen' }).expect(303)
      expect((await site.get(desk)).status).toBe(403)
    }
  })
})

test('lines about an article are left out of lists, however deep they stand, and nothing else is touched', () => {
  const [kept, hidden] = ['kept', 'hidden']
  const model = {
    rows: [{ articleId: kept, n: 1 }, { articleId: hidden, n: 2 }],
    groups: [{ lines: [{ article: { id: hidden } }, { article: hidden }, { article: null }, 'hidden'] }],
    title: hidden,
    told: new Map([['a', hidden]]),
  } // prettier-ignore
  expect(withoutArticles(model, new Set([hidden]))).toEqual({
    rows: [{ articleId: kept, n: 1 }],
    groups: [{ lines: [{ article: null }, 'hidden'] }],
    title: hidden,
    told: model.told,
  })
})
