/** Counting what work costs: typing yields keys and time, leaving tells them, and where the house counts nothing, nothing is sent. */
import type { Page, Request } from 'playwright-core'
import { openPage } from './browser.ts'
import { correct, openArticle, seedTitle } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

const isEffort = (request: Request): boolean => /\/articles\/\w+\/effort\b/.test(request.url())
const program = { accept: 'application/json' }

interface Kept {
  readonly sittings: number
  readonly activeMs: number
  readonly openMs: number
  readonly keystrokes: number
}

/** What is kept of all articles. */
async function kept(page: Page): Promise<Kept> {
  const answer = await page.request.get('/quality/effort', { headers: program })
  return ((await answer.json()) as { readonly all: Kept }).all
}

/** Opens an article, until what it costs is counted: the page tells that first. */
async function counted(page: Page, open: () => Promise<void>): Promise<void> {
  const told = page.waitForResponse(response => isEffort(response.request()) && response.ok())
  await open()
  await told
}

/** Leaves the article as a person does. @returns what the sitting that this ends has come to */
async function leave(page: Page): Promise<Kept> {
  const before = await kept(page)
  await page.goto('/keys')
  // the page has gone on before the server is through with it
  let after = await kept(page)
  while (after.sittings === before.sittings) {
    await page.waitForTimeout(50)
    after = await kept(page)
  }
  return {
    sittings: after.sittings - before.sittings,
    activeMs: after.activeMs - before.activeMs,
    openMs: after.openMs - before.openMs,
    keystrokes: after.keystrokes - before.keystrokes,
  }
}

it('typing at the desk yields keystrokes and active time, told when the page is left', async () => {
  const { page, complaints } = await openPage(served.address)
  await counted(page, () => openArticle(page))
  await page.keyboard.press('n')
  await page.keyboard.press('p')
  await correct(page, 'Fokus var', 'Fokus låg.')
  const { activeMs, openMs, ...told } = await leave(page)
  // what was typed over the hit of the search; what was sought for, single keys of the desk and chords are not among them
  expect(told).toEqual({ sittings: 1, keystrokes: 'Fokus låg.'.length })
  expect(activeMs).toBeGreaterThan(0)
  expect(openMs).toBeGreaterThanOrEqual(activeMs)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('on a phone what is written in the fields counts', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page } = await openPage(served.address, phone)
  await page.goto('/')
  // what is typed before the page is whole is not counted
  await counted(page, () => page.getByRole('link', { name: seedTitle, exact: true }).tap())
  await page.getByText('Ändra', { exact: true }).first().tap()
  await page.getByRole('textbox', { name: 'Rättad text, stycke 1', exact: true }).pressSequentially('Hej')
  expect(await leave(page)).toMatchObject({ sittings: 1, keystrokes: 3 })
  await page.context().close()
})

it('two windows beside each other count no minute twice', async () => {
  const { page } = await openPage(served.address)
  const before = await kept(page)
  const opened = performance.now()
  await counted(page, () => openArticle(page))
  const address = page.url()
  const other = await page.context().newPage()
  await counted(other, async () => void (await other.goto(address)))
  for (const each of [page, other, page, other]) {
    await each.keyboard.press('n')
    await each.waitForTimeout(300)
  }
  await page.goto('/keys')
  await other.goto('/keys')
  let after = await kept(page)
  while (after.sittings < before.sittings + 2) {
    await page.waitForTimeout(50)
    after = await kept(page)
  }
  const passed = performance.now() - opened
  expect(after.openMs - before.openMs).toBeLessThanOrEqual(passed)
  expect(after.activeMs - before.activeMs).toBeGreaterThan(0)
  await page.context().close()
})

it('where the house counts nothing, no script is loaded and no request goes out', async () => {
  const { page } = await openPage(served.address)
  const settings = await page.request.get('/quality/settings', { headers: program })
  const { stamp } = (await settings.json()) as { readonly stamp: string }
  const set = await page.request.post('/quality/settings', {
    headers: program,
    data: { effort: 'off', stamp, name: 'Maja' },
  })
  expect(set.ok()).toBe(true)
  const asked: string[] = []
  page.context().on('request', request => {
    if (isEffort(request) || request.url().includes('/assets/effort')) asked.push(request.url())
  })
  await openArticle(page)
  await correct(page, 'Fokus var', 'Fokus låg.')
  await page.goto('/keys')
  await page.goto('/')
  expect(asked).toEqual([])
  await page.context().close()
})
