/** The editor's whole path with JavaScript switched off: forms, and pages that the server draws. */
import { openPage } from './browser.ts'
import { seedTitle } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

it('an editor without JavaScript opens, corrects, flags, saves, compares, undoes and takes the text away', async () => {
  const { page } = await openPage(served.address, { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).click()
  await page.getByRole('link', { name: 'Öppna alla stycken för ändring' }).click()

  const first = page.getByRole('textbox', { name: 'Rättad text, stycke 1' }).first()
  expect(await first.inputValue()).toBe(seedTitle)
  await first.fill(seedTitle.replace('Lower Sachsen', 'Niedersachsen'))
  await page.getByLabel('Vad har du gjort?').fill('Namnet i rubriken')
  await page.locator('#desk-form').getByLabel('Ditt namn').fill('Maja Lindqvist')
  await page.getByRole('button', { name: 'Spara revision' }).click()
  expect(await page.locator('#revision-line').innerText()).toMatch(/Revision 1 av Maja Lindqvist/)
  expect(await page.locator('.cell.mt del').allInnerTexts()).toEqual(['Lower Sachsen'])
  expect(await page.locator('.cell.corrected ins').allInnerTexts()).toEqual(['Niedersachsen'])

  const paragraph = page.locator('.row', { hasText: 'cannabiskarnival' })
  await paragraph.getByRole('link', { name: /Flagga något i stycke/ }).click()
  await page.getByLabel('Maskinöversättningen').check()
  await page.getByLabel('Orden', { exact: true }).fill('cannabiskarnival')
  await page.getByLabel('Vad är fel?').selectOption('accuracy/mistranslation')
  await page.getByLabel(/allvarlig/).check()
  await page.getByRole('button', { name: 'Sätt flaggan' }).click()
  expect(await page.locator('#rail').innerText()).toMatch(/cannabiskarnival/)

  await page.getByRole('link', { name: 'Historik' }).click()
  expect(await page.locator('.timeline').innerText()).toMatch(/Namnet i rubriken/)
  await page.getByRole('link', { name: 'Jämför maskinöversättningen med den senaste' }).click()
  expect(await page.locator('.comparison del').allInnerTexts()).toEqual(['Lower Sachsen'])
  await page.getByRole('link', { name: 'Vem skrev vad' }).click()
  expect(await page.locator('main').innerText()).toMatch(/99\s% av orden är maskinens/)

  await page.getByRole('link', { name: 'Historik' }).click()
  await page.getByRole('button', { name: 'Ångra revision 1' }).click()
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).click()
  expect(await page.locator('.cell.mt del').count()).toBe(0)
  expect(await page.locator('#revision-line').innerText()).toMatch(/Revision 2/)

  const id = /articles\/(\w+)/.exec(page.url())?.[1] ?? ''
  const exported = await page.request.get(`/articles/${id}/export?format=txt`)
  expect(exported.headers()['content-disposition']).toMatch(/attachment/)
  expect(await exported.text()).toContain('LKA Lower Sachsen')
  await page.context().close()
})

it('two editors of the same words without JavaScript: the second sees both, and chooses', async () => {
  const open = async (name: string) => {
    const { page } = await openPage(served.address, { javaScriptEnabled: false })
    await page.goto('/')
    await page.getByRole('link', { name: seedTitle, exact: true }).click()
    await page.getByRole('link', { name: 'Öppna alla stycken för ändring' }).click()
    await page.locator('#desk-form').getByLabel('Ditt namn').fill(name)
    return page
  }
  const [a, b] = [await open('Maja'), await open('Erik')]
  const change = async (page: typeof a, by: string) => {
    const box = page
      .getByRole('textbox', { name: /Rättad text, stycke/ })
      .filter({ hasText: 'Säkerhet i fokus' })
      .first()
    await box.fill(by)
    await page.getByRole('button', { name: 'Spara revision' }).click()
  }
  await change(a, 'Trygghet i fokus')
  await change(b, 'Säkerheten i centrum')
  expect(await b.locator('main').innerText()).toMatch(/Trygghet[^]*Säkerheten/)
  await b.getByRole('radio', { name: /^Ditt/ }).check()
  await b.getByRole('button', { name: 'Spara så' }).click()
  expect(await b.locator('#revision-line').innerText()).toMatch(/av Erik/)
  await Promise.all([a.context().close(), b.context().close()])
})

it('an article whose gate is closed is approved with a reason, and a correction notice drafted of what was changed since', async () => {
  const { page } = await openPage(served.address, { javaScriptEnabled: false })
  const { items } = (await (await page.request.get('/', { headers: { accept: 'application/json' } })).json()) as {
    items: { id: string; flags: { critical: number } }[]
  }
  const flagged = items.find(({ flags }) => flags.critical > 0)?.id ?? ''
  await page.goto(`/articles/${flagged}`)
  expect(await page.locator('.article-meta').innerText()).toMatch(/Godkänns bara med ett skäl: 1 allvarlig flagga/)
  await page.getByRole('button', { name: 'Godkänn och öppna nästa' }).click()
  await page.getByLabel('Ditt namn').fill('Maja Lindqvist')
  await page
    .getByRole('button')
    .filter({ hasText: /Spara|Fortsätt/ })
    .first()
    .click()
  await page.getByLabel('Skäl').fill('Läsarna väntar.')
  await page.getByRole('button', { name: 'Godkänn ändå' }).click()
  expect(page.url()).not.toContain(flagged)

  await page.goto(`/articles/${flagged}/history`)
  expect(await page.locator('.timeline').innerText()).toMatch(
    /trots att 1 allvarlig flagga stod öppen.*Läsarna väntar\./,
  )
  await page.getByRole('link', { name: 'Rättelsenotis' }).click()
  await page.getByLabel('Publicerad version').selectOption('0')
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  expect(await page.getByRole('textbox', { name: 'Rättelsen' }).inputValue()).toMatch(/^Rättelse: /)
  await page.context().close()
})
