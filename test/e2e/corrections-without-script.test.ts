/** Corrected, categorised, fixed everywhere and taken back with JavaScript switched off. */
import { openPage } from './browser.ts'
import { seedTitle } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

it('an editor without JavaScript corrects, confirms the category, fixes it everywhere but for one place, and undoes that', async () => {
  const { page } = await openPage(served.address, { javaScriptEnabled: false })
  await page.request.post('/person', { data: { name: 'Ada Berg' } })
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).click()
  const id = /articles\/(\w+)/.exec(page.url())?.[1] ?? ''
  await page.getByRole('link', { name: 'Öppna alla stycken för ändring' }).click()
  const first = page.getByRole('textbox', { name: 'Rättad text, stycke 1' }).first()
  await first.fill(seedTitle.replace('Lower Sachsen', 'Niedersachsen'))
  await page.getByRole('button', { name: 'Spara revision' }).click()
  await page.locator('#revision-line', { hasText: 'Revision 1 av Ada Berg' }).waitFor()
  const stored = async (): Promise<string> =>
    (await page.request.get(`/articles/${id}/export?format=txt`, { maxRetries: 2 })).text()
  const before = await stored()

  await page.goto(`/articles/${id}/corrections`)
  await page.getByRole('button', { name: /^Kvittera kategorin .*: Lower Sachsen/ }).click()
  await page.getByText('Ada Berg sade så').waitFor()

  await page.getByRole('link', { name: /^Rätta överallt .*: Lower Sachsen/ }).click()
  await page.getByRole('radio', { name: 'I alla artiklar' }).check()
  await page.getByRole('button', { name: 'Visa ställena' }).click()
  await page.getByRole('checkbox', { name: 'Ändra Lower Sachsen till Niedersachsen' }).first().uncheck()
  await page.getByRole('button', { name: 'Spara valet' }).click()
  const chosen = await page.locator('#chosen-of').innerText()
  const [, n = 0, all = 0] = (/(\d+) av (\d+)/.exec(chosen) ?? []).map(Number)
  expect([n, all]).toEqual([all - 1, all])
  await page.getByRole('button', { name: `Ändra på ${n} ställen` }).click()
  await page.getByText('Ada Berg tillämpade den').waitFor()
  expect(await stored()).not.toBe(before)

  await page.getByRole('button', { name: 'Ångra alltihop' }).click()
  await page.getByText('Ada Berg ångrade den').waitFor()
  expect(await stored()).toBe(before)
  await page.context().close()
})
