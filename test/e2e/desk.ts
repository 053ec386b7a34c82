/** What an editor does at the desk, said in the editor's words. The interface is Swedish, as `openPage` asks for. */
import type { Page, Response } from 'playwright-core'

export const seedTitle = 'LKA Lower Sachsen stärker internationell säkerhet: Internationell delegationsbesök!'

/** Opens an article from the queue by its title, and waits until the desk stands over the page. */
export async function openArticle(page: Page, title = seedTitle): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: title, exact: true }).click()
  await corrected(page).waitFor()
}

export const corrected = (page: Page) => page.getByRole('textbox', { name: 'Rättad text' })
export const machine = (page: Page) => page.getByRole('textbox', { name: 'Maskinöversättning' })

/** The whole corrected text as the desk has it, what is off the screen included. */
export const correctedText = (page: Page): Promise<string> =>
  corrected(page).evaluate(element => {
    const { cmTile } = element as unknown as { cmTile: { view: { state: { doc: { toString(): string } } } } }
    return cmTile.view.state.doc.toString()
  })

/** Selects words in a column by the keyboard alone: the desk's own search finds them, Escape leaves them selected. */
export async function select(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Sök i alla spalter' }).fill(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

/** Says who it is, where the desk asks. */
export async function introduce(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Vem rättar?' })
  await dialog.getByLabel('Ditt namn').fill(name)
  await dialog.getByRole('button', { name: 'Fortsätt' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export async function save(page: Page, revision: number): Promise<void> {
  await page.keyboard.press('Control+s')
  await page.getByText(`revision ${revision}`).first().waitFor()
}

/** Corrects by the keyboard alone: finds the words, starts writing, types over what is selected, and goes back to reading. */
export async function correct(page: Page, words: string, by: string): Promise<void> {
  await select(page, words)
  await page.keyboard.press('i')
  await page.keyboard.type(by)
  await page.keyboard.press('Escape')
}

/** Flags what is selected, by the keyboard alone: the category by what is typed of it, the severity by its number. */
export async function flag(
  page: Page,
  { category, severity, suggestion = '' }: { category: string; severity: number; suggestion?: string },
): Promise<void> {
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Ny flagga' })
  await dialog.getByRole('combobox').fill(category)
  await page.keyboard.press('Enter')
  await page.keyboard.press(String(severity))
  await dialog.getByLabel('Förslag till rättelse').fill(suggestion)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

/** Waits until a screen reader has been told this. */
export const heard = (page: Page, words: string): Promise<void> =>
  page.locator('.desk-live', { hasText: words }).waitFor({ state: 'attached' })

/** Waits until the server has kept a draft: other things are put there too. */
export const draftKept = (page: Page): Promise<Response> =>
  page.waitForResponse(
    response => response.request().method() === 'PUT' && response.url().includes('/drafts/') && response.ok(),
  )
