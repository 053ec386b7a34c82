/** Corrected first, told after: every change with its category, confirmed, changed, made elsewhere, by the keyboard alone. */
import type { Page } from 'playwright-core'
import { axe, openPage } from './browser.ts'
import { correct, corrected, correctedText, heard, save } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

const current = (page: Page) => page.locator('.rail-entry.is-current')
const verdict = (page: Page) => current(page).locator('.rail-verdict')

/** An article of one's own: the checks find little in it. */
const open = async (text: string): Promise<{ page: Page; complaints: string[]; id: string }> => {
  const { page, complaints } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Maja' } })
  const made = await page.request.post('/articles', {
    data: { title: `Rättas ${Math.random()}`, text },
    headers: { accept: 'application/json' },
  })
  const { articles } = (await made.json()) as { articles: { articleId: string }[] }
  const id = articles[0]?.articleId ?? ''
  await page.goto(`/articles/${id}`)
  await corrected(page).waitFor()
  return { page, complaints, id }
}
const text = [
  'Mötet hölls i Malmö i går.',
  'Många kom till Malmö för att lyssna.',
  'Det gällde 15 personer i staden.',
  'Efteråt reste de flesta hem igen.',
].join('\n')

/** What a person has said of the changes of a revision, as the export has it; reasons of checks are not theirs. */
const reasonsOf = async (page: Page, id: string, revision: number) => {
  const answer = await page.request.get(`/articles/${id}/export?format=json`)
  const { revisions } = (await answer.json()) as {
    revisions: {
      number: number
      reasons: { from: number; to: number; category: string; severity: string; check?: string }[]
    }[]
  }
  const now = await correctedText(page)
  const { reasons } = revisions.find(({ number }) => number === revision) ?? { reasons: [] }
  return reasons
    .filter(({ check }) => check === undefined)
    .map(({ from, to, category, severity }) => `${now.slice(from, to)}: ${category}, ${severity}`)
}

