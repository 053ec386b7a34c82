/** Paragraphs stand level across the columns whatever is done to the text, and what is read stays where it is. */
import type { Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { correct, corrected, correctedText, openArticle, save } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

/** How far apart, in px, the two columns' paragraphs stand that begin with these words (machine's, corrected), and are drawn. */
const apart = (page: Page, pairs: readonly (readonly [string, string])[]): Promise<readonly number[]> =>
  page.evaluate(wanted => {
    const top = (column: string, words: string) =>
      [...document.querySelectorAll(`.desk-column.${column} .cm-line`)]
        .find(line => line.textContent.startsWith(words))
        ?.getBoundingClientRect().top
    return wanted.flatMap(([a, b]) => {
      const [x, y] = [top('mt', a), top('corrected', b)]
      return x === undefined || y === undefined ? [] : [Math.abs(x - y)]
    })
  }, pairs)

const paragraphs = ['LKA', 'Lüneburg', 'Fokus var', 'Internationellt utbyte', 'Naturligtvis'].map(p => [p, p] as const)

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))

const level = async (page: Page, pairs: readonly (readonly [string, string])[] = paragraphs): Promise<void> => {
  await settled(page)
  const found = await apart(page, pairs)
  expect(found.length).toBeGreaterThan(0)
  expect(Math.max(...found)).toBeLessThan(0.6)
}

it('rows are level on opening, scrolling, splitting, joining, replacing all and undoing', async () => {
  const { page, complaints } = await openPage(served.address)
  await openArticle(page)
  const before = await correctedText(page)
  await level(page)
  for (const y of [300, 900, 400, 0]) {
    await page.locator('.desk-scroll').evaluate((scroller, to) => (scroller.scrollTop = to), y)
    await level(page)
  }

  await corrected(page)
    .locator('.cm-line', { hasText: 'Lüneburg' })
    .click({ position: { x: 30, y: 12 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('Ett långt tillägg som gör stycket högre. '.repeat(4))
  await level(page, [
    ['Fokus var', 'Fokus var'],
    ['Lüneburg', 'Ett långt tillägg'],
  ])
  await page.keyboard.press('Enter')
  await level(page, [
    ['Fokus var', 'Fokus var'],
    ['Lüneburg', 'Lüneburg'],
  ])
  await page.keyboard.press('Backspace')
  await level(page, [['Fokus var', 'Fokus var']])
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('x')
  await settled(page)
  for (let i = 0; i < 8 && (await correctedText(page)) !== before; i++) await page.keyboard.press('Control+z')
  expect(await correctedText(page)).toBe(before)
  await page.keyboard.press('Control+Home')
  await level(page)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('scrolling back up moves the text by what was scrolled, and by nothing else', async () => {
  const { page } = await openPage(served.address, { viewport: { width: 1100, height: 600 } })
  await openArticle(page)
  await page.locator('.desk-scroll').evaluate(scroller => (scroller.scrollTop = 1400))
  await settled(page)
  for (let i = 0; i < 6; i++) {
    const moved = await page.locator('.desk-scroll').evaluate(async scroller => {
      const box = scroller.getBoundingClientRect()
      const seen = [...document.querySelectorAll('.desk-column.corrected .cm-line')].find(line => {
        const { top } = line.getBoundingClientRect()
        return top > box.top + 50 && top < box.bottom - 130
      })
      if (seen === undefined || scroller.scrollTop < 130) return 120
      const before = seen.getBoundingClientRect().top
      scroller.scrollTop -= 120
      for (let n = 0; n < 3; n++) await new Promise(resolve => requestAnimationFrame(resolve))
      return seen.getBoundingClientRect().top - before
    })
    expect(Math.abs(moved - 120)).toBeLessThan(1.5)
  }
  await page.context().close()
})

it('a search goes the whole way in a long article, and a save moves nothing', async () => {
  const { page } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Maja' } })
  const text = Array.from({ length: 2000 }, (_, n) => `Stycke ${n}: polisen i Lower Sachsen ryckte ut.`).join('\n')
  await page.request.post('/articles', { data: { title: 'Lång', text }, headers: { accept: 'application/json' } })
  await openArticle(page, 'Lång')
  // typed letter by letter, as a person does: every letter goes to another place
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Stycke 1777:')
  const inSight = corrected(page).locator('.cm-line', { hasText: 'Stycke 1777:' })
  await inSight.waitFor()
  for (let frame = 0; frame < 20; frame++) await settled(page)
  const found = await inSight.boundingBox()
  expect(found?.y).toBeGreaterThan(0)
  expect(found?.y).toBeLessThan(900)
  await page.keyboard.press('Escape')
  await correct(page, 'Stycke 1777:', 'Paragraf 1777:')
  const line = corrected(page).locator('.cm-line', { hasText: 'Paragraf 1777:' })
  const before = await line.boundingBox()
  expect(before?.y).toBeGreaterThan(0)
  expect(before?.y).toBeLessThan(900)
  await save(page, 1)
  await settled(page)
  expect(Math.abs(((await line.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1)
  await page.context().close()
})
