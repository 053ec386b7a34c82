/** What the checks find, at the desk, by the keyboard alone: accepted, dismissed, typed anew, undone. */
import type { Page } from 'playwright-core'
import { axe, openPage } from './browser.ts'
import { corrected, correctedText, draftKept, heard, openArticle, save } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

const open = async (): Promise<{ page: Page; complaints: string[] }> => {
  const { page, complaints } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Maja' } })
  await openArticle(page)
  await current(page).waitFor()
  return { page, complaints }
}
const current = (page: Page) => page.locator('.rail-entry.is-current')
const found = (page: Page) => page.locator('.rail-entry .rail-finding')
const count = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await page.locator('.rail-title').innerText())?.[0] ?? -1)

/** Types a line at the end of the text. */
const typeLast = async (page: Page, line: string): Promise<void> => {
  await page.keyboard.press('i')
  await corrected(page).press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(line)
}

/** Why the passages of a revision read as they do. */
const reasonsOf = async (page: Page, revision: number): Promise<{ check?: string; words: string }[]> => {
  const { pathname } = new URL(page.url())
  const answer = await page.request.get(`${pathname}/export?format=json`)
  const { revisions } = (await answer.json()) as {
    revisions: { number: number; text: string; reasons: { from: number; to: number; check?: string }[] }[]
  }
  const text = await correctedText(page)
  const { reasons } = revisions.find(({ number }) => number === revision) ?? { reasons: [] }
  return reasons.map(({ from, to, check }) => ({ words: text.slice(from, to), ...(check ? { check } : {}) }))
}

it('the same fix is accepted everywhere at once, and undone at once', async () => {
  const { page } = await open()
  const before = await correctedText(page)
  const left = (text: string) => text.split('Lower Sachsen').length - 1
  const entry = page.locator('.rail-entry', { hasText: 'Lower Sachsen → Niedersachsen' }).first()
  await entry.getByRole('button').first().click()
  await page.keyboard.press('Shift+Enter')
  await page
    .locator('.desk-live', { hasText: /”Lower Sachsen” rättat på [3-9] ställen\./ })
    .waitFor({ state: 'attached' })
  expect(left(await correctedText(page))).toBeLessThan(left(before) - 2)
  await page.keyboard.press('u')
  expect(await correctedText(page)).toBe(before)
  await page.context().close()
})

it('an Enter too many, in the rhythm of accepting, replaces no words', async () => {
  const { page } = await open()
  const live = page.locator('.desk-live', { hasText: 'Skriv det som ska stå här i stället.' })
  // through what has a fix, until the words of one without are selected to be written over
  while ((await live.count()) === 0) await page.keyboard.press('Enter')
  const text = await correctedText(page)
  for (let i = 0; i < 5; i++) await page.keyboard.press('Enter')
  expect(await correctedText(page)).toBe(text)
  await page.keyboard.type('Nytt')
  expect(await correctedText(page)).not.toBe(text)
  // where something was typed it is a line break again
  const lines = (await correctedText(page)).split('\n').length
  await page.keyboard.press('Enter')
  expect((await correctedText(page)).split('\n')).toHaveLength(lines + 1)
  await page.context().close()
})

it('from opening to the first correction it is one key, and the save tells why', async () => {
  const { page, complaints } = await open()
  expect(await current(page).innerText()).toMatch(/Lower Sachsen → Niedersachsen/)
  const before = await correctedText(page)
  const found = await count(page)
  expect(found).toBeGreaterThan(10)
  await page.keyboard.press('Enter')
  await heard(page, 'Ändrat till ”Niedersachsen”.')
  expect(await correctedText(page)).toBe(before.replace('Lower Sachsen', 'Niedersachsen'))
  expect(await current(page).innerText()).not.toMatch(/Niedersachsen\n/)
  expect(await count(page)).toBe(found - 1)

  await page.keyboard.press('u')
  expect(await correctedText(page)).toBe(before)
  await page.locator('.rail-title', { hasText: String(found) }).waitFor()

  expect(await current(page).innerText()).toMatch(/Lower Sachsen → Niedersachsen/)
  await page.keyboard.press('Enter')
  await save(page, 1)
  expect(await reasonsOf(page, 1)).toEqual([{ words: 'Niedersachsen', check: expect.any(String) as string }])
  expect(complaints).toEqual([])
  await page.context().close()
})

it('a reason lives in the draft, and goes with what is undone', async () => {
  const { page } = await open()
  const kept = draftKept(page)
  await page.keyboard.press('Enter')
  await kept
  await page.reload()
  await page.getByText('inte sparade är kvar').waitFor()
  await save(page, 2)
  expect(await reasonsOf(page, 2)).toHaveLength(1)
  await page.context().close()
})

it('what is typed is checked when the keys rest, and nothing else moves', async () => {
  const { page } = await open()
  const entries = await count(page)
  await typeLast(page, 'Polisen kom fÃ¶r sent.')
  const mark = page.locator('.finding', { hasText: 'fÃ¶r' })
  await mark.waitFor()
  await page.locator('.rail-title', { hasText: String(entries + 1) }).waitFor()

  await page.locator('.rail-entry', { hasText: 'fÃ¶r → för' }).getByRole('button').first().click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await heard(page, 'Ändrat till ”för”.')
  expect(await correctedText(page)).toMatch(/Polisen kom för sent\.$/)
  await page.keyboard.press('Control+z')
  expect(await correctedText(page)).toMatch(/Polisen kom fÃ¶r sent\.$/)
  await mark.waitFor()
  await page.context().close()
})

it('what is right here is dismissed with a reason, and undoing opens it again', async () => {
  const { page } = await open()
  const words = await current(page).locator('.rail-words').first().innerText()
  const before = await count(page)
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: 'Avfärda anmärkningen' })
  await dialog.waitFor()
  expect(await axe(page, 'dialog')).toEqual([])
  await page.keyboard.press('2')
  await heard(page, 'Anmärkningen är avfärdad.')
  expect(await current(page).locator('.rail-words').first().innerText()).not.toBe(words)
  await page.locator('.rail-title', { hasText: String(before - 1) }).waitFor()
  await page.reload()
  await current(page).waitFor()
  expect(await count(page)).toBe(before - 1)

  await page.keyboard.press('x')
  await page.keyboard.press('1')
  await page.locator('.rail-title', { hasText: String(before - 2) }).waitFor()
  await page.keyboard.press('Control+z')
  await heard(page, 'Anmärkningen är inte längre avfärdad.')
  await page.locator('.rail-title', { hasText: String(before - 1) }).waitFor()
  await page.context().close()
})

it('a finding becomes a flag with all that the check has said', async () => {
  const { page } = await open()
  const before = await count(page)
  const words = await current(page).locator('.rail-words').first().innerText()
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Ny flagga' })
  await dialog.waitFor()
  expect(await dialog.getByRole('combobox').inputValue()).not.toBe('')
  await dialog.getByLabel('Kommentar').press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.locator('.rail-title', { hasText: `${before - 1}` }).waitFor()
  expect(await current(page).innerText()).toContain(words.split(' → ')[0] ?? '')
  expect(await page.locator('.rail-title').innerText()).toMatch(/Flaggor\s+1/)
  await page.context().close()
})

it('the desk with its findings has nothing that axe finds wrong', async () => {
  const { page } = await open()
  expect(await found(page).count()).toBeGreaterThan(5)
  expect(await axe(page)).toEqual([])
  await page.context().close()
})
