/** Files on their way in and out, as an editor takes them: sent, looked at, made articles, corrected, exported as the file they were. */
import { readFile } from 'node:fs/promises'
import { openPage } from './browser.ts'
import { correct, corrected, save } from './desk.ts'
import { servedHere } from './served-here.ts'

const served = servedHere()

const codes = new URL('fixtures/codes.xlf', import.meta.url)
const markdown =
  '---\nslug: rån\n---\n\n# Rånet i Hannover\n\nPolisen i **Lower Sachsen** söker\ntvå män.\n\n* en butik\n* en *bank*\n'
const asFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

it.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'files are sent, looked at and made articles: %j',
  async options => {
    const { page, complaints } = await openPage(served.address, options)
    await page.goto('/imports')
    await page.getByRole('link', { name: 'Skicka filer' }).click()
    await page.getByLabel('Ditt namn').fill('Maja')
    const files = [
      asFile('codes.xlf', await readFile(codes)),
      asFile('rånet.md', markdown),
      asFile('bild.png', '\x89PNG\0\0'),
    ]
    await page.getByLabel('Filer', { exact: true }).setInputFiles(files)
    await page.getByRole('button', { name: 'Visa vad de innehåller' }).click()
    await page.getByRole('heading', { name: 'Förhandsgranskning' }).waitFor()
    await page.getByText('Filen går inte att läsa').waitFor()
    await page.getByRole('checkbox', { name: 'Ta med codes.xlf' }).uncheck()
    // sent for the second time, it is there already and not chosen by itself
    await page.getByRole('checkbox', { name: 'Ta med rånet.md' }).check()
    await page.getByRole('button', { name: /Importera/ }).click()
    for (let looks = 0; looks < 60 && (await page.getByText('inte vald').count()) === 0; looks++) {
      await page.waitForTimeout(250)
      await page.goto(page.url())
    }
    await page.getByRole('link', { name: 'Rånet i Hannover' }).click()
    await page.getByRole('heading', { name: 'Rånet i Hannover' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

it('a Markdown file comes out as it went in, but for the words that were corrected', async () => {
  const { page } = await openPage(served.address)
  await page.request.post('/person', { data: { name: 'Maja' } })
  const accept = { accept: 'application/json' }
  const sent = await page.request.post('/imports', {
    multipart: { files: asFile('rånet.md', markdown) },
    headers: accept,
  })
  const { id } = (await sent.json()) as { id: string }
  await page.request.post(`/imports/${id}/start`, { data: {}, headers: accept })
  const look = async () =>
    (await (await page.request.get(`/imports/${id}`, { headers: accept })).json()) as {
      state: string
      files: { articles: { articleId: string }[] }[]
    }
  let job = await look()
  while (job.state !== 'done') {
    await page.waitForTimeout(100)
    job = await look()
  }
  const article = job.files[0]?.articles[0]?.articleId ?? ''
  const exported = async () => (await page.request.get(`/articles/${article}/export?format=md`)).text()
  expect(await exported()).toBe(markdown)
  await page.goto(`/articles/${article}`)
  await corrected(page).waitFor()
  await correct(page, 'Lower Sachsen', 'Niedersachsen')
  await save(page, 1)
  expect(await exported()).toBe(markdown.replace('Lower Sachsen', 'Niedersachsen'))
  await page.context().close()
})
