/** Two annotate apart, one by the keyboard and one without JavaScript, and agree on one version. */
import { axe, openPage } from './browser.ts'
import { seedTitle } from './desk.ts'
import { serve, type Served } from './server.ts'

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(async () => {
  await served.end()
})

it('by the keyboard and without a script the same text is annotated, compared and agreed on', async () => {
  const { page, complaints } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Ada Berg' } })
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).click()
  const id = /articles\/(\w+)/.exec(page.url())?.[1] ?? ''

  await page.goto(`/articles/${id}/annotations`)
  await page.getByRole('button', { name: 'Börja annotera' }).press('Enter')
  const paragraph = page.getByRole('textbox', { name: 'Stycke 1, maskinöversättning' })
  await paragraph.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await page.locator('.annotation-live', { hasText: 'Valt: Lower Sachsen' }).waitFor({ state: 'attached' })
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ny flagga' })
  await dialog.getByRole('combobox').fill('felöversatt')
  expect(await axe(page, 'dialog')).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await page.locator('.annotation-live', { hasText: 'större. Lower Sachsen' }).waitFor({ state: 'attached' })
  expect(await paragraph.innerText()).toBe(seedTitle)
  await page.keyboard.press('o')
  await dialog.getByRole('combobox').fill('utelämn')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Flagga', exact: true }).press('Enter')
  await page.getByText('2 flaggor i hela texten').waitFor()
  expect(await axe(page)).toEqual([])

  const { page: bare } = await openPage(served.address, { javaScriptEnabled: false })
  await bare.request.post('/person', { data: { name: 'Bo Ås' } })
  await bare.goto(`/articles/${id}/annotations`)
  await bare.getByRole('button', { name: 'Börja annotera' }).click()
  await bare.getByRole('link', { name: 'Flagga ord i stycke 1', exact: true }).click()
  await bare.getByRole('textbox', { name: 'Orden' }).fill('Lower Sachsen')
  await bare.getByLabel('Vad är fel?').selectOption('accuracy/mistranslation')
  await bare.getByRole('radio', { name: 'större' }).check()
  await bare.getByRole('button', { name: 'Sätt flaggan' }).click()
  await bare.getByText('1 flagga i hela texten').waitFor()
  await bare.getByRole('button', { name: 'Jag är klar' }).click()
  await bare.getByText('Jämförelsen öppnas när').waitFor()

  await page.getByRole('button', { name: 'Jag är klar' }).click()
  await page.getByRole('link', { name: 'Jämför annoteringarna' }).click()
  expect(await axe(page)).toEqual([])

  await bare.goto(`/articles/${id}/agreement`)
  await bare.getByRole('button', { name: 'Godta allt ni är överens om (1)' }).click()
  await bare.getByText('1 av 2 avgjorda').waitFor()
  await bare.getByRole('button', { name: 'Inget fel: Något saknas här' }).click()
  await bare.getByText('2 av 2 avgjorda').waitFor()
  await bare.getByText('Beslut: inget fel').waitFor()
  const flags = (await (
    await bare.request.get(`/articles/${id}/flags`, { headers: { accept: 'application/json' } })
  ).json()) as { words: string; severity: string; layer: string }[]
  expect(flags.filter(({ layer }) => layer !== 'shared')).toEqual([])
  expect(flags).toContainEqual(expect.objectContaining({ words: 'Lower Sachsen', severity: 'major' }))
  expect(complaints).toEqual([])
  await Promise.all([page.context().close(), bare.context().close()])
})

it('a whole annotation is made by the keyboard alone: begun, flagged, changed, taken back and brought back, judged, finished', async () => {
  const { page, complaints } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Cia Öst' } })
  const settings = (await (
    await page.request.get('/quality/settings', { headers: { accept: 'application/json' } })
  ).json()) as { stamp: string }
  await page.request.post('/quality/settings', { data: { stamp: settings.stamp, judgements: true } })
  await page.goto('/')
  await page.getByRole('link', { name: seedTitle, exact: true }).click()
  const id = /articles\/(\w+)/.exec(page.url())?.[1] ?? ''
  await page.goto(`/articles/${id}/annotations`)
  await page.getByRole('button', { name: 'Börja annotera' }).press('Enter')
  const said = (words: string) => page.locator('.annotation-live', { hasText: words }).waitFor({ state: 'attached' })
  const paragraph = page.getByRole('textbox', { name: 'Stycke 1, maskinöversättning' })
  await paragraph.focus()

  await page.keyboard.press('?')
  await page.getByRole('row', { name: /^Flagga de valda orden/ }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
  await paragraph.focus()
  for (const key of ['ArrowRight', 'e']) await page.keyboard.press(key)
  await said('Här finns ingen flagga.')
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'f']) await page.keyboard.press(key)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('felöversatt')
  for (const key of ['Enter', '3', 'Enter']) await page.keyboard.press(key)
  await said('större. Lower Sachsen')
  await page.getByText('1 flagga i hela texten').waitFor()

  // the caret stands after the words
  await page.keyboard.press('e')
  await page.getByRole('dialog', { name: 'Ändra flagga' }).waitFor()
  expect(await axe(page, 'dialog')).toEqual([])
  for (const key of ['2', 'Enter']) await page.keyboard.press(key)
  await said('Flaggan är ändrad.')
  await page.getByText('mindre').first().waitFor()
  await page.keyboard.press('x')
  await said('Flaggan är borttagen.')
  await page.getByText('0 flaggor i hela texten').waitFor()
  await page.keyboard.press('u')
  await said('Flaggan är tillbaka.')
  await page.getByText('1 flagga i hela texten').waitFor()

  const unjudged = async () => Number.parseInt(await page.locator('#unjudged').innerText(), 10)
  const before = await unjudged()
  await page.keyboard.press('j')
  await page.keyboard.type('66')
  await page.keyboard.press('Enter')
  await said('Omdömet är sparat.')
  await page.locator('#unjudged', { hasText: `${before - 1} stycken har inget omdöme än.` }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Stycke 1, maskinöversättning') // prettier-ignore
  const own = new URL(page.url()).pathname
  const kept = (await (await page.request.get(own, { headers: { accept: 'application/json' } })).json()) as { flags: object[]; judgements: object[] } // prettier-ignore
  expect(kept).toMatchObject({ flags: [{ words: 'Lower Sachsen', severity: 'minor' }], judgements: [[0, 66]] })
  await page.getByRole('button', { name: 'Jag är klar' }).press('Enter')
  await page.getByRole('row', { name: /Cia Öst.*Klar/ }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})
