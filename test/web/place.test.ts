import { rowsAPage } from '../../src/web/view/grid.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite } from './site.ts'

const text = [
  'Ett.',
  '',
  'Två två.',
  'Tre tre tre.',
  ...Array.from({ length: rowsAPage }, (_, i) => `Stycke ${i}.`),
].join('\n')

forEachStore('a place of the MT in the address', open => {
  test('leads to its row, on the page where it stands; blank lines are no rows', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text })
    const where = async (at: number | string, query = ''): Promise<string> =>
      (await site.get(`/articles/${articleId}?at=${at}${query}`)).headers['location'] ?? 'here'
    const page = (n: number, at: number) => `/articles/${articleId}?at=${at}&page=${n}`
    expect(await where(0)).toBe(`${page(1, 0)}#row-1`)
    expect(await where(text.indexOf('två'))).toBe(`${page(1, text.indexOf('två'))}#row-2`)
    expect(await where(text.indexOf('Tre'))).toBe(`${page(1, text.indexOf('Tre'))}#row-3`)
    const last = text.indexOf(`Stycke ${rowsAPage - 1}`)
    expect(await where(last)).toBe(`${page(2, last)}#row-${rowsAPage + 3}`)
    expect(await where(999999)).toBe(`${page(2, 999999)}#row-${rowsAPage + 3}`)
    expect(await where(3, `&translation=${translationId}`)).toBe(
      `/articles/${articleId}?translation=${translationId}&at=3&page=1#row-1`,
    )
    expect(await where(3, '&page=1')).toBe('here')
    for (const odd of ['', 'x', '-1', '1e3']) expect([odd, await where(odd)]).toEqual([odd, 'here'])
  })

  test('where its paragraph has moved, to where it stands now', async () => {
    const site = await openSite(await open())
    const long = ['Det första stycket är ganska långt.', 'Det andra handlar om annat.', 'Det tredje om ett möte.']
    const { articleId, translationId } = await site.bring({ text: long.join('\n') })
    await site.save(site.anna, translationId, [...long.slice(1), long[0] ?? ''].join('\n'))
    const answer = await site.get(`/articles/${articleId}?at=4`)
    const row = /#row-(\d+)$/.exec(answer.headers['location'] ?? '')?.[1] ?? ''
    const page = (await site.get(`/articles/${articleId}?at=4&page=1`)).text
    expect(page.slice(page.indexOf(`id="row-${row}"`))).toMatch(/^[^]*?ganska långt/)
  })
})
