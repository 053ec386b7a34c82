/** A real Chromium, driven as a person would: by what is on the page and by keys. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import AxeSource from 'axe-core'

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath,
    args: [
      ...asRoot,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A page of a fresh visitor; what the page itself complains about fails the test by `complaints`. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'sv-SE',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  return { page, complaints }
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

const colours = 'color-contrast'
/** Another theme has the same page in other colours; another width the same colours. */
const chosenBy = {
  all: {},
  colours: { runOnly: [colours] },
  layout: { rules: { [colours]: { enabled: false } } },
} as const
export type Rules = keyof typeof chosenBy

/** What axe-core finds wrong with the page as it stands, one line a violation. */
export async function axe(page: Page, rules: Rules = 'all'): Promise<string[]> {
  // evaluated by the debugger, so that the page's own content security policy stays as it is
  await page.evaluate(AxeSource.source)
  const { violations } = await page.evaluate(
    chosen =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe.run({
        // what is right need not be told node by node
        resultTypes: ['violations'],
        ...chosen,
      }),
    chosenBy[rules],
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  )
}
