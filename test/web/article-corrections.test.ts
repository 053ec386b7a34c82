import type { Store } from '../../src/store/db/store.ts'
import { correctionView } from '../../src/wire/correction.ts'
import { flagOn } from '../app/desk.ts'
import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite } from './site.ts'

const mt = 'LKA Lower Sachsen varnar.\nDet hände i Juni.\nLower Sachsen svarar: inuti.'
const better = 'LKA Niedersachsen varnar.\nDet hände i juni.\nNiedersachsen svarar.'

const corrected = async (store: Store) => {
  const site = await openSite(store)
  const { articleId, translationId } = await site.bring({ title: 'Rubrik', text: mt })
  await site.save(site.anna, translationId, mt, { flags: [flagOn(mt, 'Juni', { category: 'style/register' })] })
  await site.save(site.bo, translationId, better)
  return { site, articleId, translationId, page: `/articles/${articleId}/corrections` }
}
type Opened = Awaited<ReturnType<typeof corrected>>

interface Listed {
  readonly counts: { readonly all: number; readonly proposed: number }
  readonly corrections: readonly (Record<string, unknown> & {
    readonly id: string
    readonly fromA: number
    readonly toA: number
    readonly before: string
    readonly after: string
    readonly flag: string
  })[]
}
const listed = async ({ site, page }: Opened, query = ''): Promise<Listed> =>
  (await site.json(`${page}${query}`).expect(200)).body as Listed

const entryOf = (html: string, id: string): string => new RegExp(`<li id="c-${id}">[^]*?</li>`).exec(html)?.[0] ?? ''

