/** A file of a translation program: its segments and codes stay, and a code that has lost its words is put back, by the keyboard alone. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { createDeps } from '../../src/app/create-deps.ts'
import { ensurePerson } from '../../src/app/ensure-person.ts'
import { importFile } from '../../src/app/imports/import-file.ts'
import { openDatabase } from '../../src/store/db/open.ts'
import { axe, closePages, openPage } from './browser.ts'
import { correct, corrected, correctedText, heard, machine, save, select } from './desk.ts'
import { serve, type Served } from './server.ts'

let served: Served
let id = ''
beforeAll(async () => {
  served = await serve()
  const store = await openDatabase({ dataDir: served.dataDir })
  const deps = createDeps(store)
  const bytes = await readFile(new URL('fixtures/codes.xlf', import.meta.url))
  const [file] = await importFile(deps, await ensurePerson(deps, 'Maja'), { name: 'besok.xlf', bytes })
  id = file?.articles[0]?.articleId ?? ''
  await store.close()
})
afterAll(async () => {
  await closePages()
  await served.end()
})

const open = async (options = {}): Promise<{ page: Page; complaints: string[] }> => {
  const opened = await openPage(served.address, options)
  await opened.page.request.post('/person', { data: { name: 'Maja' } })
  await opened.page.goto(`/articles/${id}`)
  return opened
}
/** A column as it is seen: words and signs. */
const seen = async (column: ReturnType<typeof corrected>): Promise<string[]> =>
  (await column.locator('.cm-line').allInnerTexts()).map(line => line.replaceAll('\u00a0', ' ').trim())
const strip = (page: Page) => page.getByRole('region', { name: 'Koder utan ord' })
const exported = async (page: Page): Promise<string> =>
  (await page.request.get(`/articles/${id}/export?format=xliff1`)).text()

it('codes are seen in both texts, heard, and neither copied nor deleted; they follow what is typed', async () => {
  const { page, complaints } = await open()
  await corrected(page).waitFor()
  const line = 'Den ⟨bolddelegationenbold⟩ kom till Lund.'
  expect((await seen(machine(page)))[0]).toBe(line)
  expect((await seen(corrected(page)))[0]).toBe(line)
  await corrected(page).getByRole('img', { name: 'kod bold börjar' }).waitFor()
  await corrected(page).getByRole('img', { name: 'kod 3', exact: true }).waitFor()
  expect(await axe(page)).toEqual([])

  await correct(page, 'Den delegationen', 'Delegationen')
  // codes follow a moment after the last key
  await corrected(page).locator('.cm-line', { hasText: '⟨boldDelegationenbold⟩ kom till Lund.' }).waitFor()
  await correct(page, 'muséet', 'museet')
  expect(await correctedText(page)).toBe(
    'Delegationen kom till Lund.\nDe besökte museet vid  på morgonen.\nEfteråt for de hem.',
  )
  await save(page, 1)
  // what the file says of the segment of the caret
  await corrected(page).locator('.cm-line').nth(2).click()
  await page.locator('.desk-file-state', { hasText: 'i filen: ska granskas (needs-review-translation)' }).waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

it('segments are neither split nor joined: Enter goes on, Shift+Enter breaks the line, and why is told', async () => {
  const { page } = await open()
  await corrected(page).waitFor()
  await select(page, 'Lund.')
  await page.keyboard.press('i')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await heard(page, 'Inget är borttaget')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('Ja.')
  await page.keyboard.press('Enter')
  await heard(page, 'Nästa segment.')
  await page.keyboard.type('Sedan: ')
  expect((await correctedText(page)).split('\n').slice(0, 2)).toEqual([
    'Delegationen kom till Lund.\u2028Ja.',
    'Sedan: De besökte museet vid  på morgonen.',
  ])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await page.context().close()
})

it('a code whose words are deleted is offered back and put around others, and the file has all of its codes', async () => {
  const { page, complaints } = await open()
  await corrected(page).waitFor()
  await select(page, ' besökte museet')
  await page.keyboard.press('i')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await strip(page).getByText('1 kod utan ord').waitFor()
  await heard(page, 'Kod link har tappat sina ord.')
  expect(await axe(page, '.codes-gone')).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axe(page, '.codes-gone')).toEqual([])

  await select(page, 'morgonen')
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: 'Sätt tillbaka en kod' })
  await dialog.getByText('stod kring ”besökte muséet”').waitFor()
  expect(await axe(page, 'dialog')).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await axe(page, 'dialog')).toEqual([])
  await page.keyboard.press('Enter')
  await heard(page, 'Kod link står nu kring ”morgonen”.')
  await strip(page).waitFor({ state: 'hidden' })
  expect((await seen(corrected(page)))[1]).toContain('⟨linkmorgonenlink⟩')

  await page.reload()
  await corrected(page).waitFor()
  expect((await seen(corrected(page)))[1]).toContain('⟨linkmorgonenlink⟩')
  const file = await exported(page)
  expect(file).toContain('<g id="1" ctype="bold">Delegationen</g>')
  expect(file).toContain('>De vid <x id="3"/> på <g id="2" ctype="link">morgonen</g>.</target>')
  expect(complaints).toEqual([])
  await page.context().close()
})

it('without a script, and on a phone, its page gives a code other words', async () => {
  const { page } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
  await page.getByRole('link', { name: '3 koder' }).click()
  await page.getByRole('link', { name: 'Flytta kod link' }).click()
  await page.getByLabel('Ord att sätta den kring').fill('vid')
  await page.getByRole('button', { name: 'Sätt koden här: link' }).click()
  await page.getByText('Koden står på sin nya plats.').waitFor()
  await page.getByText('kring ”vid”').waitFor()
  await page.context().close()

  const { page: scripted } = await open({ viewport: { width: 360, height: 780 } })
  for (const path of [`/articles/${id}`, `/articles/${id}/codes`]) {
    await scripted.goto(path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await scripted.emulateMedia({ colorScheme })
      expect(await axe(scripted)).toEqual([])
    }
    expect(await scripted.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }
  await scripted.context().close()
})
