/** The pages of quality as people meet them: by keyboard alone, without a script, on paper, and on a phone. */
import type { Page } from 'playwright-core'
import { axe, closePages, openPage } from './browser.ts'
import { serve, type Served } from './server.ts'

let served: Served
let article: string
beforeAll(async () => {
  served = await serve()
  const { page } = await openPage(served.address)
  const program = { headers: { accept: 'application/json' } }
  const { items } = (await (await page.request.get('/', program)).json()) as { items: { id: string; state: string }[] }
  article = items.find(({ state }) => state === 'corrected')?.id ?? ''
  const effort = { sitting: '0000000000000001', activeMs: 50_000, openMs: 60_000, keystrokes: 90, elapsedMs: 60_000 }
  await page.request.put(`/articles/${article}/effort`, { ...program, data: effort })
  await page.context().close()
})
afterAll(async () => {
  await closePages()
  await served.end()
})

const pages = () => ['/quality', '/quality/compare', `/articles/${article}/quality`, '/quality/effort']

/** Tables and charts that have no room, in px; null where all have. */
const cut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main table, main svg, main .scrolls')]
      .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map(one => `${one.closest('section')?.querySelector('h2')?.textContent}: ${one.tagName}`),
  )

it('on paper all is there that the screen has folded, nothing is cut, and no form is printed', async () => {
  const { page } = await openPage(served.address, { viewport: { width: 680, height: 960 } })
  await page.emulateMedia({ media: 'print' })
  for (const path of pages()) {
    await page.goto(path)
    expect([path, await cut(page)]).toEqual([path, []])
    expect([path, await page.locator('main').locator('button, select').filter({ visible: true }).count()]).toEqual([
      path,
      0,
    ])
  }
  for (const path of pages().filter((_path, n) => n % 2 === 0)) {
    await page.goto(path)
    expect(await page.getByText('100 · (1 − felpoäng ÷ ord)').isVisible()).toBe(true)
  }
  await page.context().close()
})

it('on a phone no table is wider than the page', async () => {
  const { page } = await openPage(served.address, { viewport: { width: 360, height: 740 } })
  for (const path of pages()) {
    await page.goto(path)
    expect([path, await cut(page)]).toEqual([path, []])
  }
  await page.context().close()
})

it('without a script all is read, and every form works', async () => {
  const { page } = await openPage(served.address, { javaScriptEnabled: false })
  await page.goto('/quality')
  await page.getByText('Formler, intervall och källor').click()
  await page.getByText('100 · (1 − felpoäng ÷ ord)').waitFor()
  await page.getByLabel('Från månad').fill('2026-11')
  await page.getByLabel('Till månad').fill('2026-05')
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  await page.getByRole('alert').getByText('Perioden slutar innan den börjar.').waitFor()
  expect(await page.getByLabel('Från månad').inputValue()).toBe('2026-11')
  await page.getByLabel('Från månad').fill('')
  await page.getByLabel('Till månad').fill('')
  await page.getByLabel('Vilka artiklar').selectOption({ label: 'godkända' })
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  await page.getByText('Inget stämmer med urvalet.').waitFor()
  await page.goto('/quality/effort')
  await page.getByLabel('Ja, radera all arbetsinsats').check()
  await page.getByLabel('Ditt namn').fill('Maja')
  await page.getByRole('button', { name: 'Radera arbetsinsatsen' }).click()
  await page.getByText('Inget är sparat. Senast raderad av Maja').waitFor()
  await page.context().close()
})

it('by keyboard alone one asks, unfolds and goes on; axe has no complaint of what is unfolded or refused', async () => {
  const { page, complaints } = await openPage(served.address)
  await page.goto('/quality')
  const tabTo = async (name: string): Promise<void> => {
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    for (let n = 0; n < 120 && (await focused()) !== name; n += 1) await page.keyboard.press('Tab')
    expect(await focused()).toBe(name)
  }
  await tabTo('Formler, intervall och källor')
  await page.keyboard.press('Enter')
  await page.getByText('100 · (1 − felpoäng ÷ ord)').waitFor()
  expect(await axe(page)).toEqual([])
  await page.goto('/quality/effort?from=2026-11&to=2026-05')
  await page.getByRole('alert').waitFor()
  expect(await axe(page)).toEqual([])
  await page.goto(`/articles/${article}/quality`)
  await tabTo('Formler, intervall och källor')
  await page.keyboard.press('Enter')
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})