forEachStore('the corrections of an article', open => {
  test('are told with what proposes their category, by whom they were made, and how often they stand elsewhere', async () => {
    const opened = await corrected(await open())
    const { counts, corrections } = await listed(opened)
    expect(counts).toEqual({ all: 4, proposed: 3 })
    const told = corrections.map(({ before, after, category, origin, person, revision }) => [
      before, after, category, origin, person, revision,
    ]) // prettier-ignore
    expect(told).toEqual([
      ['Lower Sachsen', 'Niedersachsen', 'terminology/wrong-term', 'name', 'Bo Ås', 1],
      ['Juni', 'juni', 'style/register', 'flag', 'Bo Ås', 1],
      ['Lower Sachsen', 'Niedersachsen', 'terminology/wrong-term', 'name', 'Bo Ås', 1],
      [': inuti', '', 'accuracy/addition', 'deletion', 'Bo Ås', 1],
    ])
    expect(corrections[0]?.['pair']).toMatchObject({ corrections: 2, articles: 1 })
    const html = (await opened.site.get(opened.page).expect(200)).text
    expect(html).toContain('Proposed: One name was exchanged for another')
    expect(html).toContain('/batches/new?before=Lower+Sachsen&amp;after=Niedersachsen&amp;kind=pair&amp;about=')
    const flag = corrections[1]?.flag ?? ''
    expect(entryOf(html, corrections[1]?.id ?? '')).toContain(`href="/flags/${flag}"`)
    const story = (await opened.site.get(`/flags/${flag}`).expect(200)).text
    expect(story).toContain('Corrections that answer the flag')
    expect(story).toContain(`/articles/${opened.articleId}/corrections?correction=${corrections[1]?.id ?? ''}`)
    expect((await opened.site.get(`/articles/${opened.articleId}/revisions/1`).expect(200)).text).toContain(
      'What of the revision still stands: 4 corrections',
    )
  })

  test('are confirmed by a form, or given another category; what was said is shown', async () => {
    const opened = await corrected(await open())
    const { site, page } = opened
    const [first] = (await listed(opened)).corrections
    const id = first?.id ?? ''
    const html = (await site.get(page)).text
    const confirm = Object.fromEntries(
      ['correction', 'only', 'page', 'category', 'severity'].map(name => [name, fieldOf(entryOf(html, id), name)]),
    )
    const sent = await site.form(page, confirm).expect(303)
    expect(sent.headers['location']).toBe(`${page}#c-${id}`)
    expect((await listed(opened)).counts.proposed).toBe(2)
    const edited = (await site.get(`${page}?edit=${id}`).expect(200)).text
    expect(entryOf(edited, id)).toContain('value="terminology/wrong-term" selected')
    const said = { category: 'terminology/inconsistent', severity: 'minor', comment: 'Jämför tidningens lista.' }
    await site.form(page, { correction: id, ...said }).expect(303)
    const after = entryOf((await site.get(page)).text, id)
    expect(after).toContain('Anna Ek said so')
    expect(after).toContain('Jämför tidningens lista.')
    const proposed = await listed(opened, '?only=proposed')
    expect(proposed.corrections.map(({ before }) => before)).toEqual(['Lower Sachsen', ': inuti'])
  })

  test('are ruled by a program, by their place and words; the same words elsewhere are not meant', async () => {
    const opened = await corrected(await open())
    const { site, page } = opened
    const [first] = (await listed(opened)).corrections
    const body = {
      fromA: first?.fromA,
      toA: first?.toA,
      after: 'Niedersachsen',
      category: 'accuracy/untranslated',
      severity: 'critical',
    }
    const post = (sent: object) => site.bare.post(page).set('Cookie', site.cookie).send(sent)
    const answer = correctionView.parse((await post(body).expect(200)).body)
    expect(answer).toMatchObject({ category: 'accuracy/untranslated', severity: 'critical', origin: 'person' })
    const again = (await listed(opened)).corrections.map(({ origin }) => origin)
    expect(again).toEqual(['person', 'flag', 'name', 'deletion'])
    await post({ ...body, after: 'Nedersachsen' }).expect(409)
    await post({ ...body, fromA: 5 }).expect(409)
    await post({ ...body, category: 'none/such' }).expect(400)
    await post({ ...body, comment: 'x'.repeat(2001) }).expect(400)
  })

  test('refused, a form comes back with what was typed', async () => {
    const opened = await corrected(await open())
    const { site, page } = opened
    const [first] = (await listed(opened)).corrections
    const id = first?.id ?? ''
    const typed = { correction: id, category: 'style/awkward', severity: 'major', comment: 'y'.repeat(2001) }
    const back = await site.form(page, typed).expect(400)
    expect(entryOf(back.text, id)).toContain('value="style/awkward" selected')
    expect(entryOf(back.text, id)).toContain('y'.repeat(2001))
    expect(back.text).toContain('role="alert"')
    await site.form(page, { ...typed, comment: '', correction: '0'.repeat(16) }).expect(409)
    await site.get(`${page}?only=none`).expect(400)
    await site.get(`${page}?page=x`).expect(400)
    await site.get('/articles/0000000000000000/corrections').expect(404)
  })

  test('need a name, and nothing of the form is lost when it is asked for', async () => {
    const opened = await corrected(await open())
    const { site, page } = opened
    const [first] = (await listed(opened)).corrections
    const fields = { correction: first?.id ?? '', category: 'style/awkward', severity: 'major', comment: 'Så här.' }
    const asked = await site.form(page, fields, 'rp_language=en').expect(403)
    expect(asked.text).toContain('Så här.</textarea>')
    await site.form(page, { ...fields, name: 'Cilla' }, 'rp_language=en').expect(303)
    expect(((await listed(opened)).corrections[0] as Record<string, unknown>)['category']).toBe('style/awkward')
  })

  test('are none where nothing was corrected, and are shown a page at a time', async () => {
    const site = await openSite(await open())
    const text = Array.from({ length: 120 }, (_, i) => `Rad ${i} har ordet fel${i} i sig.`).join('\n')
    const { articleId, translationId } = await site.bring({ title: 'Många', text })
    const page = `/articles/${articleId}/corrections`
    expect((await site.get(page).expect(200)).text).toContain('There are no corrections yet.')
    await site.save(site.anna, translationId, text.replace(/fel(\d+)/g, 'rätt$1'))
    const second = (await site.json(`${page}?page=2`)).body as Listed & { readonly pages: number }
    expect([second.pages, second.corrections.length, second.corrections[0]?.before]).toEqual([3, 50, 'fel50'])
    const sought = second.corrections[10]?.id ?? ''
    expect((await site.get(`${page}?correction=${sought}`)).text).toContain(`<li id="c-${sought}">`)
    expect((await site.json(`${page}?page=99`)).body).toMatchObject({ page: 3 })
  })
})
