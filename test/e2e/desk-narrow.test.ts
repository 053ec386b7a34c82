/** What is typed on a phone is kept on the server too, and the slider plays an article's life. */
import { axe, openPage } from './browser.ts'
import { correctedText, draftKept, openArticle, seedTitle } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

it('a draft typed on a phone is there again when the browser has forgotten it, and on a wide screen', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page, complaints } = await openPage(served.address, phone)
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).tap()
  await page.getByText('Ändra', { exact: true }).first().tap()
  const first = page.getByRole('textbox', { name: 'Rättad text, stycke 1', exact: true })
  const kept = draftKept(page)
  await first.fill('LKA Niedersachsen stärker säkerheten')
  await kept
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await page.getByText('är ifyllt igen').waitFor()
  expect(await first.inputValue()).toBe('LKA Niedersachsen stärker säkerheten')

  const wide = await page.context().newPage()
  await page.close()
  await wide.setViewportSize({ width: 1440, height: 900 })
  await openArticle(wide)
  await wide.getByText(/inte sparade är kvar/).waitFor()
  expect(await correctedText(wide)).toMatch(/^LKA Niedersachsen stärker säkerheten\n/)
  await wide.getByRole('button', { name: 'Kasta utkastet' }).click()
  expect(await correctedText(wide)).toMatch(/^LKA Lower Sachsen/)
  expect(complaints).toEqual([])
  await wide.context().close()
})

it('on a phone a finding’s fix goes into the field of its paragraph, and can be undone', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page, complaints } = await openPage(served.address, phone)
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).tap()
  const first = page.getByRole('textbox', { name: 'Rättad text, stycke 1', exact: true })
  await page.getByRole('button', { name: 'Godta: Lower Sachsen → Niedersachsen' }).first().tap()
  expect(await first.inputValue()).toMatch(/^LKA Niedersachsen stärker/)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Ångra', exact: true }).tap()
  expect(await first.inputValue()).toMatch(/^LKA Lower Sachsen stärker/)

  // what is saved says why
  await page.getByRole('button', { name: 'Godta: Lower Sachsen → Niedersachsen' }).first().tap()
  await page.getByRole('textbox', { name: 'Ditt namn' }).fill('Åsa')
  await page.getByRole('button', { name: 'Spara revision' }).tap()
  await page.getByText('Revision 1', { exact: false }).first().waitFor()
  const address = new URL(page.url()).pathname.replace(/\/(?:revisions|history).*$/, '')
  const saved = await page.evaluate(async path => {
    const answer = await fetch(`${path}/revisions/1`, { headers: { accept: 'application/json' } })
    return JSON.stringify(await answer.json())
  }, address)
  expect(saved).toContain('hybrid-name')
  expect(complaints).toEqual([])
  await page.context().close()
})

it('on a phone the findings come as soon as they can be had, whatever went wrong at first', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page, complaints } = await openPage(served.address, phone)
  const once = { times: 1 }
  await page.route('**/desk?*', route => route.abort(), once)
  const broken = { outcome: 'failed', findings: null, hash: '' }
  await page.route('**/findings?*', route => route.fulfill({ json: broken }), once)
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).tap()
  await page.getByRole('button', { name: 'Godta: Lower Sachsen → Niedersachsen' }).first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

it('the slider plays the life of an article', async () => {
  const { page } = await openPage(served.address)
  await openArticle(page, 'LKA Niedersachsen stärker internationell säkerhet: Internationellt delegationsbesök!')
  await page.goto(`${new URL(page.url()).pathname}/revisions/0`)
  const shown = page.locator('#frame')
  await page.getByRole('slider').press('ArrowRight')
  await shown.getByRole('heading', { name: /^Revision 1/ }).waitFor()
  expect(await page.locator('#frame ins').allInnerTexts()).toContain('Niedersachsen')
  await page.keyboard.press('End')
  await shown.getByRole('heading', { name: /^Revision 7/ }).waitFor()
  expect(page.url()).toMatch(/\/revisions\/7$/)
  await page.context().close()
})

it('on a phone saved changes stand under their paragraph, and a proposed category is confirmed by a tap', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
  const { page, complaints } = await openPage(served.address, phone)
  await page.request.post('/person', { data: { name: 'Maja' } })
  const text = 'Mötet hölls i Malmö i går.\nMånga kom dit för att lyssna.'
  const headers = { accept: 'application/json' }
  const made = await page.request.post('/articles', { data: { title: 'På en telefon', text }, headers })
  const { articles } = (await made.json()) as { articles: { articleId: string }[] }
  const id = articles[0]?.articleId ?? ''
  const at = text.indexOf('Malmö')
  const change = [at, [5, 'Lund'], text.length - at - 5]
  await page.request.post(`/articles/${id}/revisions`, { data: { base: 0, change, key: 'key-of-the-test' }, headers })
  await page.goto(`/articles/${id}`)
  await page.locator('.narrow-changes summary', { hasText: '1 ändring' }).tap()
  const line = page.locator('.narrow-change')
  expect(await line.innerText()).toMatch(/Malmö → Lund.*Fel term eller namn.*föreslås/s)
  expect(await axe(page)).toEqual([])
  await line.getByRole('button', { name: 'kvittera' }).tap()
  await line.filter({ hasText: 'kvitterad av Maja' }).waitFor()
  await line.getByRole('link', { name: 'kategori' }).tap()
  await page.waitForURL(/\/corrections\?.*edit=/)
  await page.getByLabel('Vad är fel?').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})
