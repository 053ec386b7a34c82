/** What is corrected once works for all that comes after: in the article, in the next one, everywhere, and back. */
import type { Page } from 'playwright-core'
import { newPlace, storeNames, type Place } from '../contracts/stores.ts'
import { closePages, openPage } from './browser.ts'
import { correct, corrected, correctedText, openArticle, seedTitle } from './desk.ts'
import { serve, type Served } from './server.ts'

const asData = { accept: 'application/json' }

/** Brings an article in as a program does. */
async function bring(page: Page, title: string, text: string): Promise<string> {
  const made = await page.request.post('/articles', { data: { title, text, system: 'MT B' }, headers: asData })
  const { articles } = (await made.json()) as { articles: { articleId: string }[] }
  return articles[0]?.articleId ?? ''
}

/** The corrected text as it is stored. */
const stored = async (page: Page, id: string): Promise<string> =>
  (await page.request.get(`/articles/${id}/export?format=txt`, { maxRetries: 2 })).text()

/** The article that the program ships with, before anybody has read it. */
async function seedArticle(page: Page): Promise<string> {
  const queue = await page.request.get('/', { headers: asData })
  const { items } = (await queue.json()) as { items: { id: string; title: string }[] }
  return items.find(({ title }) => title === seedTitle)?.id ?? ''
}

const second = [
  'Ny chef för polisen',
  'Polisen i Lower Sachsen får en ny chef i vår.',
  'Han kommer från ett Lower Sachsen-baserat företag och känner Lower Sachsens städer väl.',
].join('\n')
const third = ['Tåg stod stilla', 'Ett oväder drog fram över Lower Sachsen.', 'Tågen står stilla tills vidare.'].join(
  '\n',
)

/** PostgreSQL where there is one: other files are on SQLite, and what a store is asked for here is tested on both without a browser. */
const kind = storeNames.at(-1) ?? 'sqlite'

describe(`fixed once, fixed everywhere, on ${kind}`, () => {
  let place: Place
  let served: Served
  let page: Page
  let complaints: string[]
  /** the seed article, and two that come after it */
  let ids: string[]
  beforeAll(async () => {
    place = await newPlace(kind)
    served = await serve('url' in place.where ? { DATABASE_URL: place.where.url } : {})
    ;({ page, complaints } = await openPage(served.address))
    await page.request.post('/person', { data: { name: 'Ada Berg' } })
  })
  afterAll(async () => {
    await closePages()
    await served.end()
    await place.remove()
  })

  const open = async (id: string): Promise<void> => {
    await page.goto(`/articles/${id}`)
    await corrected(page).waitFor()
  }
  /** The entry beside the text that offers a fix, as the current one. */
  const finding = async (words: string): Promise<string> => {
    const entry = page.locator('.rail-entry', { hasText: words }).first()
    await entry.getByRole('button').first().click()
    return entry.innerText()
  }
  const places = (n: number) => page.getByRole('button', { name: `Ändra på ${n} ställen` })
  const pairPage = async (): Promise<void> => {
    await page.goto('/corrections?search=lower')
    await page
      .getByRole('row', { name: /^Lower Sachsen Niedersachsen/ })
      .getByRole('link')
      .click()
    await page.locator('.pair-head').waitFor()
  }

  it('corrected by hand in one place, the others of the article are offered', async () => {
    await openArticle(page)
    const machineText = await correctedText(page)
    await correct(page, 'Lower Sachsen', 'Niedersachsen')
    await page.locator('.rail-entry.is-current').getByRole('button', { name: 'rätta 4 till' }).waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Sparat som revision 1.').waitFor()
    expect(await correctedText(page)).toBe(machineText.replace('Lower Sachsen', 'Niedersachsen'))
  })

  it('the next articles are met with what was corrected: how often, where, and by whom', async () => {
    ids = [await seedArticle(page), await bring(page, 'Ny chef', second), await bring(page, 'Tåg', third)]
    await open(ids[1] ?? '')
    expect(await finding('Lower Sachsens → Niedersachsens')).toMatch(
      /rättats till ”Niedersachsen” 6 gånger i 2 artiklar, senast av Ada Berg/,
    )
  })

  it('fixed everywhere after a preview, but for one place; and undone as one', async () => {
    const before = await Promise.all(ids.map(id => stored(page, id)))
    await open(ids[2] ?? '')
    await finding('Lower Sachsen → Niedersachsen')
    await page.keyboard.press('a')
    await page.getByRole('radio', { name: 'I alla artiklar' }).check()
    expect(await page.getByLabel('Det som står').inputValue()).toBe('Lower Sachsen')
    await page.getByRole('button', { name: 'Visa ställena' }).click()
    await page.waitForURL(/batches\/[0-9a-z]{16}/)
    await places(9).waitFor()
    const kept = page.waitForResponse(answer => answer.url().endsWith('/hits') && answer.request().method() === 'POST')
    await page.getByRole('checkbox', { name: 'Ändra Lower Sachsens till Niedersachsens' }).uncheck()
    await kept
    await places(8).click()
    await page.getByText('Ada Berg tillämpade den').waitFor()
    const fixed = (text: string): string => text.replace(/Lower Sachsen(?!s)/g, 'Niedersachsen')
    expect(await Promise.all(ids.map(id => stored(page, id)))).toEqual(before.map(fixed))

    const batch = page.url()
    await page.locator('table.done').getByRole('link', { name: 'Revision 1' }).first().click()
    expect(await page.locator('main').innerText()).toMatch(/Lower Sachsen → Niedersachsen/)
    await page.goto(batch)
    await page.getByRole('button', { name: 'Ångra alltihop' }).click()
    await page.getByText('Ada Berg ångrade den').waitFor()
    expect(await Promise.all(ids.map(id => stored(page, id)))).toEqual(before)
  })

  it('the correction is found among all others, one step from its place', async () => {
    await pairPage()
    expect(await page.locator('.pair-facts').innerText()).toMatch(/6 rättelser i 2 artiklar/)
    await page
      .getByRole('link', { name: `Till stället i ${seedTitle}` })
      .first()
      .click()
    await page.locator('.rail-entry.is-current', { hasText: 'Niedersachsen' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/articles/${ids[0]}`)
  })

  it('its rule taken out of use, the memory is silent', async () => {
    await pairPage()
    await page.getByText('Bestäm om regeln').click()
    await page.getByRole('radio', { name: 'är tagen ur bruk' }).check()
    await page.getByRole('button', { name: 'Spara regeln' }).click()
    await page.getByText('Ada Berg tog den ur bruk').waitFor()
    await open(await bring(page, 'Tyst', `${third}\nOch mer.`))
    expect(await finding('Lower Sachsen → Niedersachsen')).not.toMatch(/rättats/)
  })

  it('made a term, it is known inside compounds', async () => {
    await pairPage()
    await page.getByRole('link', { name: 'Gör till term' }).click()
    await page.getByRole('button', { name: 'Lägg till termen' }).click()
    await page.getByText('Ada Berg lade till').waitFor()
    await open(await bring(page, 'Term', `${second}\nOch mer.`))
    expect(await finding('Lower Sachsen-baserat → Niedersachsen-baserat')).toMatch(/Termlistan har ”Niedersachsen”/)
    await page.locator('.rail-entry.is-current').getByRole('link', { name: 'om termen' }).waitFor()
    expect(complaints).toEqual([])
  })
})
