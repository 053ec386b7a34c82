/** A real Chromium, driven as a person would: by what is on the page and by keys. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

async function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...asRoot,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  // the runner lets go of a process that has no more files to run; it would not end beside an open browser
  process.once('disconnect', () => void browser.close())
  return browser
}

/** One for all files that a process runs, one after another: each page is of a fresh visitor. */
let browser: Promise<Browser> | undefined

/** Closes what a test that failed has left open; the browser too, where the process is the runner's own, which nobody lets go of. */
export async function closePages(): Promise<void> {
  const opened = await browser
  for (const context of opened?.contexts() ?? []) await context.close()
  if (process.connected) return
  await opened?.close()
  browser = undefined
}

/** A page of a fresh visitor; what the page itself complains about fails the test by `complaints`. */
export async function openPage(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  browser ??= launch()
  const context = await (
    await browser
  ).newContext({
    baseURL: address,
    locale: 'sv-SE',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  // the first text waits for a thread that reads its tables, beside what else the machine does
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  return { page, complaints }
}

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

interface Axe {
  run(context: string, options: object): Promise<AxeResult>
}

/**
 * What axe-core finds wrong with the page as it stands, one line a violation.
 * @param within what is looked at, by its selector; the whole page where it is not given
 */
export async function axe(page: Page, within?: string): Promise<string[]> {
  // evaluated by the debugger, so that the page's own content security policy stays as it is; once a document
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(async part => {
    const { axe } = globalThis as unknown as { axe: Axe }
    // what is right need not be told node by node
    return axe.run(part ?? ':root', { resultTypes: ['violations'] })
  }, within)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  )
}
