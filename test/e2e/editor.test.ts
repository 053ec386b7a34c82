/** The editor's whole path in a real browser, by the keyboard, on every store. */
import { readFile } from 'node:fs/promises'
import { newPlace, storeNames, type Place } from '../contracts/stores.ts'
import { closePages, openPage } from './browser.ts'
import { correct, correctedText, introduce, openArticle, save, select } from './desk.ts'
import { serve, type Served } from './server.ts'

describe.each(storeNames)('an editor at the desk, on %s', kind => {
  let place: Place
  let served: Served
  beforeAll(async () => {
    place = await newPlace(kind)
    served = await serve('url' in place.where ? { DATABASE_URL: place.where.url } : {})
  })
  afterAll(async () => {
    await closePages()
    await served.end()
    await place.remove()
  })

  it('opens the seed, corrects, flags, saves, compares, undoes and takes the text away', async () => {
    const { page, complaints } = await openPage(served.address, { acceptDownloads: true })
    await openArticle(page)
    const machineText = await correctedText(page)

    await correct(page, 'Lower Sachsen', 'Niedersachsen')
    expect(await correctedText(page)).toBe(machineText.replace('Lower Sachsen', 'Niedersachsen'))
    await page.locator('.rail-entry', { hasText: 'Lower Sachsen' }).first().waitFor()

    await select(page, 'cannabiskarnival')
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: 'Ny flagga' })
    await dialog.getByRole('combobox').fill('felöversatt')
    await page.keyboard.press('Enter')
    await page.keyboard.press('4')
    await dialog.getByLabel('Förslag till rättelse').fill('cannabisbrott')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })

    await page.keyboard.press('Control+s')
    await introduce(page, 'Maja Lindqvist')
    await page.getByText('Sparat som revision 1.').waitFor()
    const flag = page.locator('.rail-entry', { hasText: 'cannabiskarnival' })
    await flag.waitFor()
    expect(await flag.innerText()).toMatch(/allvarlig/)

    await correct(page, 'cannabiskarnival', 'cannabisbrott')
    await save(page, 2)
    await page.locator('.rail-entry', { hasText: 'rättad i revision 2' }).waitFor()

    await page.getByRole('link', { name: 'Historik', exact: true }).click()
    expect(await page.locator('.timeline').innerText()).toMatch(/Maja Lindqvist/)
    await page.getByRole('link', { name: 'Jämför maskinöversättningen med den senaste' }).click()
    expect(await page.locator('.comparison del').allInnerTexts()).toEqual(['Lower Sachsen', 'cannabiskarnival'])
    expect(await page.locator('.comparison ins').allInnerTexts()).toEqual(['Niedersachsen', 'cannabisbrott'])

    await page.getByRole('link', { name: 'Historik', exact: true }).click()
    await page.getByRole('button', { name: 'Ångra revision 1' }).click()
    await page.getByText('Revision 3 av Maja Lindqvist').waitFor()
    await openArticle(page)
    expect(await correctedText(page)).toBe(machineText.replace('cannabiskarnival', 'cannabisbrott'))

    await page.getByText('Exportera', { exact: true }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Ren text' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.txt$/)
    expect((await readFile(await file.path(), 'utf8')).trimEnd()).toBe(
      machineText.replace('cannabiskarnival', 'cannabisbrott').trimEnd(),
    )
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