it('a change made by hand shows its category and why; one key confirms it, and the save tells it', async () => {
  const { page, complaints, id } = await open(text)
  await correct(page, 'Malmö', 'Lund')
  await verdict(page).waitFor()
  expect(await verdict(page).innerText()).toMatch(
    /större · Fel term eller namn.*föreslås: ett namn har bytts mot ett annat/s,
  )
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('k')
  await heard(page, 'Kvitterat: ”Lund” (Fel term eller namn, större).')
  await verdict(page).filter({ hasText: 'kvitterad av Maja' }).waitFor()
  expect(await axe(page, '.rail-entry.is-current')).toEqual([])

  await page.keyboard.press('u')
  await heard(page, 'Kvitteringen är tillbakatagen.')
  await verdict(page).filter({ hasText: 'föreslås' }).waitFor()
  await page.keyboard.press('k')
  await verdict(page).filter({ hasText: 'kvitterad' }).waitFor()
  await save(page, 1)
  expect(await reasonsOf(page, id, 1)).toEqual(['Lund: terminology/wrong-term, major'])
  await page.reload()
  await page.locator('.rail-verdict', { hasText: 'kvitterad av Maja' }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

it('another key gives another category and severity, and the confirmation waits in the draft', async () => {
  const { page, id } = await open(text)
  await correct(page, '15', '50')
  await verdict(page).waitFor()
  expect(await verdict(page).innerText()).toMatch(/större · .*ett tal har ändrats/s)
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: 'Rättelsens kategori' })
  await dialog.waitFor()
  expect(await axe(page, 'dialog')).toEqual([])
  expect(await dialog.getByRole('combobox').inputValue()).toBe('Felöversatt')
  const kept = page.waitForResponse(
    response =>
      response.request().method() === 'PUT' && (response.request().postData() ?? '').includes('number-format'),
  )
  await page.keyboard.type('number format')
  await page.keyboard.press('Enter')
  await page.keyboard.press('4')
  await page.keyboard.press('Enter')
  await heard(page, 'Kvitterat: ”50” (')
  await kept

  await page.reload()
  await page.getByText('inte sparade är kvar').waitFor()
  const said = page.locator('.rail-verdict', { hasText: 'kvitterad av Maja' })
  await said.waitFor()
  expect(await said.innerText()).toMatch(/allvarlig · Tal/)
  await save(page, 1)
  expect(await reasonsOf(page, id, 1)).toEqual(['50: locale-conventions/number-format, critical'])
  await page.context().close()
})

it('confirming goes on to the next change that is only proposed; the list can show these alone', async () => {
  const { page } = await open(text)
  await correct(page, '15', '50')
  await correct(page, 'Malmö', 'Lund')
  await correct(page, 'flesta', 'allra flesta')
  await page.locator('.rail-choice select').first().selectOption('proposed')
  await expectEntries(page, 3)
  await current(page).getByRole('button').first().click()
  await page.keyboard.press('k')
  await expectEntries(page, 2)
  await current(page).filter({ hasText: 'Lund' }).waitFor()
  await page.keyboard.press('k')
  await expectEntries(page, 1)
  await current(page).filter({ hasText: '50' }).waitFor()
  await page.keyboard.press('k')
  await heard(page, 'Inga fler ändringar att kvittera.')
  await expectEntries(page, 0)
  await page.context().close()
})
const expectEntries = async (page: Page, n: number): Promise<void> => {
  await page.locator('.rail-entry').nth(n).waitFor({ state: 'detached' })
  if (n > 0)
    await page
      .locator('.rail-entry')
      .nth(n - 1)
      .waitFor()
}

it('while writing, the change at the caret is confirmed by a chord, and the caret stays', async () => {
  const { page, id } = await open(text)
  await page.keyboard.press('i')
  await corrected(page).press('Control+Home')
  await page.keyboard.type('Det stora ')
  await page.keyboard.press('Alt+K')
  await heard(page, 'Kvitterat: ”Det stora')
  await page.keyboard.type('öppna ')
  expect(await correctedText(page)).toMatch(/^Det stora öppna Mötet/)
  await save(page, 1)
  expect(await reasonsOf(page, id, 1)).toEqual([expect.stringMatching(/^Det stora öppna ?: accuracy\/omission, /)])
  await page.context().close()
})

it('the same words elsewhere in the article are offered at once, and corrected in one step', async () => {
  const { page, id } = await open(text)
  await correct(page, 'Malmö', 'Lund')
  await page.keyboard.press('k')
  await heard(page, 'Kvitterat')
  await current(page).getByRole('button', { name: 'rätta 1 till' }).waitFor()
  await page.keyboard.press('Shift+Enter')
  await heard(page, '”Malmö” rättat på 1 ställe till.')
  expect(await correctedText(page)).toBe(text.replaceAll('Malmö', 'Lund'))
  await page.keyboard.press('u')
  expect(await correctedText(page)).toBe(text.replace('Malmö', 'Lund'))
  await page.keyboard.press('Control+y')
  await save(page, 1)
  expect(await reasonsOf(page, id, 1)).toEqual(Array(2).fill('Lund: terminology/wrong-term, major'))
  await page.context().close()
})

it('from a change to the page that corrects it everywhere: the words are in the address, and what is typed is kept', async () => {
  const { page, id } = await open(text)
  await correct(page, 'Malmö', 'Lund')
  await current(page).getByRole('link', { name: 'överallt' }).waitFor()
  const asked = page.waitForRequest(request => request.url().includes('/batches/new?'))
  await page.keyboard.press('a')
  const query = new URL((await asked).url()).searchParams
  expect(Object.fromEntries(query)).toEqual({
    ...{ before: 'Malmö', after: 'Lund', kind: 'words', article: id },
    ...{ category: 'terminology/wrong-term', severity: 'major' },
  })
  await page.waitForURL(/batches/)
  expect(await page.locator('#before').inputValue()).toBe('Malmö')
  await page.goto(`/articles/${id}`)
  await page.getByText('inte sparade är kvar').waitFor()
  expect(await correctedText(page)).toContain('Lund')
  await page.context().close()
})

it('an address with a place of the machine’s text opens there', async () => {
  const { page, id } = await open(text)
  await correct(page, 'flesta', 'allra flesta')
  await save(page, 1)
  await page.goto(`/articles/${id}?at=${text.indexOf('flesta')}`)
  await current(page).filter({ hasText: 'allra' }).waitFor()
  await heard(page, 'allra')
  await page.goto(`/articles/${id}?at=${text.indexOf('lyssna')}`)
  await heard(page, 'Stället är inte ändrat: stycke 2.')
  await page.context().close()
})

it('a saved change is confirmed at once; where the server does not answer, as soon as it does', async () => {
  const { page, complaints, id } = await open(text)
  await correct(page, 'Malmö', 'Lund')
  await correct(page, '15', '50')
  await save(page, 1)
  await page.reload()
  await page.locator('.rail-verdict.is-proposed').nth(1).waitFor()
  await page.locator('.rail-entry', { hasText: 'Lund' }).first().getByRole('button').first().click()
  const said = page.waitForResponse(
    response => response.url().includes('/corrections') && response.request().method() === 'POST',
  )
  await page.keyboard.press('k')
  expect((await said).status()).toBe(200)
  await current(page).filter({ hasText: '50' }).waitFor()
  await page.keyboard.press('k')
  await page.keyboard.press('u')
  await heard(page, 'Kategorin är redan sparad.')
  await page.reload()
  await page.locator('.rail-verdict', { hasText: 'kvitterad av Maja' }).nth(1).waitFor()

  await page.route('**/corrections?*', route => route.abort())
  await page.locator('.rail-entry', { hasText: '50' }).getByRole('button').first().click()
  await page.keyboard.press('t')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await heard(page, 'Kvitteringen är bevarad här och skickas när den svarar.')
  await page.locator('.rail-verdict', { hasText: 'neutral' }).waitFor()
  await page.unroute('**/corrections?*')
  const again = page.waitForResponse(response => response.url().includes('/corrections') && response.ok())
  await again
  await page.reload()
  await page.locator('.rail-verdict', { hasText: 'neutral' }).waitFor()
  const { corrections } = (await (
    await page.request.get(`/articles/${id}/desk`, { headers: { accept: 'application/json' } })
  ).json()) as { corrections: { after: string; origin: string; severity: string }[] }
  expect(corrections.map(({ after, origin, severity }) => `${after} ${origin} ${severity}`)).toEqual([
    'Lund person major',
    '50 person neutral',
  ])
  expect(complaints).toEqual([])
  await page.context().close()
})

it('how often the same was corrected leads to all corrections that read so', async () => {
  const { page } = await open(text)
  await correct(page, 'Malmö', 'Uppsala')
  await page.keyboard.press('Shift+Enter')
  await heard(page, 'på 1 ställe till.')
  await save(page, 1)
  await page.reload()
  await page.locator('.rail-entry', { hasText: 'Uppsala' }).first().getByRole('button').first().click()
  const link = current(page).getByRole('link', { name: /^Alla rättelser som lyder så: 2 i 1 artikel/ })
  await link.waitFor()
  expect(await link.getAttribute('href')).toMatch(/^\/corrections\/[0-9a-z]{16}$/)
  const everywhere = current(page).getByRole('link', { name: 'överallt' })
  expect(await everywhere.getAttribute('href')).toMatch(/kind=pair&about=[0-9a-z]{16}/)
  await page.context().close()
})
