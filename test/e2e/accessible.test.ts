/** axe-core finds nothing on any page, in both themes and both languages, on a wide screen and on a phone. */
import type { Browser } from 'playwright-core'
import { axe, openBrowser, openPage } from './browser.ts'
import { serve, type Served } from './server.ts'

const table = 'artikel;källa;översättning;rättad\na;Die Polizei;Polisen Lower Sachsen;Polisen i Niedersachsen\n'

let browser: Browser
let served: Served
let pages: Readonly<Record<string, string>>
beforeAll(async () => {
  browser = await openBrowser()
  served = await serve()
  const { page } = await openPage(browser, served.address)
  await page.request.post('/person', { data: { name: 'Maja Lindqvist' } })
  const queue = await page.request.get('/', { headers: { accept: 'application/json' } })
  const { items } = (await queue.json()) as { items: { id: string; title: string; state: string }[] }
  const reviewed = items.find(item => item.state === 'corrected')?.id ?? ''
  const raw = items.find(item => item.title.startsWith('LKA Lower Sachsen'))?.id ?? ''
  const twice = items.find(item => item.title.includes('Kita'))?.id ?? ''
  const flags = (await (
    await page.request.get(`/articles/${reviewed}/flags`, { headers: { accept: 'application/json' } })
  ).json()) as { id: string }[]
  const term = { preferred: 'vägren', variants: ['hård axel'], domain: 'trafik', status: 'proposed' }
  const { id: termId } = (await (await page.request.post('/terms', { data: term })).json()) as { id: string }
  const { items: pairs } = (await (
    await page.request.get('/corrections', { headers: { accept: 'application/json' } })
  ).json()) as { items: { id: string }[] }
  const { corrections } = (await (
    await page.request.get(`/articles/${reviewed}/corrections`, { headers: { accept: 'application/json' } })
  ).json()) as { corrections: { id: string }[] }
  const wording = { before: 'Lower Sachsen', after: 'Niedersachsen' }
  const { id: batchId } = (await (await page.request.post('/batches', { data: wording })).json()) as { id: string }
  const files = { files: { name: 'tabell.csv', mimeType: 'text/csv', buffer: Buffer.from(table) } }
  const { id: importId } = (await (
    await page.request.post('/imports', { multipart: files, headers: { accept: 'application/json' } })
  ).json()) as { id: string }
  const [correction] = corrections
  if (!correction) throw new Error('the reviewed article has no correction')
  pages = {
    queue: '/',
    'queue, searched': '/?search=polis',
    'new article': '/articles/new',
    'raw article': `/articles/${raw}`,
    'reviewed article': `/articles/${reviewed}`,
    details: `/articles/${reviewed}/details`,
    purge: `/articles/${reviewed}/purge`,
    'two translations': `/articles/${twice}/translations`,
    'one translation': `/articles/${raw}/translations`,
    'new flag': `/articles/${raw}/flags/new?a=0-83&b=0-83&revision=0`,
    flag: `/flags/${flags[0]?.id ?? ''}`,
    history: `/articles/${reviewed}/history`,
    'comparison side by side': `/articles/${reviewed}/history?from=0&to=5`,
    'comparison inline': `/articles/${reviewed}/history?from=0&to=5&view=inline&all=1`,
    revision: `/articles/${reviewed}/revisions/2`,
    authorship: `/articles/${reviewed}/authorship`,
    'corrections of an article': `/articles/${reviewed}/corrections`,
    'category of a correction': `/articles/${reviewed}/corrections?edit=${correction.id}`,
    corrections: '/corrections',
    'corrections, filtered': '/corrections?search=a&category=accuracy',
    'a pair': `/corrections/${pairs[0]?.id ?? ''}`,
    'no correction': '/corrections?search=zzzz',
    checks: '/checks',
    'a check': '/checks/gender-colon',
    'dismiss a finding': `/articles/${raw}/findings/dismiss?finding=0-0-3-gender-colon`,
    terms: '/terms',
    'terms, filtered': '/terms?status=proposed',
    batches: '/batches',
    'new batch': '/batches/new?before=Lower+Sachsen&after=Niedersachsen',
    'a batch': `/batches/${batchId}`,
    'new term': '/terms/new?preferred=podd&variant=ljudblogg',
    'a term': `/terms/${termId}`,
    'terms from a file': '/terms/import',
    imports: '/imports',
    'new import': '/imports/new',
    'an import': `/imports/${importId}`,
    keys: '/keys',
    person: '/person',
    'no such page': '/nowhere',
  }
  await page.context().close()
})
afterAll(async () => {
  await browser.close()
  await served.end()
})

// each theme, each language, each width on every page; not each with each, which would take as long as all other tests
const looks = [
  ['all', { colorScheme: 'light', locale: 'sv-SE', viewport: { width: 1440, height: 900 } }],
  ['colours', { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 1440, height: 900 } }],
  ['layout', { colorScheme: 'light', locale: 'sv-SE', viewport: { width: 360, height: 740 } }],
] as const

it.each(looks)(
  '%s: %j',
  async (rules, look) => {
    const { page } = await openPage(browser, served.address, look)
    const wrong: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path)
      if (/^(raw|reviewed)/.test(name) && look.viewport.width > 900) await page.locator('.cm-content').first().waitFor()
      wrong.push(...(await axe(page, rules)).map(violation => `${name}: ${violation}`))
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }))
      if (scrollWidth > clientWidth) wrong.push(`${name}: ${scrollWidth} px wide in a window of ${clientWidth} px`)
    }
    expect(wrong).toEqual([])
    await page.context().close()
  },
  300_000,
)

it('the dialogs of the desk too', async () => {
  const { page } = await openPage(browser, served.address)
  await page.goto(pages['raw article'] ?? '')
  await page.locator('.cm-content').first().waitFor()
  for (const keys of [['?'], ['Control+f'], ['f'], ['Control+Shift+s']]) {
    for (const key of keys) await page.keyboard.press(key)
    expect([keys, await axe(page)]).toEqual([keys, []])
    await page.keyboard.press('Escape')
  }
  await page.context().close()
})
