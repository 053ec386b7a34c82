import { writeSetting } from '../../src/store/settings.ts'
import { forEachStore } from '../contracts/stores.ts'
import { annotated, annotatedMt as mt, style } from './annotated.ts'
import { sentTo as sent } from './sent.ts'
import { fieldOf, openSite } from './site.ts'

forEachStore('the pages of annotations', open => {
  test('an editor without a script begins, flags words of a paragraph, changes and removes a flag, and brings it back', async () => {
    const site = await openSite(await open())
    const { annas } = await annotated(site)
    const form = (await site.get(`${annas}?line=1`).expect(200)).text
    expect(form).toContain('New flag in paragraph 2')
    expect(form).toContain('Das LKA warnt.')
    const mark = { ...style, line: '1', page: '1', words: 'Tyskland' }
    const refused = await site.form(`${annas}/flags`, { ...mark, words: 'Norge' }).expect(400)
    expect(refused.text).toContain('value="Norge"')
    const unsaid = await site.form(`${annas}/flags`, { ...mark, category: '', comment: 'det-skrivna' }).expect(400)
    expect(unsaid.text).toMatch(/value="Tyskland"[^]*det-skrivna/)
    const there = await sent(site, `${annas}/flags`, mark)
    expect(there).toMatch(/^\/annotations\/\w{16}#m-\w{16}$/)
    const id = there.split('#m-')[1] ?? ''
    const page = (await site.get(annas)).text
    expect(page).toMatch(/<mark class="flag minor"[^>]*>Tyskland<\/mark>/)
    expect((await site.get(`${annas}?flag=${id}`)).text).toContain('Change the flag')
    await sent(site, `${annas}/flags/${id}`, { ...style, severity: 'major', version: '1' })
    const taken = await sent(site, `${annas}/flags/${id}/withdraw`, { version: '2' })
    expect((await site.get(taken)).text).toContain('The flag is removed.')
    expect((await site.get(annas)).text).not.toContain('<mark')
    await sent(site, `${annas}/flags/${id}/reopen`, {})
    expect((await site.get(annas)).text).toMatch(/<mark class="flag major"/)
  })

  test('nobody else gets the page, nor what stands on it, as a page or as JSON', async () => {
    const site = await openSite(await open())
    const { annas, bo, articleId } = await annotated(site)
    await sent(site, `${annas}/flags`, { ...style, line: '0', words: 'varnar', comment: 'hemligt-ord' })
    expect((await site.get(annas, bo)).status).toBe(403)
    const pages = [
      '',
      '/flags',
      '/desk',
      '/history',
      '/annotations',
      '/agreement',
      '/corrections',
      '/details',
      '/export?format=json',
    ]
    for (const page of pages)
      for (const answer of [await site.get(`/articles/${articleId}${page}`, bo), await site.json(`/articles/${articleId}${page}`)])
        expect([page, answer.text.includes('hemligt-ord')]).toEqual([page, false]) // prettier-ignore
    expect((await site.get(`/articles/${articleId}/agreement`, bo)).status).toBe(403)
  })

  test('a paragraph is judged where the house judges', async () => {
    const site = await openSite(await open())
    const { annas } = await annotated(site)
    expect((await site.get(annas)).text).not.toContain('name="score"')
    await writeSetting(site.deps.store.db, 'quality', JSON.stringify({ judgements: true }))
    expect(await sent(site, `${annas}/judgements`, { paragraph: '1', score: '66', page: '1' })).toBe(`${annas}#p-1`)
    const page = (await site.get(annas)).text
    expect([page.includes('value="66"'), page.includes('1 paragraph has no judgement yet.')]).toEqual([true, true])
    await site.form(`${annas}/judgements`, { paragraph: '1', score: '101' }).expect(400)
    expect((await site.json(annas)).body).toMatchObject({ judgements: [[1, 66]], mtText: mt })
  })

  test('two that have finished are compared and agreed on: one by one, all they say alike, and again', async () => {
    const site = await openSite(await open())
    const { annas, bos, bo, articleId } = await annotated(site)
    for (const [at, cookie] of [
      [annas, site.cookie],
      [bos, bo],
    ] as const)
      // prettier-ignore
      await sent(site, `${at}/flags`, { ...style, line: '0', words: 'varnar' }, cookie)
    await sent(site, `${annas}/flags`, { ...style, line: '1', words: 'Tyskland', severity: 'major' })
    const agreement = `/articles/${articleId}/agreement`
    await sent(site, `${annas}/state`, { act: 'finish', comment: 'Klart nu' })
    expect((await site.get(agreement)).text).toContain('There are not two annotations to compare yet.')
    await sent(site, `${bos}/state`, { act: 'finish' }, bo)
    const page = (await site.get(agreement).expect(200)).text
    expect(page).toContain('Krippendorff')
    expect(page).toContain('Only Anna Ek')
    await sent(site, agreement, { act: 'alike', page: '1' })
    const flags = async () =>
      (await site.json(`/articles/${articleId}/flags`)).body as { words: string; severity: string }[]
    expect((await flags()).map(({ words }) => words)).toEqual(['varnar'])
    const { compared } = (await site.json(agreement)).body as { compared: { pairs: { a: { id: string } | null }[] } }
    const only = compared.pairs[1]?.a?.id ?? ''
    const own = (await site.get(`${agreement}?own=${only}-0`)).text
    const decision = { a: only, b: '', choice: 'other', span: fieldOf(own, 'span'), ...style }
    expect(await sent(site, agreement, decision)).toBe(`${agreement}#pair-${only}-0`)
    expect((await flags()).map(({ words, severity }) => [words, severity])).toContainEqual(['Tyskland', 'minor'])
    await sent(site, agreement, { a: only, b: '', choice: 'none' })
    expect(await flags()).toHaveLength(1)
    expect((await site.get(agreement)).text).toContain('Decided: no error')
    await site.form(agreement, { a: only, b: '', choice: 'perhaps' }).expect(400)
    await site.get(`${agreement}?a=nobody`).expect(400)
  })
})
