/** axe-core finds nothing on any page, in both themes, on a wide screen and on a phone; and in both languages all fits on either. */
import type { APIRequestContext, Page } from 'playwright-core'
import { axe, closePages, openPage } from './browser.ts'
import { serve, type Served } from './server.ts'

const table = 'artikel;källa;översättning;rättad\na;Die Polizei;Polisen Lower Sachsen;Polisen i Niedersachsen\n'

/** Begins an annotation and marks the first words of the text. @returns its id */
async function annotate(request: APIRequestContext, article: string, act?: 'finish'): Promise<string> {
  const options = { headers: { accept: 'application/json' } }
  const begun = await request.post(`/articles/${article}/annotations`, { ...options, data: {} })
  const { id } = (await begun.json()) as { id: string }
  const mark = { from: 0, to: 5, category: 'style/awkward', severity: 'major', suggestion: 'Ord', comment: 'Skäl' }
  await request.post(`/annotations/${id}/flags`, { ...options, data: mark })
  if (act) await request.post(`/annotations/${id}/state`, { ...options, data: { act } })
  return id
}

/** The flags of the first place that is compared. */
const pairOf = ({ compared }: { compared: { pairs: { a: { id: string } | null; b: { id: string } | null }[] } }) => {
  const [first] = compared.pairs
  return { a: first?.a?.id ?? '0', b: first?.b?.id ?? '0' }
}

/** Until then nobody's name is known, and forms ask for it. */
const isOwn = (name: string): boolean => name === 'an annotation'
const named = (page: Page) => page.request.post('/person', { data: { name: 'Maja Lindqvist' } })

let served: Served
let pages: Readonly<Record<string, string>>
beforeAll(async () => {
  served = await serve()
  const { page } = await openPage(served.address)
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
  const apart = items.find(({ id }) => ![reviewed, raw, twice].includes(id))?.id ?? ''
  const annotationId = await annotate(page.request, apart)
  await annotate(page.request, reviewed, 'finish')
  await page.request.post('/person', { data: { name: 'Bo Ås' } })
  await annotate(page.request, reviewed, 'finish')
  await page.request.post('/person', { data: { name: 'Maja Lindqvist' } })
  const compared = await page.request.get(`/articles/${reviewed}/agreement`, {
    headers: { accept: 'application/json' },
  })
  const pair = pairOf((await compared.json()) as Parameters<typeof pairOf>[0])
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
    'who annotates': `/articles/${reviewed}/annotations`,
    'an annotation': `/annotations/${annotationId}`,
    'an annotation, new flag': `/annotations/${annotationId}?line=0`,
    'an article closed to its annotator': `/articles/${apart}`,
    agreement: `/articles/${reviewed}/agreement`,
    'agreement, a version of one’s own': `/articles/${reviewed}/agreement?own=${pair.a}-${pair.b}`,
    corrections: '/corrections',
    'corrections, filtered': '/corrections?search=a&category=accuracy',
    'a pair': `/corrections/${pairs[0]?.id ?? ''}`,
    'no correction': '/corrections?search=zzzz',
    quality: '/quality',
    'quality of an article': `/articles/${reviewed}/quality`,
    'correction notice': `/articles/${reviewed}/notice?from=0`,
    'quality settings': '/quality/settings',
    'quality of an article that nobody has looked at': `/articles/${raw}/quality`,
    'two systems compared': '/quality/compare',
    effort: '/quality/effort',
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
  await closePages()
  await served.end()
})

const phone = { width: 360, height: 740 }

/** px by which the page is wider than its window */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

// each theme and each width on every page, not each with each; a document that is looked at again has axe, and is laid out already
it('every page on a wide screen in the light, and on a phone in the dark', async () => {
  const { page } = await openPage(served.address)
  const wrong: string[] = []
  const look = async (name: string): Promise<void> => {
    wrong.push(...(await axe(page)).map(violation => `${name}: ${violation}`))
    const over = await overflow(page)
    if (over > 0) wrong.push(`${name}: ${over} px wider than the window`)
  }
  for (const [name, path] of Object.entries(pages)) {
    const isDesk = /^(raw|reviewed)/.test(name)
    if (isOwn(name)) await named(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(path)
    if (isDesk) await page.locator('.cm-content').first().waitFor()
    await look(name)
    await page.emulateMedia({ colorScheme: 'dark' })
    if (isDesk) await look(`${name}, dark`)
    await page.setViewportSize(phone)
    // what stands there is decided as the page is opened
    if (isDesk) await page.reload()
    await look(`${name}, on a phone`)
  }
  expect(wrong).toEqual([])
  await page.context().close()
})

it('in English no page is wider than a phone', async () => {
  const { page } = await openPage(served.address, { locale: 'en-GB', viewport: phone })
  const wrong: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    if (isOwn(name)) await named(page)
    await page.goto(path)
    const language = await page.evaluate(() => document.documentElement.lang)
    const over = await overflow(page)
    if (language !== 'en' || over > 0) wrong.push(`${name}: in ${language}, ${over} px wider than the window`)
  }
  expect(wrong).toEqual([])
  await page.context().close()
})

it('the dialogs of the desk too', async () => {
  const { page } = await openPage(served.address)
  await page.goto(pages['raw article'] ?? '')
  await page.locator('.cm-content').first().waitFor()
  for (const [key, opened] of [
    ['?', 'dialog'],
    ['Control+f', '.desk-find'],
    ['f', 'dialog'],
    ['Control+Shift+s', 'dialog'],
  ] as const) {
    await page.keyboard.press(key)
    await page.locator(opened).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect([key, colorScheme, await axe(page, opened)]).toEqual([key, colorScheme, []])
    }
    await page.keyboard.press('Escape')
  }
  await page.context().close()
})
