/** Nothing typed is thrown away: not by a killed server, not by a closed tab, not by somebody else's save. */
import { openPage } from './browser.ts'
import { correct, correctedText, introduce, openArticle } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

it('a draft survives a server that is killed while one types, and can then be saved', async () => {
  const { page } = await openPage(served.address)
  await openArticle(page)
  await correct(page, 'Lower Sachsen', 'Niedersachsen')
  await served.kill()
  await correct(page, 'Deutschland', 'Tyskland')
  const typed = await correctedText(page)
  await page.keyboard.press('Control+s')
  await served.again()
  await page.reload()
  await page.getByRole('textbox', { name: 'Rättad text' }).waitFor()
  await page.getByText(/inte sparade är kvar/).waitFor()
  expect(await correctedText(page)).toBe(typed)
  await page.keyboard.press('Control+s')
  await introduce(page, 'Maja')
  await page.getByText('Sparat som revision 1.').waitFor()
  await page.context().close()
})

it('a closed tab leaves its draft for the next one', async () => {
  const { page } = await openPage(served.address)
  await openArticle(page)
  await correct(page, 'Fokus var', 'Fokus låg')
  const typed = await correctedText(page)
  const context = page.context()
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await openArticle(next)
  await next.getByText(/inte sparade är kvar/).waitFor()
  expect(await correctedText(next)).toBe(typed)
  await context.close()
})

describe('two tabs that save at once', () => {
  const two = async () => {
    const tabs = [await openPage(served.address), await openPage(served.address)] as const
    for (const { page } of tabs) await openArticle(page)
    return tabs.map(({ page }) => page) as [
      Awaited<ReturnType<typeof openPage>>['page'],
      Awaited<ReturnType<typeof openPage>>['page'],
    ]
  }

  it('edits that do not touch are merged, and the second is told', async () => {
    const [a, b] = await two()
    await correct(a, 'hade tiden kommit', 'var det dags')
    await correct(b, 'Säkerhet i fokus', 'Trygghet i fokus')
    await a.keyboard.press('Control+s')
    await introduce(a, 'Maja')
    await a.getByText(/Sparat som revision/).waitFor()
    await b.keyboard.press('Control+s')
    await introduce(b, 'Erik')
    await b.getByText(/Andras ändringar/).waitFor()
    const text = await correctedText(b)
    expect(text).toContain('var det dags')
    expect(text).toContain('Trygghet i fokus')
    await Promise.all([a.context().close(), b.context().close()])
  })

  it('edits of the same words are shown both, to choose from; nothing is overwritten', async () => {
    const [a, b] = await two()
    await correct(a, 'statspolispresidenten', 'delstatens polischef')
    await correct(b, 'statspolispresidenten', 'polispresidenten')
    await a.keyboard.press('Control+s')
    await introduce(a, 'Maja')
    await a.getByText(/Sparat som revision/).waitFor()
    await b.keyboard.press('Control+s')
    await introduce(b, 'Erik')
    const dialog = b.getByRole('dialog', { name: 'Samma ord har ändrats av någon annan' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/delstatens polischef[^]*polispresidenten/)
    await dialog.getByRole('button', { name: 'Den sparade' }).click()
    await dialog.getByRole('button', { name: 'Spara så här' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await correctedText(b)).toContain('delstatens polischef')
    await Promise.all([a.context().close(), b.context().close()])
  })
})

it('Ctrl-C ends the server cleanly, and it starts again where it was', async () => {
  expect(await served.stop()).toBe(0)
  await served.again()
  const { page } = await openPage(served.address)
  await page.goto('/')
  expect(await page.locator('main').innerText()).toMatch(/Maja|Erik/)
  await page.context().close()
})
