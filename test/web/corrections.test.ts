import { createServer, get, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { parse } from 'csv-parse/sync'
import type { PairPage } from '../../src/app/pairs/list-pairs.ts'
import type { PairStory } from '../../src/app/pairs/pair-story.ts'
import { createApp } from '../../src/web/server.ts'
import { forEachStore } from '../contracts/stores.ts'
import { storeCorrections, type Said } from '../store/correction-rows.ts'
import { openSite, type Site } from './site.ts'

const mt = 'LKA Lower Sachsen varnar.\nDet finns fler anbud i dag.\nPolisen i Lower Sachsen svarar.'
const better = 'LKA Niedersachsen varnar.\nDet finns fler registreringar i dag.\nPolisen i Niedersachsen svarar.'

/** Two articles, by Anna and by Bo: the second has the name once. */
async function corrected(site: Site) {
  const one = await site.bring({ title: 'Varning', text: mt, system: 'Alfa' })
  await site.save(site.anna, one.translationId, better)
  const two = await site.bring({ title: 'Åska', text: 'Storm i Lower Sachsen.', system: 'Beta' })
  await site.save(site.bo, two.translationId, 'Storm i Niedersachsen.')
  return { one, two }
}

const list = async (site: Site, query = ''): Promise<PairPage> =>
  (await site.json(`/corrections${query}`).expect(200)).body as PairPage
const words = async (site: Site, query = ''): Promise<string[]> =>
  (await list(site, query)).items.map(item => `${item.before} → ${item.after}: ${item.corrections} in ${item.articles}`)

const [name, offers] = ['Lower Sachsen → Niedersachsen', 'anbud → registreringar']

forEachStore('the corrections', open => {
  it('say how they come to be while there are none', async () => {
    const site = await openSite(await open())
    expect((await site.get('/corrections').expect(200)).text).toContain('Corrections come by themselves')
    expect(await words(site)).toEqual([])
  })

  it('are there as soon as a correction is saved, and gone when it is taken back', async () => {
    const site = await openSite(await open())
    const { two } = await corrected(site)
    expect(await words(site)).toEqual([`${name}: 3 in 2`, `${offers}: 1 in 1`])
    await site.save(site.bo, two.translationId, 'Storm i Lower Sachsen.')
    expect(await words(site)).toEqual([`${name}: 2 in 1`, `${offers}: 1 in 1`])
  })

  it('are searched and filtered by everything, and counted as they match', async () => {
    const site = await openSite(await open())
    const { two } = await corrected(site)
    expect(await words(site, '?search=LOWER%20s')).toEqual([`${name}: 3 in 2`])
    expect(await words(site, '?search=sachsen&side=after')).toEqual([`${name}: 3 in 2`])
    expect(await words(site, '?search=lower&side=after')).toEqual([])
    expect(await words(site, '?search=an')).toEqual([`${offers}: 1 in 1`])
    expect(await words(site, `?editor=${site.bo.id}`)).toEqual([`${name}: 1 in 1`])
    expect(await words(site, '?system=Alfa')).toEqual([`${name}: 2 in 1`, `${offers}: 1 in 1`])
    expect(await words(site, `?article=${two.articleId}&search=sachsen`)).toEqual([`${name}: 1 in 1`])
    expect(await words(site, '?since=2026-01-15&until=2026-01-15')).toHaveLength(2)
    expect(await words(site, '?until=2026-01-14')).toEqual([])
    const { category = '', severity = '' } = (await list(site, '?search=anbud')).items[0] ?? {}
    expect(await words(site, `?category=${category}&severity=${severity}&search=anbud`)).toEqual([`${offers}: 1 in 1`])
    expect(await words(site, `?category=${category.split('/')[0]}&search=anbud`)).toEqual([`${offers}: 1 in 1`])
    expect(await words(site, '?category=other')).toEqual([])
    expect((await site.get('/corrections?search=nowhere').expect(200)).text).toContain('No correction matches')
  })

  it.each([
    'sort=size', 'category=nothing', 'severity=grave', 'state=loud', 'side=left', 'origin=guess', 'editor=Anna', 'article=1',
    'since=yesterday', 'until=2026-02-30', 'after=x',
  ])('refuse ?%s', async query => {
    const site = await openSite(await open())
    const { body } = await site.json(`/corrections?${query}`).expect(400)
    expect((body as { error: { code: string; values: object } }).error).toMatchObject({ code: 'field-invalid', values: { field: query.split('=')[0] } })
  }) // prettier-ignore

  it('are searched without unfolding the filter, which is open where it narrows', async () => {
    const site = await openSite(await open())
    await corrected(site)
    const searched = (await site.get('/corrections?search=sachsen').expect(200)).text
    expect(searched.indexOf('id="search"')).toBeLessThan(searched.indexOf('<details class="filter">'))
    expect((await site.get('/corrections?severity=major').expect(200)).text).toContain('<details class="filter" open>')
  })

  it('show both sides, and lead to all places of a pair', async () => {
    const site = await openSite(await open())
    await corrected(site)
    const { text } = await site.get('/corrections').expect(200)
    const id = (await list(site)).items[0]?.id ?? ''
    expect(text).toContain('<del lang="sv">Lower Sachsen</del>')
    expect(text).toContain('<ins lang="sv">Niedersachsen</ins>')
    expect(text).toContain(`href="/corrections/${id}"`)
  })

  it('keep their filter from page to page', async () => {
    const site = await openSite(await open())
    const said = Array.from({ length: 120 }, (_, n): Said => ({
      before: `ord ${n}`, after: `annat ${n}`, article: 0, person: site.anna.id, at: n,
    })) // prettier-ignore
    await storeCorrections(site.deps.store.db, said)
    const { text } = await site.get('/corrections?search=annat&sort=latest').expect(200)
    const next = /rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&') ?? ''
    expect(next).toMatch(/search=annat.*sort=latest.*after=/)
    const second = await site.get(next).expect(200)
    expect(second.text).toContain('ord 69<')
    expect(second.text).toContain('rel="prev"')
  })
})

forEachStore('a pair', open => {
  it('shows each place in its context, with where it leads', async () => {
    const site = await openSite(await open())
    const { one, two } = await corrected(site)
    const id = (await list(site)).items[0]?.id ?? ''
    const story = (await site.json(`/corrections/${id}`).expect(200)).body as PairStory
    expect(story.occurrences.map(({ left, right, article, system, person }) => [left, right, article.title, system, person])).toEqual([
      ['Storm i ', '.', 'Åska', 'Beta', 'Bo Ås'],
      [expect.stringMatching(/Polisen i $/), ' svarar.', 'Varning', 'Alfa', 'Anna Ek'],
      ['LKA ', expect.stringMatching(/^ varnar\./), 'Varning', 'Alfa', 'Anna Ek'],
    ]) // prettier-ignore
    const { text } = await site.get(`/corrections/${id}`).expect(200)
    // what is kept of a context may begin within a word
    expect(text).toContain('<bdi>… Det finns fler anbud i dag. ¶ Polisen i ')
    expect(text).toContain(`/articles/${two.articleId}?translation=${two.translationId}&amp;at=8`)
    expect(text).toContain(`/articles/${one.articleId}/revisions/1?translation=${one.translationId}`)
    expect(text).toContain('/batches/new?before=Lower+Sachsen&amp;after=Niedersachsen&amp;kind=pair')
    expect(text).toContain('/terms/new?preferred=Niedersachsen&amp;variant=Lower+Sachsen')
    const filtered = (await site.json(`/corrections/${id}?system=Beta`)).body as PairStory
    expect([filtered.occurrences.length, filtered.matching.corrections, filtered.pair.corrections]).toEqual([1, 1, 3])
  })

  it('is not found where there is none', async () => {
    const site = await openSite(await open())
    for (const id of ['0000000000000000', 'x', '%20'])
      expect((await site.json(`/corrections/${id}`).expect(404)).body).toMatchObject({
        error: { code: 'pair-unknown' },
      })
    await site.get('/corrections/0000000000000000').expect(404)
  })
})

forEachStore('corrections given out', open => {
  it('are the pairs or the corrections of the filter, all of them', async () => {
    const site = await openSite(await open())
    const said = Array.from({ length: 1234 }, (_, n): Said => ({
      before: n % 2 === 0 ? 'anbud' : `ord ${n}`, after: '=1+1', article: n % 3, person: n % 5 === 0 ? site.bo.id : site.anna.id, at: 1000 + n,
    })) // prettier-ignore
    await storeCorrections(site.deps.store.db, said)
    const pairs = (await site.bare.get('/corrections/export?format=json&of=pairs')).body as { before: string; corrections: number }[]
    expect(pairs).toHaveLength(618)
    expect(pairs[0]).toMatchObject({ before: 'anbud', corrections: 617 })
    const ofBo = (await site.bare.get(`/corrections/export?format=json&of=corrections&editor=${site.bo.id}`)).body as { editor: string }[]
    expect(ofBo).toHaveLength(247)
    expect(new Set(ofBo.map(one => one.editor))).toEqual(new Set(['Bo Ås']))
    const csv = await site.bare.get('/corrections/export?format=csv&of=corrections').expect(200)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toBe('attachment; filename="corrections.csv"')
    expect(csv.text.codePointAt(0)).toBe(0xfeff)
    const lines = parse<Record<string, string>>(csv.text.slice(1), { columns: true })
    expect(lines).toHaveLength(1234)
    // what a spreadsheet would run is text
    expect(lines[0]).toMatchObject({ before: 'ord 1233', after: "'=1+1", context_before: 'före ', editor: 'Anna Ek', time: '1970-01-01T00:00:02.233Z' })
    const id = pairs.length > 0 ? (await list(site)).items[0]?.id : ''
    expect((await site.bare.get(`/corrections/export?format=json&of=corrections&pair=${id}`)).body).toHaveLength(617)
    expect((await site.bare.get('/corrections/export?format=json&of=pairs&search=nowhere')).body).toEqual([])
    await site.bare.get('/corrections/export?format=xls').expect(400)
    expect((await site.bare.head('/corrections/export?format=csv').expect(200)).text).toBeUndefined()
  }) // prettier-ignore

  it('stop being made when whoever asked has gone', async () => {
    const site = await openSite(await open())
    const long = 'ord '.repeat(1000)
    const said = Array.from({ length: 4000 }, (_, n): Said => ({
      before: long, after: 'annat', article: 0, person: site.anna.id, at: n,
    })) // prettier-ignore
    await storeCorrections(site.deps.store.db, said)
    // every piece looks at the database, through this
    let looks = 0
    const store = { ...site.deps.store }
    Object.defineProperty(store, 'db', { get: () => (looks++, site.deps.store.db) })
    const app = createApp({ ...site.deps, store }, { textBytes: 1000, assetsDir: '/nonexistent' })
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const asked = async (take: (answer: IncomingMessage) => void): Promise<number> => {
      looks = 0
      const request = get({ port, path: '/corrections/export?format=json&of=corrections' }, take)
      request.on('error', () => undefined)
      await once(request, 'close')
      await new Promise(resolve => setTimeout(resolve, 100))
      return looks
    }
    const whole = await asked(answer => answer.resume())
    const broken = await asked(answer => answer.once('data', () => answer.destroy()))
    expect(whole).toBeGreaterThan(7)
    expect(broken).toBeLessThan(whole)
    server.close()
  })
})
