/** Flags by the keyboard alone: on the machine's words, where something is missing, accepted, undone, one of several. */
import type { Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { correct, corrected, correctedText, flag, heard, machine, openArticle, seedTitle, select } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

const open = async (title = seedTitle): Promise<Page> => {
  const { page } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Maja' } })
  await openArticle(page, title)
  return page
}
const entry = (page: Page, text: string | RegExp) => page.locator('.rail-entry', { hasText: text })
/** What a person says, not a check. */
const flagged = (page: Page, text: string) => page.locator('.rail-flag:not(.rail-finding)', { hasText: text })

it('words of the machine are selected and flagged, and undoing takes the flag back', async () => {
  const page = await open()
  await page.keyboard.press('w')
  expect(await machine(page).evaluate(element => element === document.activeElement)).toBe(true)
  for (const key of ['Control+Home', 'Control+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight'])
    await page.keyboard.press(key)
  await flag(page, { category: 'oöver', severity: 3 })
  await heard(page, 'Flaggat: Oöversatt, större. ”Lower Sachsen”')
  await flagged(page, 'Oöversatt').waitFor()
  expect(await page.locator('#revision-line').locator('..').innerText()).toMatch(/Under granskning/)
  await page.keyboard.press('Control+z')
  await heard(page, 'Flaggan är tillbakatagen.')
  await flagged(page, 'Oöversatt').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+y')
  await flagged(page, 'Oöversatt').waitFor()
  await page.context().close()
})

it('what is missing is flagged at a point', async () => {
  const page = await open('Frivillig eldstad firar 125 år: Nytt fordon för Löschzug Eickenrode')
  await corrected(page).press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('o')
  await page.getByRole('dialog', { name: 'Ny flagga' }).waitFor()
  await page.keyboard.press('Enter')
  await entry(page, '(här saknas något)').waitFor()
  await page.context().close()
})

it('Enter accepts, and goes on to the next open flag; of several on the same words one is chosen', async () => {
  const page = await open('Allvarlig olycka på B75 nära Moorstedt: Två skadade efter överhämtande manöver')
  const before = await correctedText(page)
  const [one = '', two = ''] = [...before.matchAll(/\p{L}{9,}/gu)].map(match => match[0])
  // told apart by what is heard: the next key is pressed when the flag is there
  const put = async (words: string, suggestion: string, severity: number, told: string) => {
    await select(page, words)
    await flag(page, { category: 'felöver', severity, suggestion })
    await heard(page, `${told}. ”${words}”`)
  }
  await put(one, 'FÖRSTA', 2, 'mindre')
  await put(two, 'ANDRA', 3, 'större')
  await put(two, 'ANNAN', 2, 'mindre')
  await page.locator('.rail-choice select').first().selectOption('flags')
  await corrected(page).press('Control+Home')
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  for (let i = 0; i < 4; i++) await page.keyboard.press('p')
  await page.keyboard.press('Enter')
  await heard(page, 'Ändrat till ”FÖRSTA”.')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Vilket förslag ska godtas?' }).waitFor()
  await page.keyboard.press('2')
  await heard(page, 'Ändrat till ”ANNAN”. Inget mer att ta ställning till.')
  expect(await correctedText(page)).toBe(before.replace(one, 'FÖRSTA').replace(two, 'ANNAN'))
  await page.context().close()
})

it('a flag on words that are not saved yet is kept in the draft', async () => {
  const page = await open()
  await correct(page, 'Fokus var', 'Fokus låg')
  await select(page, 'Fokus låg')
  const kept = page.waitForRequest(request => request.method() === 'PUT' && /"category"/.test(request.postData() ?? ''))
  await flag(page, { category: 'stil', severity: 1 })
  await kept
  await page.waitForTimeout(200)
  await page.reload()
  await entry(page, 'sätts när du sparar').waitFor()
  await page.context().close()
})
