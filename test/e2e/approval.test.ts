/** Approving at the desk: what is typed is meant, and what others have saved meanwhile is shown first. */
import type { Page } from 'playwright-core'
import { newId } from '../../src/store/id.ts'
import { axe, openPage } from './browser.ts'
import { corrected, draftKept, heard, openArticle, seedTitle } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

const json = { accept: 'application/json' }
const [first, second, third] = [
  'Frivillig eldstad firar 125 år: Nytt fordon för Löschzug Eickenrode',
  'Rådet beslutar högre Kita-avgifter: föräldrar protesterar framför rådhuset',
  'Väderservice varnar för tunga åskväder: Tung regn och hagel i Lower Bavaria',
] as const

interface Wire {
  readonly article: { readonly id: string }
  readonly translation: { readonly state: string }
  readonly head: { readonly number: number; readonly text: string; readonly author: string }
}

async function open(title: string, name: string): Promise<Page> {
  const { page } = await openPage(served.address)
  await page.request.post('/person', { data: { name } })
  await openArticle(page, title)
  return page
}
const wireOf = async (page: Page, id: string): Promise<Wire> =>
  (await (await page.request.get(`/articles/${id}`, { headers: json })).json()) as Wire
const idOf = (page: Page): string => /articles\/([0-9a-z]{16})/.exec(page.url())?.[1] ?? ''
/** Writes words at the start of the text, without saving them. */
async function type(page: Page, words: string): Promise<void> {
  await corrected(page).press('Control+Home')
  await page.keyboard.press('i')
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
}
const approve = (page: Page) => page.getByRole('button', { name: 'Godkänn och öppna nästa' })
/** As another editor saves: words before the first line. */
async function saveElsewhere(page: Page, id: string, { head }: Wire, words: string): Promise<void> {
  const data = { base: head.number, change: [[0, words], head.text.length], key: newId() }
  const saved = await page.request.post(`/articles/${id}/revisions`, { data })
  expect(saved.status()).toBe(201)
}

it('what is typed is saved and approved as the revision that it became', async () => {
  const page = await open(first, 'Maja')
  const id = idOf(page)
  await type(page, 'Nyskrivet. ')
  await approve(page).click()
  await page.waitForURL(url => !url.pathname.includes(id))
  const { head, translation } = await wireOf(page, id)
  expect([head.number, head.text.startsWith('Nyskrivet. '), translation.state]).toEqual([1, true, 'approved'])

  // as it stands it needs no approval; what is typed then does
  await page.goto(`/articles/${id}`)
  await corrected(page).waitFor()
  const onward = page.getByRole('button', { name: 'Öppna nästa', exact: true })
  await onward.waitFor()
  await type(page, 'Mer. ')
  await approve(page).waitFor()
  await page.keyboard.press('u')
  await onward.click()
  await page.waitForURL(url => !url.pathname.includes(id))
  expect(await page.getByText('Artikeln är godkänd').count()).toBe(0)
  await page.context().close()
})

it('others’ words that come in with the save are to be read before they are approved', async () => {
  const [page, other] = [await open(second, 'Maja'), (await openPage(served.address)).page]
  await other.request.post('/person', { data: { name: 'Erik' } })
  const id = idOf(page)
  const before = await wireOf(page, id)
  await corrected(page).press('Control+End')
  await page.keyboard.press('i')
  await page.keyboard.type(' Slut.')
  await page.keyboard.press('Escape')
  await saveElsewhere(other, id, before, 'Eriks ord. ')
  await approve(page).click()
  await heard(page, 'Sparat, med andras ändringar. Läs igenom dem och godkänn sedan.')
  expect((await wireOf(page, id)).translation.state).toBe('in-review')
  await approve(page).click()
  await page.waitForURL(url => !url.pathname.includes(id))
  expect(await wireOf(page, id)).toMatchObject({ head: { number: 2 }, translation: { state: 'approved' } })
  await Promise.all([page.context().close(), other.context().close()])
})

it('a text that another has saved since is shown with what has changed, and approved from there', async () => {
  const [page, other] = [await open(third, 'Maja'), (await openPage(served.address)).page]
  await other.request.post('/person', { data: { name: 'Erik' } })
  const id = idOf(page)
  const before = await wireOf(page, id)
  await saveElsewhere(other, id, before, 'Eriks ord. ')
  await approve(page).click()
  await page.getByRole('heading', { name: 'Texten har ändrats sedan du läste den' }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/revision 1, som Erik har sparat/)
  expect(await page.locator('ins').first().innerText()).toContain('Eriks ord.')
  expect((await wireOf(page, id)).translation.state).toBe('in-review')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Godkänn revision 1' }).press('Enter')
  await page.waitForURL(url => !url.pathname.includes(id))
  expect((await wireOf(page, id)).translation.state).toBe('approved')
  await Promise.all([page.context().close(), other.context().close()])
})

it('on a phone what is typed is saved before it is approved', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page } = await openPage(served.address, phone)
  await page.request.post('/person', { data: { name: 'Maja' } })
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).tap()
  await page.waitForURL(/articles\/[0-9a-z]{16}/)
  const id = idOf(page)
  await page.getByText('Ändra', { exact: true }).first().tap()
  const kept = draftKept(page)
  await page.getByRole('textbox', { name: 'Rättad text, stycke 1', exact: true }).fill('LKA Niedersachsen')
  await kept
  await approve(page).tap()
  await page.getByText('Det skrivna är inte sparat än, så texten är inte godkänd.').waitFor()
  expect((await wireOf(page, id)).translation.state).toBe('new')
  await page.keyboard.press('Enter')
  await page.getByText('Revision 1 av Maja').waitFor()
  await page.context().close()
})
