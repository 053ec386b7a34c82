import { parse } from 'csv-parse/sync'
import { spreadsheet } from '../../src/app/spreadsheet.ts'
import { forEachStore } from '../contracts/stores.ts'
import { openSite, type Site } from './site.ts'

/** A reader of Swedish, in a browser. */
const swedish = (site: Site): string => site.cookie.replace('rp_language=en', 'rp_language=sv')

const delimiterOf = (csv: string): string => {
  const [head = ''] = csv.split('\r\n')
  return head.includes(';') ? ';' : ','
}

forEachStore('a CSV file', open => {
  const asked = async (site: Site, path: string, cookie: string, accept = 'text/html'): Promise<string> => {
    const answer = await site.bare.get(path).set('Accept', accept).set('Cookie', cookie).buffer()
    return answer.text
  }

  test('is what the spreadsheet of the reader opens into columns; a program gets commas', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ title: 'Nyhet', text: 'Det brinner, säger polisen.' })
    await site.save(site.anna, translationId, 'Det brann, säger polisen.')
    const article = `/articles/${articleId}/export?format=csv`
    const paths = [article, '/corrections/export?format=csv', '/quality/export?format=csv', '/quality/effort/export?format=csv', '/terms/export?format=csv'] // prettier-ignore
    for (const path of paths) {
      const files = {
        swedish: await asked(site, path, swedish(site)),
        english: await asked(site, path, site.cookie),
        bare: await asked(site, path, swedish(site), '*/*'),
        told: await asked(site, `${path}&delimiter=comma`, swedish(site)),
        semicolons: await asked(site, `${path}&delimiter=semicolon`, site.cookie, '*/*'),
      }
      expect([path, ...Object.values(files).map(delimiterOf)]).toEqual([path, ';', ',', ',', ',', ';'])
      // for Excel, which else reads å as two signs
      expect(Object.values(files).every(file => file.startsWith('\ufeff'))).toBe(true)
    }
    const rows: unknown = parse(await asked(site, article, swedish(site)), { bom: true, delimiter: ';', columns: true }) // prettier-ignore
    expect(rows).toMatchObject([{ mt: 'Det brinner, säger polisen.', corrected: 'Det brann, säger polisen.' }])
    expect(delimiterOf(await asked(site, `/articles/${articleId}/export?format=csv+comma`, swedish(site)))).toBe(',')
    expect((await site.get(`${article}&delimiter=tab`)).status).toBe(400)
  })

  test('is offered both ways in the menus, but for one that came in as a file', async () => {
    const site = await openSite(await open())
    const { articleId } = await site.bring({ text: 'Det brinner.' })
    expect((await site.get(`/articles/${articleId}`)).text).toContain('format=csv+semicolon')
    expect((await site.get(`/articles/${articleId}`, swedish(site))).text).toContain('format=csv+comma')
  })
})

test('with semicolons has decimal commas; a negative number is no formula', () => {
  const lines = [{ share: 0.5, change: -1.25, word: '=1' }]
  const columns = ['share', 'change', 'word']
  expect(spreadsheet(lines, columns, 'semicolon')).toBe("\ufeffshare;change;word\r\n0,5;-1,25;'=1\r\n")
  expect(spreadsheet(lines, columns)).toBe("\ufeffshare,change,word\r\n0.5,-1.25,'=1\r\n")
})
